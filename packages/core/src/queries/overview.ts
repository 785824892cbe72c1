import {
  AGES,
  CHECK_VERDICTS,
  HOURS_LEFT,
  OPEN_DISPUTE_STATES,
  type OverviewView,
} from '@danbao/contracts/console'
import { formatInstant, type Instant } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import { AGE_HOURS, dayStart, DAYS, HOUR_STARTS, placeAmong, WAITING } from './desk-filter.ts'
import { readMoney } from './overview-money.ts'

const WEEKS = 8

/**
 * How it stands with everything. Reads what is open by the rows that stand for it, and of what is
 * over the last weeks only; each statement is a moment of its own.
 */
export async function readOverview(pool: Pool, now: Instant): Promise<OverviewView> {
  return {
    object: 'overview',
    at: formatInstant(now),
    money: await readMoney(pool, now),
    disputes: { ...(await readOpenDisputes(pool, now)), weeks: await readWeeks(pool, now) },
    checks: { left: await readWaiting(pool, now), ended: await readEnded(pool, now) },
  }
}

async function readOpenDisputes(
  pool: Pool,
  now: Instant,
): Promise<Pick<OverviewView['disputes'], 'states' | 'ages'>> {
  const open = `FROM app.dispute WHERE state <> 'closed' GROUP BY 1`
  const ofState = await countBy(pool, `SELECT state, count(*) ${open}`)
  const age = placeAmong('$1::timestamptz - opened_at', AGE_HOURS)
  const ofAge = await countBy(pool, `SELECT ${age}, count(*) ${open}`, now)
  return {
    states: OPEN_DISPUTE_STATES.map((state) => ({ state, payments: ofState(state) })),
    ages: AGES.map((one, place) => ({ age: one, payments: ofAge(String(place)) })),
  }
}

/** A payment counts once in a week, also when a claim followed its dispute. */
async function readWeeks(pool: Pool, now: Instant): Promise<OverviewView['disputes']['weeks']> {
  // Monday is the first day, and the day number 0 is a Sunday.
  const monday = -((new Date(now).getUTCDay() + 6) % 7)
  const starts = Array.from({ length: WEEKS }, (_, at) =>
    dayStart(now, monday - 7 * (WEEKS - 1 - at)),
  )
  const [first = ''] = starts
  const counted = async (column: 'opened_at' | 'closed_at') => {
    const week = `date_trunc('week', ${column} AT TIME ZONE 'UTC')::date`
    const sql = `SELECT ${week}, count(DISTINCT payment_id) FROM app.dispute
      WHERE ${column} >= $1 GROUP BY 1`
    return countBy(pool, sql, first)
  }
  const [opened, closed] = [await counted('opened_at'), await counted('closed_at')]
  return starts
    .map((start) => start.slice(0, 10))
    .map((week) => ({ week, opened: opened(week), closed: closed(week) }))
}

async function readWaiting(pool: Pool, now: Instant): Promise<OverviewView['checks']['left']> {
  const left = placeAmong(
    'due_at - $1::timestamptz',
    HOURS_LEFT.map((one) => HOUR_STARTS[one]),
  )
  const sql = `SELECT ${left}, count(*) FROM app.payment AS payment WHERE ${WAITING} GROUP BY 1`
  const count = await countBy(pool, sql, now)
  return HOURS_LEFT.map((one, place) => ({ hours: one, payments: count(String(place)) }))
}

async function readEnded(pool: Pool, now: Instant): Promise<OverviewView['checks']['ended']> {
  const sql = `SELECT verdict, count(*) FROM app.payment_check WHERE decided_at >= $1 GROUP BY 1`
  const count = await countBy(pool, sql, dayStart(now, 1 - DAYS))
  return CHECK_VERDICTS.map((verdict) => ({ verdict, payments: count(verdict) }))
}

/** How many there are of each key, from rows of a key and a count. */
async function countBy(
  pool: Pool,
  sql: string,
  at?: Instant | string,
): Promise<(key: string) => number> {
  const values = at === undefined ? [] : [typeof at === 'string' ? at : formatInstant(at)]
  const counts = new Map<string, number>()
  for (const row of await queryText(pool, sql, values)) {
    const r = readRow(row)
    counts.set(r.text(), r.integer())
  }
  return (key) => counts.get(key) ?? 0
}
