import type { Amount, PaymentView } from '@danbao/contracts'
import {
  type Currency,
  encodeId,
  formatDuration,
  formatInstant,
  type IdPrefix,
  type Instant,
  type Uuid,
} from '@danbao/kernel'
import type { Payment } from './payment.ts'

export function viewAmount(currency: Currency, minor: bigint): Amount {
  return { value: minor.toString(), currency }
}

export function viewInstant(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at)
}

export function viewId(prefix: IdPrefix, id: Uuid | null): string | null {
  return id === null ? null : encodeId(prefix, id)
}

/** The payment as the API tells it. */
export function viewPayment(payment: Payment): Omit<PaymentView, 'metadata'> {
  const { money, terms, currency } = payment
  const amount = (minor: bigint): Amount => viewAmount(currency, minor)
  return {
    id: encodeId('pay', payment.id),
    object: 'payment',
    state: payment.state,
    kind: payment.kind,
    amount: amount(payment.amount),
    coupon: amount(payment.coupon),
    in_escrow: amount(money.inEscrow),
    refunded: amount(money.toBuyer + money.toPromotions),
    released: amount(money.toSeller),
    commission: {
      basis_points: payment.commissionBasisPoints,
      fixed: amount(payment.commissionFixed),
      taken: amount(money.commission),
    },
    claimed_back: amount(money.claimed),
    buyer: viewId('acc', payment.buyerId),
    seller: encodeId('acc', payment.sellerId),
    marketplace: encodeId('mkt', payment.marketplaceId),
    checkout: viewId('chk', payment.checkoutId),
    dispute: viewId('dsp', payment.disputeId),
    due:
      payment.due === null ? null : { what: payment.due.kind, at: formatInstant(payment.due.at) },
    policy: {
      pay_within: formatDuration(terms.payWithin),
      ship_within: formatDuration(terms.shipWithin),
      confirm_within: formatDuration(terms.confirmWithin),
      inspect_within: formatDuration(terms.inspectWithin),
    },
    extended: payment.extended,
    shipment: { carrier: payment.carrier, tracking: payment.tracking },
    reason: payment.reason,
    reference: payment.reference,
    description: payment.description,
    created_at: formatInstant(payment.createdAt),
    paid_at: viewInstant(payment.paidAt),
    shipped_at: viewInstant(payment.shippedAt),
    delivered_at: viewInstant(payment.deliveredAt),
    checked_at: viewInstant(payment.checkedAt),
    closed_at: viewInstant(payment.closedAt),
    closed_by: payment.closedBy,
  }
}

/**
 * The JSON that answers, events and stored answers share, made once per payment as it stands;
 * `metadata` is JSON already.
 */
export function paymentJson(payment: Payment): string {
  let json = made.get(payment)
  if (json === undefined) {
    json = `${JSON.stringify(viewPayment(payment)).slice(0, -1)},"metadata":${payment.metadata}}`
    made.set(payment, json)
  }
  return json
}

const made = new WeakMap<Payment, string>()
