import type { Amount, Refusal } from '@danbao/contracts'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import type { Pool } from '@danbao/database'
import type { Caller } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { claimable, commissionOn, splitClaim, splitMoneyBack } from '../payments/money-rules.ts'
import type { Payment } from '../payments/payment.ts'
import { isAllowed } from '../payments/state-machine.ts'
import { viewAmount } from '../payments/view.ts'
import { findPayment, noSuchPayment } from './payments.ts'

/** What the end of a dispute or claim would do to the money; nothing is moved. */
export interface Settlement {
  readonly left: Amount
  readonly to_buyer: Amount
  readonly to_promotions: Amount
  /** What the seller has of the payment in the end. */
  readonly to_seller: Amount
  readonly commission: Amount
}

export interface SettlementAsked {
  readonly id: Uuid
  /** To the buyer, with the coupon's share; minor units of the payment's currency. */
  readonly back: bigint
}

/** By the rules that the dispute's end goes by. Refuses with `not_found`, `amount_too_large`. */
export async function previewSettlement(
  pool: Pool,
  caller: Caller,
  { id, back }: SettlementAsked,
): Promise<Result<Settlement, Refusal>> {
  const payment = await findPayment(pool, caller, id)
  if (payment === undefined) return noSuchPayment()
  const closed = isAllowed('claim', payment.state)
  const left = closed ? claimable(payment.money) : payment.money.inEscrow
  if (back > left) {
    const members = { left: left.toString() }
    return refuseWith('amount_too_large', 'There is less than this to be had back.', members)
  }
  const view = (minor: bigint): Amount => viewAmount(payment.currency, minor)
  const parts = closed ? afterClaim(payment, back) : afterDispute(payment, back)
  return accept({
    left: view(left),
    to_buyer: view(parts.toBuyer),
    to_promotions: view(parts.toPromotions),
    to_seller: view(parts.toSeller),
    commission: view(parts.commission),
  })
}

interface Parts {
  readonly toBuyer: bigint
  readonly toPromotions: bigint
  readonly toSeller: bigint
  readonly commission: bigint
}

function afterDispute(payment: Payment, back: bigint): Parts {
  const gross = payment.money.inEscrow - back
  const commission = commissionOn(payment, gross)
  return { ...splitMoneyBack(payment, back), toSeller: gross - commission, commission }
}

function afterClaim(payment: Payment, back: bigint): Parts {
  const { claimed, claimedFees, commission, toSeller } = payment.money
  // Nothing was released: nothing can be taken back, and there is nothing to divide.
  if (back === 0n && claimable(payment.money) === 0n) {
    return { toBuyer: 0n, toPromotions: 0n, toSeller: 0n, commission: 0n }
  }
  const { fromSeller, fromFees, toBuyer, toPromotions } = splitClaim(payment, back)
  return {
    toBuyer,
    toPromotions,
    toSeller: toSeller - (claimed - claimedFees) - fromSeller,
    commission: commission - claimedFees - fromFees,
  }
}
