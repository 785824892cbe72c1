import { days, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { readRow, type TextRow } from '@danbao/database'
import type { Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'

/** What a buyer did with one seller, and how the disputes about it went. Sums in US cents. */
export interface PastWithSeller {
  readonly sellerId: Uuid
  /** In the last 24 hours. */
  readonly recent: number
  readonly recentSum: bigint
  /** Released more than a day ago: what was agreed between two friends takes its time. */
  readonly released: number
  readonly opened: number
  readonly lost: number
}

/** The last sales of somebody who is to be paid. */
export interface Sales {
  readonly id: Uuid
  readonly sold: number
  readonly disputed: number
}

interface BuyersPast {
  readonly id: Uuid
  readonly sellers: readonly PastWithSeller[]
}

const asked = new Slot<{ readonly id: string }>()
export const pasts = new Slot<BuyersPast>()
export const sales = new Slot<Sales>()

/**
 * What the rules have to know when this buyer pays this payment or checkout; the buyer's row must
 * be locked too, so that of two payments at once the second sees the first. For buyers above level
 * 0 nothing is read.
 */
export const needRiskFacts = (buyerId: Uuid, subjectId: Uuid) => (ws: WorkingSet) =>
  asked.want(ws, `${buyerId} ${subjectId}`)

/** The instant by the database's clock, from the real time in the third parameter. */
const NOW = `(SELECT coalesce(clock_stands_at,
  $3::timestamptz + clock_offset_ms * interval '1 millisecond') FROM app.setting)`

const A_DAY_AGO = `${NOW} - interval '24 hours'`
const HALF_A_YEAR = days(180)
const MOST_SALES = 100

/** Rows with a buyer are of a buyer's past with a seller, those without of a seller's sales. */
const LOAD_SQL = `
  WITH paying AS MATERIALIZED (
    SELECT a.id AS buyer_id, u.subject_id
    FROM unnest($1::uuid[], $2::uuid[]) AS u (buyer_id, subject_id)
    JOIN app.account AS a ON a.id = u.buyer_id AND a.level = 0)
  SELECT p.buyer_id, p.seller_id,
    count(*) FILTER (WHERE p.paid_at > ${A_DAY_AGO}),
    coalesce(sum(p.limit_base) FILTER (WHERE p.paid_at > ${A_DAY_AGO}), 0),
    count(*) FILTER (WHERE p.state = 'released' AND p.closed_at <= ${A_DAY_AGO}),
    sum(d.opened), sum(d.lost)
  FROM (SELECT DISTINCT buyer_id FROM paying) AS buyer
  JOIN app.payment AS p ON p.buyer_id = buyer.buyer_id AND p.secured > 0
  CROSS JOIN LATERAL (
    SELECT count(*) AS opened, count(*) FILTER (WHERE outcome IN ('released', 'dismissed')) AS lost
    FROM app.dispute
    WHERE payment_id = p.id AND opened_at > ${NOW} - $4::interval) AS d
  GROUP BY p.buyer_id, p.seller_id
  UNION ALL
  SELECT NULL, seller.id, s.sold, 0, s.disputed, 0, 0
  FROM (SELECT DISTINCT p.seller_id AS id FROM paying JOIN app.payment AS p
          ON p.id = paying.subject_id OR p.checkout_id = paying.subject_id) AS seller
  CROSS JOIN LATERAL (
    SELECT count(*) AS sold, count(dispute_id) AS disputed
    FROM (SELECT dispute_id FROM app.payment WHERE seller_id = seller.id AND secured > 0
          ORDER BY id DESC LIMIT ${MOST_SALES}) AS last) AS s`

const LOAD = { name: 'risk.load', sql: LOAD_SQL }

/** The parameters of the statement, for buyers and what each is about to pay. */
export function riskParameters(
  pairs: readonly (readonly [buyerId: Uuid, subjectId: Uuid])[],
  real: Instant,
): string[] {
  return [
    `{${pairs.map(([buyer]) => buyer).join(',')}}`,
    `{${pairs.map(([, subject]) => subject).join(',')}}`,
    formatInstant(real),
    `${HALF_A_YEAR} milliseconds`,
  ]
}

export const riskLoadParticipant: Participant = {
  load(ws) {
    const pairs = [...asked.wanted(ws)].sort().map(toPair)
    if (pairs.length === 0) return []
    const values = riskParameters(pairs, ws.recordedAt)
    return [{ call: { statement: LOAD, values }, absorb: (rows) => absorb(ws, rows) }]
  },
}

function toPair(id: string): readonly [Uuid, Uuid] {
  const [buyerId = '', subjectId = ''] = id.split(' ')
  return [buyerId, subjectId]
}

function absorb(ws: WorkingSet, rows: readonly TextRow[]): void {
  const found = readRiskRows(rows)
  for (const one of found.pasts) pasts.load(ws, one)
  for (const one of found.sales) sales.load(ws, one)
}

/** Outside of a command: only what would be decided now. */
export const RISK_SQL = LOAD_SQL

export function readRiskRows(rows: readonly TextRow[]): {
  readonly pasts: readonly BuyersPast[]
  readonly sales: readonly Sales[]
} {
  const byBuyer = new Map<Uuid, PastWithSeller[]>()
  const sold: Sales[] = []
  for (const row of rows) {
    const r = readRow(row)
    const [buyerId, sellerId, count] = [r.maybeText(), r.text(), r.integer()]
    const [sum, third] = [r.bigint(), r.integer()]
    if (buyerId === null) {
      sold.push({ id: sellerId, sold: count, disputed: third })
      continue
    }
    const past = { sellerId, recent: count, recentSum: sum, released: third }
    const all = byBuyer.get(buyerId) ?? []
    all.push({ ...past, opened: r.integer(), lost: r.integer() })
    byBuyer.set(buyerId, all)
  }
  return { pasts: [...byBuyer].map(([id, sellers]) => ({ id, sellers })), sales: sold }
}
