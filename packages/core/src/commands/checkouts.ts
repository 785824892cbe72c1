import type { CreateCheckoutRequest, PayRequest, Refusal } from '@danbao/contracts'
import { accept, newUuid, type Result, type Uuid } from '@danbao/kernel'
import type { Charge } from '../charges/charge.ts'
import { authorisedCharge } from '../charges/charged-source.ts'
import { charges } from '../charges/store.ts'
import { type Checkout, checkoutJson } from '../checkouts/checkout.ts'
import { checkouts } from '../checkouts/store.ts'
import { settingsOf } from '../clock/settings.ts'
import { runDue } from '../disputes/run-due.ts'
import type { Caller, PersonCaller } from '../engine/caller.ts'
import type { Command, Context, Done } from '../engine/command.ts'
import { emit } from '../engine/events.ts'
import { claimReference, needReference } from '../engine/references.ts'
import { refuseWith } from '../engine/refusal.ts'
import type { WorkingSet } from '../engine/working-set.ts'
import { authorise, isVisible, needCaller } from '../payments/authority.ts'
import { ownPart, type Payment } from '../payments/payment.ts'
import { checkoutsToLock, payments } from '../payments/store.ts'
import type { KnownOfPayer } from '../risk/facts.ts'
import { walletOf } from '../wallets/address.ts'
import { needWalletOfCheckout } from '../wallets/store.ts'
import { needsOfNewPayment, newPayment } from './create-payment.ts'
import { needsOfPaying, payAll } from './pay.ts'
import { wrongState } from './on-payment.ts'

export function createCheckout(caller: Caller, request: CreateCheckoutRequest): Command {
  const { reference, buyer } = request
  const each = request.payments.map((payment) => ({ ...payment, buyer }))
  const named =
    caller.kind === 'marketplace' && reference !== undefined
      ? [needReference('checkout', caller.marketplaceId, reference)]
      : []
  return {
    name: 'create_checkout',
    needs: [...each.flatMap((payment) => needsOfNewPayment(caller, payment)), ...named],
    decide(context) {
      const id = newUuid()
      const made: Payment[] = []
      for (const payment of each) {
        const created = newPayment(context, caller, payment, id)
        if (!created.ok) return created
        made.push(created.value)
      }
      const checkout = newCheckout(context, id, request, made)
      return checkout.ok ? answerCheckout(context, checkout.value, made, 201) : checkout
    },
  }
}

function newCheckout(
  { ws, at }: Context,
  id: Uuid,
  { reference, return_url: returnUrl }: CreateCheckoutRequest,
  made: readonly Payment[],
): Result<Checkout, Refusal> {
  const [first] = made
  if (first === undefined || made.some((payment) => payment.currency !== first.currency)) {
    return refuseWith('currency_mismatch', 'The payments of a checkout are in one currency.')
  }
  const { marketplaceId, buyerId } = first
  const named = reference === undefined ? undefined : { marketplaceId, reference, holder: id }
  if (named !== undefined && !claimReference(ws, 'checkout', named)) {
    return refuseWith('reference_in_use', `A checkout with the reference "${reference}" exists.`)
  }
  const checkout: Checkout = {
    id,
    marketplaceId,
    buyerId,
    currency: first.currency,
    total: made.reduce((sum, payment) => sum + payment.amount, 0n),
    reference: reference ?? null,
    returnUrl: returnUrl ?? null,
    createdAt: at,
  }
  checkouts.put(ws, checkout)
  announce({ ws, at }, checkout, made, 'checkout.created')
  return accept(checkout)
}

/**
 * A person takes on a checkout that nobody has: from now on they are its buyer. Repeated by the
 * same person it changes nothing.
 */
export function takeCheckout(caller: PersonCaller, checkoutId: Uuid): Command {
  const { personId } = caller
  return {
    name: 'take_checkout',
    needs: [
      (ws) => checkouts.want(ws, checkoutId),
      (ws) => checkoutsToLock.want(ws, checkoutId),
      ...needCaller(caller),
    ],
    before: (context) => runDueOf(context, checkoutId),
    decide(context) {
      const { ws } = context
      const checkout = checkouts.get(ws, checkoutId)
      const all = paymentsOf(ws, checkoutId)
      // The payments are what is locked: the checkout was read before somebody else may have it.
      const taken = all.find(({ buyerId }) => buyerId !== null)?.buyerId ?? null
      if (checkout === undefined || (taken !== null && taken !== personId)) return NO_CHECKOUT
      if (taken === personId) return answerCheckout(context, { ...checkout, buyerId: taken }, all)
      if (all.some(({ sellerId }) => sellerId === personId)) {
        return refuseWith('same_account', 'Who sells something can not buy it.')
      }
      const owned = { ...checkout, buyerId: personId }
      checkouts.put(ws, owned)
      const given = all.map((payment) => {
        const walletId = walletOf(personId, payment.currency).id
        return { ...payment, buyerId: personId, walletId }
      })
      for (const payment of given) payments.put(ws, payment)
      return answerCheckout(context, owned, given)
    },
  }
}

