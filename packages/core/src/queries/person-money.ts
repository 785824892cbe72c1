import type { BalancesView } from '@danbao/contracts'
import type { Currency, Instant, Uuid } from '@danbao/kernel'
import { type Pool, queryText } from '@danbao/database'
import { addressesOf } from '../wallets/address.ts'
import { type Activity, ACTIVITY_COLUMNS, ACTIVITY_NAMES, readActivity } from './activity.ts'
import { readBalances } from './balances.ts'
import { type DayBalances, readDays } from './daily-balances.ts'

/** What a person sees first. */
export interface PersonMoney {
  readonly balances: BalancesView['balances']
  /** Newest first, of all currencies. */
  readonly activity: readonly Activity[]
  /** Of the last 30 days, oldest first; the last is now. */
  readonly days: ReadonlyMap<Currency, readonly DayBalances[]>
}

const LINES = 20

/** For the person themselves: whoever calls has made sure that it is them. */
export async function readPersonMoney(
  pool: Pool,
  { id, now }: { readonly id: Uuid; readonly now: Instant },
): Promise<PersonMoney> {
  const balances = await readBalances(pool, id)
  const { first, last } = addressesOf(id)
  const rows = await queryText(pool, ACTIVITY, [id, first, last])
  return {
    balances,
    activity: rows.map(readActivity),
    days: await readDays(pool, { id, now, balances }),
  }
}

const NEWEST = `ORDER BY occurred_at DESC, id DESC LIMIT ${LINES}`

/** The newest of each book by its index, and of those the newest. */
const ACTIVITY = `
  SELECT ${ACTIVITY_COLUMNS}
  FROM (
    SELECT moved.*, book.code AS book FROM ledger.account AS book CROSS JOIN LATERAL (
      (SELECT id, code, currency, amount AS change, subject_id, occurred_at
        FROM ledger.transfer WHERE to_id = book.id ${NEWEST})
      UNION ALL
      (SELECT id, code, currency, -amount, subject_id, occurred_at
        FROM ledger.transfer WHERE from_id = book.id ${NEWEST})) AS moved
    WHERE book.id BETWEEN $2 AND $3 AND book.code IN ('wallet', 'proceeds') ${NEWEST.replace(' id', ' moved.id')}) AS line
  ${ACTIVITY_NAMES}
  ORDER BY line.occurred_at DESC, line.id DESC`
