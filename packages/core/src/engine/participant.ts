import type { Call, TextRow } from '@danbao/database'
import type { WorkingSet } from './working-set.ts'

/** A statement of the load phase, and what is done with its rows. */
export interface Load {
  readonly call: Call
  absorb(rows: readonly TextRow[]): void
}

/**
 * A feature's part in every transaction. All participants load in the engine's order, which is
 * the one order in which rows are ever locked; then commands decide; then all write.
 */
export interface Participant {
  load?(ws: WorkingSet): Load[]
  write?(ws: WorkingSet): Call[]
  /** After everything else, directly before the commit. */
  writeLast?(ws: WorkingSet): Call[]
  /** True when this failure means that another process was faster: the batch is run again. */
  isConflict?(constraint: string): boolean
}
