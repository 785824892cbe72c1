import {
  currency,
  type Currency,
  days,
  formatInstant,
  type Instant,
  type Uuid,
} from '@danbao/kernel'
import { idArray, type Pool, queryText, readRow } from '@danbao/database'
import type { Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import type { Usage } from './limits.ts'
import { parseRate, type Rate, type RateTable } from './rates.ts'

const usages = new Slot<Usage & { readonly id: Uuid }>()
const tables = new Slot<RateTable & { readonly id: 'rates' }>()

/** The buyer's use of the limits and the day's rates; the buyer's own row must be locked too. */
export const needUsage = (buyerId: Uuid) => (ws: WorkingSet) => usages.want(ws, buyerId)
export const needRates = (ws: WorkingSet): void => tables.want(ws, 'rates')

export function usageOf(ws: WorkingSet, buyerId: Uuid): Usage {
  return usages.get(ws, buyerId) ?? NO_USAGE
}

const NO_USAGE: Usage = { always: 0n, year: 0n }

/** A payment of this buyer counts so much more (or less) than before. */
export function changeUsage(
  ws: WorkingSet,
  { buyerId, paidAt }: { readonly buyerId: Uuid | null; readonly paidAt: Instant | null },
  difference: bigint,
): void {
  if (buyerId === null || !usages.wanted(ws).has(buyerId) || difference === 0n) return
  const { always, year } = usageOf(ws, buyerId)
  // A refund of what was paid longer ago gives no room of this year.
  const ofYear = paidAt !== null && paidAt > ws.now - YEAR_MS ? difference : 0n
  usages.put(ws, { id: buyerId, always: always + difference, year: year + ofYear })
}

export function ratesOf(ws: WorkingSet): RateTable | undefined {
  return tables.get(ws, 'rates')
}

const YEAR_MS = days(365)

/** The instant by the database's clock, from the real time in the second parameter. */
const NOW = `(SELECT coalesce(clock_stands_at,
  $2::timestamptz + clock_offset_ms * interval '1 millisecond') FROM app.setting)`

/** Sums over the buyer's payments: refunds have lowered what they count already. */
const USAGE = {
  name: 'limits.usage',
  sql: `SELECT buyer_id, sum(limit_counted),
      coalesce(sum(limit_counted) FILTER (WHERE paid_at > ${NOW} - $3::interval), 0)
    FROM app.payment WHERE buyer_id = ANY($1::uuid[]) AND limit_counted > 0 GROUP BY buyer_id`,
}

const RATES = {
  name: 'limits.rates',
  sql: `SELECT day::text, currency, per_euro FROM app.rate
    WHERE day = (SELECT max(day) FROM app.rate WHERE day <= (${NOW.replace('$2', '$1')} AT TIME ZONE 'UTC')::date)`,
}

export const limitParticipant: Participant = {
  load(ws) {
    const buyers = usages.wanted(ws)
    const real = formatInstant(ws.recordedAt)
    const usage = {
      call: { statement: USAGE, values: [idArray(buyers), real, `${YEAR_MS} milliseconds`] },
      absorb: (rows: Parameters<typeof absorbUsage>[1]) => absorbUsage(ws, rows),
    }
    const rates = {
      call: { statement: RATES, values: [real] },
      absorb: (rows: Parameters<typeof absorbRates>[1]) => absorbRates(ws, rows),
    }
    return [...(buyers.size > 0 ? [usage] : []), ...(tables.wanted(ws).size > 0 ? [rates] : [])]
  },
}

type Rows = readonly (readonly (string | null)[])[]

function absorbUsage(ws: WorkingSet, rows: Rows): void {
  for (const row of rows) {
    const r = readRow(row)
    usages.load(ws, { id: r.text(), always: r.bigint(), year: r.bigint() })
  }
}

function absorbRates(ws: WorkingSet, rows: Rows): void {
  const table = toRateTable(rows)
  if (table !== undefined) tables.load(ws, { id: 'rates', ...table })
}

/** The rates of the day, or of the last day before it that has any; undefined: there are none. */
export async function readRates(pool: Pool, now: Instant): Promise<RateTable | undefined> {
  const sql = `SELECT day::text, currency, per_euro FROM app.rate
    WHERE day = (SELECT max(day) FROM app.rate WHERE day <= $1::date)`
  return toRateTable(await queryText(pool, sql, [formatInstant(now).slice(0, 10)]))
}

function toRateTable(rows: Rows): RateTable | undefined {
  const perEuro = new Map<Currency, Rate>()
  let day: string | undefined
  for (const row of rows) {
    const r = readRow(row)
    day = r.text()
    perEuro.set(currency(r.text()), parseRate(r.text()))
  }
  return day === undefined ? undefined : { day, perEuro }
}
