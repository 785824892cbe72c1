import { PAYOUT_RHYTHMS, type PayoutRhythm } from '@danbao/contracts/wallet'
import { formatInstant, type Instant, instant, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'

/** Proceeds that are paid out by themselves. */
export interface Schedule {
  readonly personId: Uuid
  readonly every: PayoutRhythm
  readonly bankAccountId: Uuid
  readonly dueAt: Instant
}

/** In the morning of a Monday, or of the first of a month (UTC), after this instant. */
export function nextPayout(every: PayoutRhythm, after: Instant): Instant {
  const at = new Date(after)
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
  if (every === 'month') return instant(Date.UTC(year, month + 1, 1, HOUR))
  const untilMonday = (8 - at.getUTCDay()) % 7 || 7
  return instant(Date.UTC(year, month, day + untilMonday, HOUR))
}

const HOUR = 6
const COLUMNS = 'person_id, every, bank_account_id, due_at'

function toSchedule(row: TextRow): Schedule {
  const r = readRow(row)
  return {
    personId: r.text(),
    every: oneOf(PAYOUT_RHYTHMS, r.text()),
    bankAccountId: r.text(),
    dueAt: r.instant(),
  }
}

export async function readSchedule(
  client: Queryable,
  personId: Uuid,
): Promise<Schedule | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.payout_schedule WHERE person_id = $1`
  return (await queryText(client, sql, [personId])).map(toSchedule)[0]
}

export async function dueSchedules(client: Queryable, now: Instant): Promise<readonly Schedule[]> {
  const sql = `SELECT ${COLUMNS} FROM people.payout_schedule
    WHERE due_at <= $1 ORDER BY due_at LIMIT 50`
  return (await queryText(client, sql, [formatInstant(now)])).map(toSchedule)
}

/** Of several servers one moves it on. */
export async function moveSchedule(
  client: Queryable,
  { personId, every, dueAt }: Schedule,
  now: Instant,
): Promise<void> {
  await client.query(
    'UPDATE people.payout_schedule SET due_at = $3 WHERE person_id = $1 AND due_at = $2',
    [personId, formatInstant(dueAt), formatInstant(nextPayout(every, now))],
  )
}

export async function saveSchedule(
  client: Queryable,
  { personId, every, bankAccountId, dueAt }: Schedule,
): Promise<void> {
  await client.query(
    `INSERT INTO people.payout_schedule (${COLUMNS}) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_id) DO UPDATE SET every = $2, bank_account_id = $3, due_at = $4`,
    [personId, every, bankAccountId, formatInstant(dueAt)],
  )
}

export async function dropSchedule(client: Queryable, personId: Uuid): Promise<void> {
  await client.query('DELETE FROM people.payout_schedule WHERE person_id = $1', [personId])
}
