import type { Refusal } from '@danbao/contracts'
import {
  accept,
  allocateByLargestRemainder,
  invariant,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import type { Posting } from '@danbao/ledger'
import { personOf, type Caller } from '../engine/caller.ts'
import type { Context } from '../engine/command.ts'
import { refuseWith } from '../engine/refusal.ts'
import { buyerOf, ownPart, type Payment } from '../payments/payment.ts'
import { clearingOf, escrowOf, walletOf } from '../wallets/address.ts'
import type { Charge } from './charge.ts'
import { chargeParts, charges } from './store.ts'

/** The authorised charge that is to pay a checkout of the caller. */
export function authorisedCharge(
  { ws }: Context,
  caller: Caller,
  { chargeId, checkoutId }: { readonly chargeId: Uuid; readonly checkoutId: Uuid },
): Result<Charge, Refusal> {
  const charge = charges.get(ws, chargeId)
  if (
    charge === undefined ||
    charge.accountId !== personOf(caller) ||
    charge.checkoutId !== checkoutId
  ) {
    return refuseWith('not_found', 'There is no such card charge.')
  }
  if (charge.state === 'authorised') return accept(charge)
  const members = { state: charge.state }
  return refuseWith('wrong_state', `The card charge is ${charge.state}.`, members)
}

/**
 * The card pays into the wallet and the wallet into escrow, in one linked set; what the card does
 * not pay the wallet has to hold. From then on the charge is to be captured.
 */
export function chargedSource(
  context: Context,
  unpaid: readonly Payment[],
  charge: Charge,
): Result<readonly (readonly Posting[])[], Refusal> {
  const { ws, at } = context
  const [first] = unpaid
  invariant(first !== undefined, 'There is something to pay.')
  const own = unpaid.map(ownPart)
  const needed = own.reduce((sum, part) => sum + part, 0n)
  if (charge.currency !== first.currency || charge.amount > needed) {
    return refuseWith('checkout_changed', 'The card would pay more than this. Nothing was paid.')
  }
  const wallet = walletOf(buyerOf(first), first.currency)
  const available = ws.books.balance(wallet)
  if (needed - charge.amount > available) {
    return refuseWith('insufficient_funds', 'The wallet does not hold what the card leaves.', {
      currency: first.currency,
      needed: (needed - charge.amount).toString(),
      available: available.toString(),
    })
  }
  const shares = allocateByLargestRemainder(charge.amount, own)
  charges.put(ws, { ...charge, state: 'secured', securedAt: at, dueAt: at })
  return accept(
    unpaid.map((payment, index) => {
      const share = shares[index] ?? 0n
      if (share > 0n) {
        chargeParts.put(ws, { id: payment.id, chargeId: charge.id, amount: share })
      }
      return postingsOf(payment, share)
    }),
  )
}

function postingsOf(payment: Payment, share: bigint): readonly Posting[] {
  const { id, currency } = payment
  const wallet = walletOf(buyerOf(payment), currency)
  return [
    { from: clearingOf('card', currency), to: wallet, amount: share, code: 'charge' },
    { from: wallet, to: escrowOf(id, currency), amount: ownPart(payment), code: 'pay' },
  ].filter(({ amount }) => amount > 0n)
}
