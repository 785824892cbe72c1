import { type Clock, type Duration, formatInstant, type Instant, InvariantError } from '@danbao/kernel'
import { queryText } from '@danbao/database'
import type { Pool } from 'pg'
import { clockOf, readSettings, SETTING_COLUMNS, type Settings } from './settings.ts'

export async function loadSettings(pool: Pool): Promise<Settings> {
  const [row] = await queryText(pool, `SELECT ${SETTING_COLUMNS} FROM app.setting`)
  if (row === undefined) throw new InvariantError('The database was not set up.')
  return readSettings(row)
}

/** What time it is for this database. */
export async function readClock(pool: Pool, real: Clock): Promise<Instant> {
  return clockOf(await loadSettings(pool), real.now())
}

/** Moves a sandbox's clock forward; whoever reads it next, in any process, sees the new time. */
export async function moveClock(pool: Pool, by: Duration): Promise<void> {
  await pool.query(
    `UPDATE app.setting SET
       clock_stands_at = clock_stands_at + $1::bigint * interval '1 millisecond',
       clock_offset_ms = clock_offset_ms
         + CASE WHEN clock_stands_at IS NULL THEN $1::bigint ELSE 0 END
     WHERE mode = 'sandbox'`,
    [by],
  )
}

/** Sets a clock that stands still; it never goes back. */
export async function setClock(pool: Pool, to: Instant): Promise<void> {
  await pool.query(
    `UPDATE app.setting SET clock_stands_at = greatest(clock_stands_at, $1)
     WHERE mode = 'sandbox' AND clock_stands_at IS NOT NULL`,
    [formatInstant(to)],
  )
}
