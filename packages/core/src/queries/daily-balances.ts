import type { BalancesView } from '@danbao/contracts'
import {
  addDuration,
  type Currency,
  currency,
  days,
  formatInstant,
  type Instant,
  type Uuid,
} from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import { addressesOf } from '../wallets/address.ts'

const DAYS = 30

/** What there was at the end of a day, by UTC, in minor units. */
export interface DayBalances {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly available: bigint
  readonly held: bigint
  readonly proceeds: bigint
}

type Kind = 'available' | 'held' | 'proceeds'

interface Asked {
  readonly id: Uuid
  readonly now: Instant
  /** Those of now, from which the days before are counted back. */
  readonly balances: BalancesView['balances']
}

/** The last 30 days of each currency, oldest first; the last is now. */
export async function readDays(
  pool: Pool,
  { id, now, balances }: Asked,
): Promise<ReadonlyMap<Currency, readonly DayBalances[]>> {
  const names = Array.from({ length: DAYS }, (_, ago) =>
    formatInstant(addDuration(now, days(-ago))).slice(0, 10),
  )
  const { first, last } = addressesOf(id)
  const rows = await queryText(pool, CHANGES, [id, first, last, names.at(-1) ?? ''])
  const changes = new Map<string, bigint>()
  for (const row of rows) {
    const r = readRow(row)
    const key = `${r.text()} ${r.text()} ${r.text()}`
    changes.set(key, (changes.get(key) ?? 0n) + r.bigint())
  }
  return new Map(
    balances.map((balance) => {
      const changeOf = (kind: Kind, day: string): bigint =>
        changes.get(`${balance.currency} ${kind} ${day}`) ?? 0n
      return [currency(balance.currency), countBack(names, balance, changeOf)]
    }),
  )
}

/** From the newest day to the oldest; what came in on a day was not there at the end of the one before. */
function countBack(
  names: readonly string[],
  balance: BalancesView['balances'][number],
  changeOf: (kind: Kind, day: string) => bigint,
): readonly DayBalances[] {
  let available = BigInt(balance.available.value)
  let held = BigInt(balance.held.value)
  let proceeds = BigInt(balance.proceeds.value)
  const counted = names.map((day) => {
    const point = { day, available, held, proceeds }
    available -= changeOf('available', day)
    held -= changeOf('held', day)
    proceeds -= changeOf('proceeds', day)
    return point
  })
  return counted.toReversed()
}

const day = (column: string): string => `(${column} AT TIME ZONE 'UTC')::date`
const START = `($4::date AT TIME ZONE 'UTC')`

/**
 * By currency, kind and day. What is held is the buyer's own part of the escrow of payments that are
 * open: the coupon's part is left out on the way in, so closing takes out what is left of the rest.
 */
const CHANGES = `
  WITH held AS (
    SELECT payment.currency, payment.closed_at, moved.occurred_at, moved.change
    FROM app.payment CROSS JOIN LATERAL (
      SELECT occurred_at, code, amount AS change FROM ledger.transfer WHERE to_id = payment.id
      UNION ALL
      SELECT occurred_at, code, -amount FROM ledger.transfer WHERE from_id = payment.id) AS moved
    WHERE payment.buyer_id = $1 AND payment.paid_at IS NOT NULL
      AND (payment.closed_at IS NULL OR payment.closed_at >= ${START})
      AND moved.code NOT IN ('coupon', 'coupon_return'))
  SELECT book.currency, CASE book.code WHEN 'wallet' THEN 'available' ELSE 'proceeds' END,
    ${day('moved.occurred_at')}::text, sum(moved.change)
  FROM ledger.account AS book CROSS JOIN LATERAL (
    SELECT occurred_at, amount AS change FROM ledger.transfer
      WHERE to_id = book.id AND occurred_at >= ${START}
    UNION ALL
    SELECT occurred_at, -amount FROM ledger.transfer
      WHERE from_id = book.id AND occurred_at >= ${START}) AS moved
  WHERE book.id BETWEEN $2 AND $3 AND book.code IN ('wallet', 'proceeds') GROUP BY 1, 2, 3
  UNION ALL
  SELECT currency, 'held', ${day('occurred_at')}::text, sum(change) FROM held
    WHERE occurred_at >= ${START} GROUP BY 1, 3
  UNION ALL
  SELECT currency, 'held', ${day('closed_at')}::text, -sum(change) FROM held
    WHERE closed_at IS NOT NULL GROUP BY 1, 3`
