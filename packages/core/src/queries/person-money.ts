import type { BalancesView } from '@danbao/contracts'
import { type Currency, currency, type Instant, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow, type TextRow } from '@danbao/database'
import { addressesOf } from '../wallets/address.ts'
import { readBalances } from './balances.ts'
import { type DayBalances, readDays } from './daily-balances.ts'

/** One line of what happened to a person's money. */
export interface Activity {
  readonly id: Uuid
  readonly code: string
  readonly book: 'wallet' | 'proceeds'
  readonly currency: Currency
  /** In minor units; below zero: it left. */
  readonly change: bigint
  /** What it belongs to that has a page of its own. */
  readonly subject: { readonly kind: 'payment' | 'top_up' | 'payout'; readonly id: Uuid } | null
  readonly description: string | null
  /** The name of the other side of the payment. */
  readonly counterpart: string | null
  readonly occurredAt: Instant
}

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
  SELECT line.id, line.code, line.book, line.currency, line.change, payment.id,
    coalesce(credit.top_up_id, deposit.top_up_id), payout.id,
    payment.description, counterpart.name, line.occurred_at
  FROM (
    SELECT moved.*, book.code AS book FROM ledger.account AS book CROSS JOIN LATERAL (
      (SELECT id, code, currency, amount AS change, subject_id, occurred_at
        FROM ledger.transfer WHERE to_id = book.id ${NEWEST})
      UNION ALL
      (SELECT id, code, currency, -amount, subject_id, occurred_at
        FROM ledger.transfer WHERE from_id = book.id ${NEWEST})) AS moved
    WHERE book.id BETWEEN $2 AND $3 AND book.code IN ('wallet', 'proceeds') ${NEWEST.replace(' id', ' moved.id')}) AS line
  LEFT JOIN app.credit AS credit ON credit.id = line.subject_id
  LEFT JOIN app.deposit AS deposit ON deposit.id = line.subject_id
  LEFT JOIN app.payout AS payout ON payout.id = line.subject_id
  LEFT JOIN app.payment AS payment ON payment.id = line.subject_id
  LEFT JOIN app.account AS counterpart ON counterpart.id =
    CASE payment.buyer_id WHEN $1 THEN payment.seller_id ELSE payment.buyer_id END
  ORDER BY line.occurred_at DESC, line.id DESC`

function readActivity(row: TextRow): Activity {
  const r = readRow(row)
  return {
    id: r.text(),
    code: r.text(),
    book: r.text() === 'proceeds' ? 'proceeds' : 'wallet',
    currency: currency(r.text()),
    change: r.bigint(),
    subject: subjectOf(r.maybeText(), r.maybeText(), r.maybeText()),
    description: r.maybeText(),
    counterpart: r.maybeText(),
    occurredAt: r.instant(),
  }
}

function subjectOf(
  paymentId: Uuid | null,
  topUpId: Uuid | null,
  payoutId: Uuid | null,
): Activity['subject'] {
  if (paymentId !== null) return { kind: 'payment', id: paymentId }
  if (payoutId !== null) return { kind: 'payout', id: payoutId }
  return topUpId === null ? null : { kind: 'top_up', id: topUpId }
}
