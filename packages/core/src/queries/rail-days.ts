import { type Rail, RAILS } from '@danbao/contracts'
import type { RailDay } from '@danbao/contracts/console'
import {
  addDuration,
  type Currency,
  days,
  formatInstant,
  type Instant,
  instant,
} from '@danbao/kernel'
import { readBalance } from '@danbao/ledger'
import { loadSettings } from '../clock/database-clock.ts'
import { idArray, type Pool, queryText, readRow } from '@danbao/database'
import { clearingOf } from '../wallets/address.ts'

const DAYS = 30

interface Asked {
  readonly rail: Rail
  readonly currency: Currency
  readonly now: Instant
}

/**
 * A rail's account day by day (UTC), oldest first, the last is not over: what it has reported, taken
 * back, paid to the operator and kept, and what it owed at the end. Minor units.
 */
export async function readRailDays(
  pool: Pool,
  { rail, currency, now }: Asked,
): Promise<readonly RailDay[]> {
  const { id } = clearingOf(rail, currency)
  const first = formatInstant(addDuration(now, days(1 - DAYS))).slice(0, 10)
  const start = instant(Date.parse(`${first}T00:00:00.000Z`))
  const rows = await queryText(pool, MOVED, [id, formatInstant(start)])
  const moved = new Map(
    rows.map((row) => {
      const r = readRow(row)
      const day = r.text()
      return [day, [r.bigint(), r.bigint(), r.bigint(), r.bigint()] as const]
    }),
  )
  // What a rail owes is what the account is below zero.
  let owed = -(await readBalance(pool, id, instant(start - 1)))
  return Array.from({ length: DAYS }, (_, at) => {
    const day = formatInstant(addDuration(start, days(at))).slice(0, 10)
    const [arrived, returned, paid, fee] = moved.get(day) ?? [0n, 0n, 0n, 0n]
    owed += arrived - returned - paid - fee
    return {
      day,
      ...{ arrived: arrived.toString(), returned: returned.toString() },
      ...{ paid: paid.toString(), fee: fee.toString(), owed: owed.toString() },
    }
  })
}

/** By who stands at the other side: the operator's bank has paid, its own fees were kept. */
const MOVED = `
  SELECT (occurred_at AT TIME ZONE 'UTC')::date::text,
    coalesce(sum(amount) FILTER (WHERE leaves), 0),
    coalesce(sum(amount) FILTER (WHERE NOT leaves AND other NOT IN ('external', 'fees')), 0),
    coalesce(sum(amount) FILTER (WHERE NOT leaves AND other = 'external'), 0),
    coalesce(sum(amount) FILTER (WHERE NOT leaves AND other = 'fees'), 0)
  FROM (
    SELECT t.occurred_at, t.amount, true AS leaves, '' AS other FROM ledger.transfer AS t
    WHERE t.from_id = $1 AND t.occurred_at >= $2
    UNION ALL
    SELECT t.occurred_at, t.amount, false, a.code FROM ledger.transfer AS t
    JOIN ledger.account AS a ON a.id = t.from_id
    WHERE t.to_id = $1 AND t.occurred_at >= $2) AS moved
  GROUP BY 1`

/** Every rail and currency in which something was ever reported. */
export async function listRailAccounts(
  pool: Pool,
): Promise<readonly { readonly rail: Rail; readonly currency: Currency }[]> {
  const { currencies } = await loadSettings(pool)
  const all = RAILS.flatMap((rail) => [...currencies].map((currency) => ({ rail, currency })))
  const idOf = ({ rail, currency }: (typeof all)[number]) => clearingOf(rail, currency).id
  const sql = 'SELECT id FROM ledger.account WHERE id = ANY($1::uuid[])'
  const rows = await queryText(pool, sql, [idArray(new Set(all.map(idOf)))])
  const used = new Set(rows.map((row) => readRow(row).text()))
  return all.filter((one) => used.has(idOf(one)))
}
