import type { Closer, DueKind, PaymentKind, PaymentState } from '@danbao/contracts'
import { type Currency, type Duration, type Instant, invariant, type Uuid } from '@danbao/kernel'

/** A payment as it stands. Amounts in minor units of `currency`. */
export interface Payment {
  readonly id: Uuid
  readonly marketplaceId: Uuid
  readonly checkoutId: Uuid | null
  /** Null until somebody takes the checkout on: with them comes the wallet. */
  readonly buyerId: Uuid | null
  readonly sellerId: Uuid
  readonly walletId: Uuid | null
  readonly proceedsId: Uuid
  readonly reference: string | null
  readonly description: string | null
  /** JSON object of texts, kept as the marketplace gave it. */
  readonly metadata: string
  readonly kind: PaymentKind
  readonly currency: Currency
  /** The total T, with the coupon. */
  readonly amount: bigint
  /** The part C of the total that promotions pay. */
  readonly coupon: bigint
  readonly commissionBasisPoints: number
  readonly commissionFixed: bigint
  readonly terms: Terms
  readonly state: PaymentState
  /** What happens next by itself; null when nothing does. */
  readonly due: Due | null
  readonly extended: boolean
  /** While disputed: what was left of the confirmation's time when the dispute began. */
  readonly pausedMs: number | null
  readonly disputeId: Uuid | null
  readonly carrier: string | null
  readonly tracking: string | null
  /** The last one given with a refusal, a cancellation or a refund. */
  readonly reason: string | null
  readonly money: PaymentMoney
  readonly limit: LimitUse
  readonly createdAt: Instant
  readonly paidAt: Instant | null
  readonly shippedAt: Instant | null
  readonly deliveredAt: Instant | null
  /** When its payment check ended, if it had to wait for one. */
  readonly checkedAt: Instant | null
  readonly closedAt: Instant | null
  /** Whose doing the end was. */
  readonly closedBy: Closer | null
}

/** How long each side has. */
export interface Terms {
  readonly payWithin: Duration
  readonly shipWithin: Duration
  readonly confirmWithin: Duration
  readonly inspectWithin: Duration
}

export interface Due {
  readonly kind: DueKind
  readonly at: Instant
}

/**
 * Where the payment's money went.
 * secured = toSeller + commission + toBuyer + toPromotions + chargedBack + inEscrow
 */
export interface PaymentMoney {
  readonly secured: bigint
  readonly inEscrow: bigint
  readonly toSeller: bigint
  readonly commission: bigint
  readonly toBuyer: bigint
  readonly toPromotions: bigint
  readonly chargedBack: bigint
  /** Clawed back after the release, out of the released gross (toSeller + commission). */
  readonly claimed: bigint
  /** The part of `claimed` that the fees gave back. */
  readonly claimedFees: bigint
  /** The part of `claimed` that went to the buyer; the rest went to promotions. */
  readonly claimedToBuyer: bigint
}

/** What the payment takes of its buyer's limits, in minor units of the limits' currency. */
export interface LimitUse {
  /** The buyer's own part at the day's rate, as it was when paid. */
  readonly base: bigint
  /** What of it still counts after refunds. */
  readonly counted: bigint
}

export const NO_MONEY: PaymentMoney = {
  secured: 0n,
  inEscrow: 0n,
  toSeller: 0n,
  commission: 0n,
  toBuyer: 0n,
  toPromotions: 0n,
  chargedBack: 0n,
  claimed: 0n,
  claimedFees: 0n,
  claimedToBuyer: 0n,
}

/** The buyer of a payment that somebody has taken on. Throws InvariantError for any other. */
export function buyerOf({ buyerId }: Pick<Payment, 'buyerId'>): Uuid {
  invariant(buyerId !== null, 'Money moves only when the buyer is known.')
  return buyerId
}

/** The buyer's own part of the total. */
export function ownPart(payment: Payment): bigint {
  return payment.amount - payment.coupon
}

/** The states in which nothing has to happen any more. */
export const CLOSED_STATES: ReadonlySet<PaymentState> = new Set([
  'released',
  'split',
  'refunded',
  'cancelled',
  'expired',
])

export function isClosed(payment: Payment): boolean {
  return CLOSED_STATES.has(payment.state)
}
