import type { BalancesView, Refusal } from '@danbao/contracts'
import {
  accept,
  currency,
  encodeId,
  formatInstant,
  type Instant,
  parseInstant,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { type Pool, queryText, readRow, type TextRow } from '@danbao/database'
import type { Caller } from '../engine/caller.ts'
import { viewAmount } from '../payments/view.ts'
import { addressesOf } from '../wallets/address.ts'
import { lookIntoMoney } from './own-money.ts'

export interface BalancesRequest {
  readonly id: Uuid
  /** RFC 3339; absent: now. */
  readonly at?: string | undefined
  /** What time it is for the database. */
  readonly now: Instant
}

/** What a person has in each currency. Each answer is read in one statement: it is one moment. */
export async function getBalances(
  pool: Pool,
  caller: Caller,
  { id, at, now }: BalancesRequest,
): Promise<Result<string, Refusal>> {
  const allowed = await lookIntoMoney(pool, caller, id)
  if (!allowed.ok) return allowed
  const past = at === undefined ? undefined : parseInstant(at)
  const instant = past?.ok === true ? past.value : undefined
  const view: BalancesView = {
    object: 'balances',
    account: encodeId('acc', id),
    at: formatInstant(instant ?? now),
    balances: await readBalances(pool, id, instant),
  }
  return accept(JSON.stringify(view))
}

/** The same for who is known to be the owner; absent: at present. */
export async function readBalances(
  pool: Pool,
  id: Uuid,
  at?: Instant,
): Promise<BalancesView['balances']> {
  const { first, last } = addressesOf(id)
  const rows = await (at === undefined
    ? queryText(pool, PRESENT, [id, first, last])
    : queryText(pool, PAST, [id, first, last, formatInstant(at)]))
  return rows.map(viewBalance)
}

function viewBalance(row: TextRow): BalancesView['balances'][number] {
  const r = readRow(row)
  const of = currency(r.text())
  return {
    currency: of,
    available: viewAmount(of, r.bigint()),
    held: viewAmount(of, r.bigint()),
    proceeds: viewAmount(of, r.bigint()),
    expected: viewAmount(of, r.bigint()),
  }
}

const summed = (parts: string): string => `
  SELECT currency, sum(available), sum(held), sum(proceeds), sum(expected) FROM (${parts}) AS parts
  GROUP BY currency ORDER BY currency`

const OWN_BOOKS = `
  SELECT id, code, currency, balance FROM ledger.account
  WHERE id BETWEEN $2 AND $3 AND code IN ('wallet', 'proceeds')`

const books = (source: string, balance: string): string => `
  SELECT currency,
    CASE code WHEN 'wallet' THEN ${balance} ELSE 0 END AS available,
    0 AS held,
    CASE code WHEN 'proceeds' THEN ${balance} ELSE 0 END AS proceeds,
    0 AS expected
  FROM (${source}) AS book`

/** Of what is in escrow, the coupon that promotions have not got back is not the buyer's. */
const PRESENT = summed(`
  ${books(OWN_BOOKS, 'balance')}
  UNION ALL SELECT currency, 0, in_escrow - (coupon - to_promotions), 0, 0
    FROM app.payment WHERE buyer_id = $1 AND in_escrow > 0
  UNION ALL SELECT currency, 0, 0, 0, in_escrow
    FROM app.payment WHERE seller_id = $1 AND in_escrow > 0`)

const after = (column: string): string => `
  coalesce((SELECT sum(amount) FROM ledger.transfer
    WHERE ${column} = book.id AND occurred_at > $4::timestamptz), 0)`

/** The transfers of each escrow that was not empty then, up to that instant. */
const ESCROW_THEN = `
  SELECT payment.buyer_id, payment.currency, escrow.own, escrow.whole
  FROM app.payment CROSS JOIN LATERAL (
    SELECT sum(CASE WHEN to_id = payment.id THEN amount ELSE -amount END) AS whole,
      sum(CASE WHEN to_id = payment.id THEN amount ELSE -amount END)
        FILTER (WHERE code NOT IN ('coupon', 'coupon_return')) AS own
    FROM ledger.transfer
    WHERE (to_id = payment.id OR from_id = payment.id) AND occurred_at <= $4::timestamptz) AS escrow
  WHERE (payment.buyer_id = $1 OR payment.seller_id = $1) AND payment.paid_at <= $4::timestamptz
    AND (payment.closed_at IS NULL OR payment.closed_at > $4::timestamptz)`

const PAST = `WITH escrow AS (${ESCROW_THEN}) ${summed(`
  ${books(OWN_BOOKS, `(balance - ${after('to_id')} + ${after('from_id')})`)}
  UNION ALL SELECT currency, 0, CASE buyer_id WHEN $1 THEN coalesce(own, 0) ELSE 0 END, 0,
    CASE buyer_id WHEN $1 THEN 0 ELSE whole END FROM escrow`)}`
