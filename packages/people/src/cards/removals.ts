import {
  addDuration,
  formatInstant,
  hours,
  type Instant,
  milliseconds,
  minutes,
  oneOf,
} from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { CardProcessor } from './processor.ts'

const KINDS = ['card', 'holder'] as const
type Kind = (typeof KINDS)[number]

/** The processor is to forget it, as soon as it can be told. */
export async function orderRemoval(
  client: Queryable,
  { kind, ref, now }: { readonly kind: Kind; readonly ref: string; readonly now: Instant },
): Promise<void> {
  await client.query(
    `INSERT INTO people.card_removal (ref, kind, due_at) VALUES ($1, $2, $3)
     ON CONFLICT (ref) DO NOTHING`,
    [ref, kind, formatInstant(now)],
  )
}

const FIRST_PAUSE = minutes(1)
const LONGEST_PAUSE = hours(6)

/** Tells the processor what to forget; what fails is told again. Returns how much was told. */
export async function runRemovals(
  { pool, now: clock }: PeopleDeps,
  processor: CardProcessor,
): Promise<number> {
  const now = await clock()
  const rows = await queryText(
    pool,
    'SELECT ref, kind, tries FROM people.card_removal WHERE due_at <= $1 ORDER BY due_at LIMIT 20',
    [formatInstant(now)],
  )
  for (const row of rows) {
    const r = readRow(row)
    const [ref, kind, tries] = [r.text(), oneOf(KINDS, r.text()), r.integer()]
    // Before it is tried: whatever happens, it is not tried without end.
    const pause = Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE)
    await pool.query(
      'UPDATE people.card_removal SET tries = tries + 1, due_at = $2 WHERE ref = $1',
      [ref, formatInstant(addDuration(now, milliseconds(pause)))],
    )
    await (kind === 'card' ? processor.removeCard(ref) : processor.removeHolder(ref))
    await pool.query('DELETE FROM people.card_removal WHERE ref = $1', [ref])
  }
  return rows.length
}
