import type { PaymentState } from '@danbao/contracts'
import { basisPoints, divideRounded } from '@danbao/kernel'
import { type LimitUse, ownPart, type Payment, type PaymentMoney } from './payment.ts'

/** The two parts of an amount that goes back: to the buyer's wallet and to promotions. */
export interface MoneyBack {
  readonly toBuyer: bigint
  readonly toPromotions: bigint
}

/**
 * The share of promotions in money going back is cumulative: after R of a total T with coupon C
 * has gone back, promotions have floor(R × C / T) in all. A full refund so returns both exactly.
 */
export function splitMoneyBack(payment: Payment, amount: bigint): MoneyBack {
  const { toBuyer, toPromotions, claimed, claimedToBuyer } = payment.money
  const promotionsSoFar = toPromotions + (claimed - claimedToBuyer)
  const back = toBuyer + toPromotions + claimed + amount
  const share = (back * payment.coupon) / payment.amount - promotionsSoFar
  return { toBuyer: amount - share, toPromotions: share }
}

/**
 * Taken once, at closing, on the gross that remains in escrow: basis points half-even, and the
 * fixed amount; never more than the remainder.
 */
export function commissionOn(payment: Payment, gross: bigint): bigint {
  const due =
    basisPoints(gross, payment.commissionBasisPoints, 'half-even') + payment.commissionFixed
  return due < gross ? due : gross
}

/** Who gives what of a claim, and who gets it. */
export interface ClaimParts extends MoneyBack {
  readonly fromSeller: bigint
  readonly fromFees: bigint
}

/**
 * Claims are cumulative too: of an amount X out of the released gross G, the fees give back
 * floor(commission × X / G) in all and the seller the rest.
 */
export function splitClaim(payment: Payment, amount: bigint): ClaimParts {
  const { claimed, claimedFees, commission, toSeller } = payment.money
  const gross = toSeller + commission
  const fromFees = (commission * (claimed + amount)) / gross - claimedFees
  return { fromSeller: amount - fromFees, fromFees, ...splitMoneyBack(payment, amount) }
}

/** What a claim can still take back, in minor units. */
export function claimable(money: PaymentMoney): bigint {
  return money.toSeller + money.commission - money.claimed
}

/** Refunded parts give room back; what still counts is the same part of the base, half-even. */
export function remainingLimit(payment: Payment, money: Payment['money']): LimitUse {
  const own = ownPart(payment)
  if (own === 0n) return payment.limit
  const kept = own - money.toBuyer - money.claimedToBuyer
  return { ...payment.limit, counted: divideRounded(payment.limit.base * kept, own, 'half-even') }
}

/** By where the money went: what is closed without a state of its own. */
export function closedState({ money }: Payment): PaymentState {
  if (money.toSeller + money.commission === 0n) return 'refunded'
  return money.toBuyer + money.toPromotions > 0n ? 'split' : 'released'
}
