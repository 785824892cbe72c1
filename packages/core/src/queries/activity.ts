import { type Currency, currency, type Instant, type Uuid } from '@danbao/kernel'
import { readRow, type TextRow } from '@danbao/database'

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

/** Of a `line` (transfer as its book sees it) with its `ACTIVITY_NAMES`, as `readActivity` reads it. */
export const ACTIVITY_COLUMNS = `line.id, line.code, line.book, line.currency, line.change,
    payment.id, coalesce(credit.top_up_id, deposit.top_up_id), payout.id,
    payment.description, counterpart.name, line.occurred_at`

/** What a line belongs to; the person is the first parameter. */
export const ACTIVITY_NAMES = `
  LEFT JOIN app.credit AS credit ON credit.id = line.subject_id
  LEFT JOIN app.deposit AS deposit ON deposit.id = line.subject_id
  LEFT JOIN app.payout AS payout ON payout.id = line.subject_id
  LEFT JOIN app.payment AS payment ON payment.id = line.subject_id
  LEFT JOIN app.account AS counterpart ON counterpart.id =
    CASE payment.buyer_id WHEN $1 THEN payment.seller_id ELSE payment.buyer_id END`

export function readActivity(row: TextRow): Activity {
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
