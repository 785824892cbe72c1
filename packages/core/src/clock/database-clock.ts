import {
  type Clock,
  type Duration,
  formatInstant,
  type Instant,
  invariant,
  InvariantError,
} from '@danbao/kernel'
import { type Pool, type Queryable, queryText } from '@danbao/database'
import {
  clockOf,
  type PaymentCheck,
  readSettings,
  SETTING_COLUMNS,
  type Settings,
} from './settings.ts'

export async function loadSettings(pool: Queryable): Promise<Settings> {
  const [row] = await queryText(pool, `SELECT ${SETTING_COLUMNS} FROM app.setting`)
  if (row === undefined) throw new InvariantError('The database was not set up.')
  return readSettings(row)
}

/** What time it is for this database. */
export async function readClock(pool: Pool, real: Clock): Promise<Instant> {
  return clockOf(await loadSettings(pool), real.now())
}

/**
 * Moves a sandbox's clock forward; whoever reads it next, in any process, sees the new time.
 * Throws InvariantError for a negative duration.
 */
export async function moveClock(pool: Pool, by: Duration): Promise<void> {
  invariant(by >= 0, 'A clock never goes back.')
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

/** Whether a sandbox approves at once what would wait for staff; false in a live database. */
export async function changePaymentCheck(pool: Pool, to: PaymentCheck): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE app.setting SET payment_check = $1 WHERE mode = 'sandbox'`,
    [to],
  )
  return rowCount === 1
}
