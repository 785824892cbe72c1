import { type Call, idArray, readRow } from '@danbao/database'
import type { Uuid } from '@danbao/kernel'
import type { Load } from './participant.ts'

interface Pairs {
  readonly statement: Call['statement']
  readonly ids: ReadonlySet<Uuid>
  /** Of the statement, after the ids. */
  readonly more?: readonly string[]
  keep(id: Uuid, number: bigint): void
}

/** Loads a number for each of these ids, e.g. a sum or the next of a sequence. */
export function loadPairs({ statement, ids, more = [], keep }: Pairs): Load[] {
  if (ids.size === 0) return []
  return [
    {
      call: { statement, values: [idArray(ids), ...more] },
      absorb: (rows) =>
        rows.forEach((row) => {
          const r = readRow(row)
          keep(r.text(), r.bigint())
        }),
    },
  ]
}
