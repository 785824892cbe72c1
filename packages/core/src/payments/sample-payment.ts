import { currency, days, hours, type Instant, instant } from '@danbao/kernel'
import { proceedsOf, walletOf } from '../wallets/address.ts'
import { NO_MONEY, type Payment } from './payment.ts'

export const START: Instant = instant(Date.parse('2026-06-01T12:00:00.000Z'))

const USD = currency('USD')
const BUYER = '01977000-0000-7000-8000-0000000b0000'
const SELLER = '01977000-0000-7000-8000-0000000c0000'

/** A payment of 100 USD that nobody has paid, for the tests of the rules. */
export function samplePayment(changes: Partial<Payment> = {}): Payment {
  return {
    id: '01977000-0000-7000-8000-0000000a0000',
    marketplaceId: '01977000-0000-7000-8000-0000000d0000',
    checkoutId: null,
    buyerId: BUYER,
    sellerId: SELLER,
    walletId: walletOf(BUYER, USD).id,
    proceedsId: proceedsOf(SELLER, USD).id,
    reference: null,
    description: null,
    metadata: '{}',
    kind: 'standard',
    currency: USD,
    amount: 100_00n,
    coupon: 0n,
    commissionBasisPoints: 0,
    commissionFixed: 0n,
    terms: {
      payWithin: days(5),
      shipWithin: days(7),
      confirmWithin: days(15),
      inspectWithin: days(3),
    },
    state: 'requires_payment',
    due: { kind: 'pay', at: instant(START + days(5)) },
    extended: false,
    pausedMs: null,
    disputeId: null,
    carrier: null,
    tracking: null,
    reason: null,
    money: NO_MONEY,
    limit: { base: 0n, counted: 0n },
    createdAt: START,
    paidAt: null,
    shippedAt: null,
    deliveredAt: null,
    checkedAt: null,
    closedAt: null,
    closedBy: null,
    ...changes,
  }
}

/** The same, secured in escrow and shipped at the start. */
export function shippedPayment(changes: Partial<Payment> = {}): Payment {
  const payment = samplePayment(changes)
  return {
    ...payment,
    state: 'shipped',
    due: { kind: 'confirmation', at: instant(START + payment.terms.confirmWithin) },
    paidAt: instant(START - hours(1)),
    shippedAt: START,
    money: { ...NO_MONEY, secured: payment.amount, inEscrow: payment.amount },
    limit: { base: payment.amount - payment.coupon, counted: payment.amount - payment.coupon },
    ...changes,
  }
}
