import { PAYMENT_STATES } from '@danbao/contracts'
import { oneOf } from '@danbao/kernel'
import type { RowReader } from '@danbao/database'
import type { Draft, Subject, Told } from './told.ts'

/** What `readSubject` reads, in its order, of what `SUBJECT_JOINS` adds to a payment `p`. */
export const SUBJECT_COLUMNS = `p.id, b.id, s.id, ba.name, sa.name, p.description, p.currency,
  p.amount, p.to_buyer, p.to_seller, p.state, p.paid_at, p.shipped_at, p.delivered_at, p.closed_at,
  p.due_at`

/** Whoever has left, or has not finished registering, is told nothing. */
const HERE = 'closed_at IS NULL AND %.registered_at IS NOT NULL'
export const SUBJECT_JOINS = `
  LEFT JOIN people.person AS b ON b.id = p.buyer_id AND b.${HERE.replace('%', 'b')}
  LEFT JOIN people.person AS s ON s.id = p.seller_id AND s.${HERE.replace('%', 's')}
  LEFT JOIN app.account AS ba ON ba.id = p.buyer_id
  LEFT JOIN app.account AS sa ON sa.id = p.seller_id`

export function readSubject(r: RowReader): Subject {
  return {
    paymentId: r.text(),
    buyerId: r.maybeText(),
    sellerId: r.maybeText(),
    buyerName: r.maybeText(),
    sellerName: r.maybeText(),
    description: r.maybeText(),
    currency: r.text(),
    amount: r.bigint(),
    toBuyer: r.bigint(),
    toSeller: r.bigint(),
    stage: {
      state: oneOf(PAYMENT_STATES, r.text()),
      paidAt: r.maybeInstant(),
      shippedAt: r.maybeInstant(),
      deliveredAt: r.maybeInstant(),
      closedAt: r.maybeInstant(),
      dueAt: r.maybeInstant(),
    },
  }
}

/** Who is told: of a side without a login nobody is. */
export function address(
  drafts: readonly Draft[],
  subject: Subject,
  { cause, at }: Pick<Told, 'cause' | 'at'>,
): readonly Told[] {
  return drafts.flatMap(({ kind, to, part = null, due = null, own = false }) => {
    const personId = to === 'buyer' ? subject.buyerId : subject.sellerId
    if (personId === null) return []
    const { currency, amount } = subject
    return [
      { kind, personId, cause, subject, currency, amount, part: part ?? null, dueAt: due, at, own },
    ]
  })
}