const NO_CHECKOUT = refuseWith('not_found', 'There is no such checkout.')

/** What somebody was shown when they authorised it, and what is known of them. */
export interface Shown {
  /** The own part of the total, in minor units. */
  readonly total: bigint
  readonly payments: readonly Uuid[]
  readonly known?: KnownOfPayer
  /** The authorised charge of a card that pays some of it, or all. */
  readonly charge?: Uuid
}

/**
 * One authorisation over all that is still to be paid of the checkout: all or none. With `shown`,
 * exactly that or none.
 */
export function payCheckout(
  caller: Caller,
  checkoutId: Uuid,
  request: PayRequest,
  shown?: Shown,
): Command {
  return {
    name: 'pay_checkout',
    needs: [
      (ws) => checkouts.want(ws, checkoutId),
      (ws) => checkoutsToLock.want(ws, checkoutId),
      needWalletOfCheckout(checkoutId),
      ...needCaller(caller),
      ...needsOfPaying(caller, request, checkoutId),
      ...(shown?.charge === undefined ? [] : [needCharge(shown.charge)]),
    ],
    before: (context) => runDueOf(context, checkoutId),
    decide(context) {
      const { ws } = context
      const checkout = checkouts.get(ws, checkoutId)
      const [first] = paymentsOf(ws, checkoutId)
      if (checkout === undefined || first === undefined || !isVisible(caller, first)) {
        return NO_CHECKOUT
      }
      if (first.buyerId === null) {
        return refuseWith('not_allowed', 'Nobody has taken this checkout on: its page is at `url`.')
      }
      const role = authorise(ws, caller, first, ['buyer'])
      if (!role.ok) return role
      const unpaid = paymentsOf(ws, checkoutId).filter((one) => one.state === 'requires_payment')
      if (unpaid.length === 0) return wrongState('pay', first.state)
      if (shown !== undefined && !isShown(shown, unpaid)) {
        return refuseWith('checkout_changed', 'This is not what was shown. Nothing was paid.')
      }
      const charge = chargeOf(context, caller, { chargeId: shown?.charge, checkoutId })
      if (!charge.ok) return charge
      const paid = payAll(context, unpaid, {
        request,
        subjectId: checkoutId,
        known: shown?.known,
        charge: charge.value,
      })
      if (!paid.ok) return paid
      const all = paymentsOf(ws, checkoutId)
      announce(context, checkout, all, 'checkout.paid')
      return answerCheckout(context, checkout, all)
    },
  }
}

const needCharge = (id: Uuid) => (ws: WorkingSet) => charges.want(ws, id)

function chargeOf(
  context: Context,
  caller: Caller,
  { chargeId, checkoutId }: { readonly chargeId: Uuid | undefined; readonly checkoutId: Uuid },
): Result<Charge | undefined, Refusal> {
  if (chargeId === undefined) return accept(undefined)
  return authorisedCharge(context, caller, { chargeId, checkoutId })
}

function isShown({ total, payments: ids }: Shown, unpaid: readonly Payment[]): boolean {
  const own = unpaid.reduce((sum, payment) => sum + ownPart(payment), 0n)
  return own === total && unpaid.map(({ id }) => id).join() === ids.toSorted().join()
}

function runDueOf(context: Context, checkoutId: Uuid): void {
  for (const payment of paymentsOf(context.ws, checkoutId)) runDue(context, payment.id)
}

function paymentsOf(ws: WorkingSet, checkoutId: Uuid): Payment[] {
  return payments
    .all(ws)
    .filter((payment) => payment.checkoutId === checkoutId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function announce(
  { ws, at }: Context,
  checkout: Checkout,
  of: readonly Payment[],
  type: 'checkout.created' | 'checkout.paid',
): void {
  const { id, marketplaceId } = checkout
  const data = checkoutJson(checkout, of, settingsOf(ws))
  emit(ws, { marketplaceId, type, subjectId: id, occurredAt: at, data })
}

function answerCheckout(
  { ws }: Context,
  checkout: Checkout,
  of: readonly Payment[],
  status: Done['status'] = 200,
): Result<Done, Refusal> {
  return accept({ status, body: checkoutJson(checkout, of, settingsOf(ws)) })
}
