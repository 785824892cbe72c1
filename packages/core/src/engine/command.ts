import type { Refusal } from '@danbao/contracts'
import type { Instant, Result } from '@danbao/kernel'
import type { WorkingSet } from './working-set.ts'

/** Asks the working set to lock and load something before the decision. */
export type Need = (ws: WorkingSet) => void

/** What a command decides from: the state of its batch, and the instant it happens at. */
export interface Context {
  readonly ws: WorkingSet
  readonly at: Instant
}

/** The answer of a command that was carried out; `body` is JSON, written once. */
export interface Done {
  readonly status: 200 | 201
  readonly body: string
}

/**
 * One change of the world. It says what it needs to know and decides, without I/O, from what was
 * loaded. A refusal undoes whatever the decision did.
 */
export interface Command {
  readonly name: string
  readonly needs: readonly Need[]
  /** What is due before the command by the clock; it stays done when the command is refused. */
  readonly before?: (context: Context) => void
  decide(context: Context): Result<Done, Refusal>
}

/** How a request can be told from its repetition. */
export interface IdempotencyKey {
  /** Caller and key, hashed to a UUID. */
  readonly id: string
  /** Method, path and raw body, hashed to a UUID. */
  readonly fingerprint: string
  /** Whether only what was carried out is remembered: after a refusal the same key decides anew. */
  readonly doneOnly?: true
}

export interface Request {
  readonly command: Command
  readonly idempotency?: IdempotencyKey
  /** When it happens; absent: the database's clock. */
  readonly at?: Instant
}

/** What the caller gets: the same bytes each time for the same key. */
export interface Answer {
  readonly status: number
  readonly body: string
  readonly replayed: boolean
}
