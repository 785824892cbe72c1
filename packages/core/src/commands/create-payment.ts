import type { CreatePaymentRequest, PaymentKind, Refusal } from '@danbao/contracts'
import {
  accept,
  addDuration,
  currency,
  days,
  type Duration,
  hours,
  InvariantError,
  newUuid,
  decodeId,
  type IdPrefix,
  parseDuration,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { accounts, needAccount } from '../accounts/store.ts'
import { settingsOf } from '../clock/settings.ts'
import type { Caller } from '../engine/caller.ts'
import type { Command, Context, Need } from '../engine/command.ts'
import { claimReference, needReference } from '../engine/references.ts'
import { refuseWith } from '../engine/refusal.ts'
import { type DefaultTerms, defaultTermsOf, needDefaultTerms } from '../marketplaces/terms.ts'
import { applyStep } from '../payments/apply-step.ts'
import { NO_MONEY, type Payment, type Terms } from '../payments/payment.ts'
import { proceedsOf, walletOf } from '../wallets/address.ts'
import { answerPayment } from './on-payment.ts'

/** A payment comes into being: nobody has paid yet. */
export function createPayment(caller: Caller, request: CreatePaymentRequest): Command {
  return {
    name: 'create',
    needs: needsOfNewPayment(caller, request),
    decide(context) {
      const created = newPayment(context, caller, request, null)
      return created.ok ? answerPayment(created.value, 201) : created
    },
  }
}

/** A payment of a checkout may have no buyer yet. */
type NewPayment = Omit<CreatePaymentRequest, 'buyer'> & { readonly buyer?: string | undefined }

function partiesOf({
  buyer,
  seller,
}: NewPayment): readonly (readonly ['buyer' | 'seller', Uuid])[] {
  const own = ['seller', requestId('acc', seller)] as const
  return buyer === undefined ? [own] : [['buyer', requestId('acc', buyer)], own]
}

export function needsOfNewPayment(caller: Caller, request: NewPayment): Need[] {
  const needs = partiesOf(request).map(([, id]): Need => needAccount(id))
  if (caller.kind !== 'marketplace') return needs
  needs.push(needDefaultTerms(caller.marketplaceId))
  if (request.reference !== undefined) {
    needs.push(needReference('payment', caller.marketplaceId, request.reference))
  }
  return needs
}

/** Creates one payment, alone or under a checkout. */
export function newPayment(
  context: Context,
  caller: Caller,
  request: NewPayment,
  checkoutId: Uuid | null,
): Result<Payment, Refusal> {
  if (caller.kind !== 'marketplace' || caller.actingAs !== null) {
    return refuseWith('not_allowed', 'A payment is created by the marketplace itself.')
  }
  const id = newUuid()
  const refused =
    checkRequest(context, request) ?? claim(context, caller.marketplaceId, request, id)
  if (refused !== undefined) return refused
  const payment = buildPayment(context, caller.marketplaceId, request, { id, checkoutId })
  return accept(applyStep(context, { payment, postings: [], event: 'payment.created' }))
}

type Refused = { readonly ok: false; readonly refusal: Refusal }

function checkRequest({ ws }: Context, request: NewPayment): Refused | undefined {
  const { amount, coupon, commission, buyer, seller } = request
  if (buyer === seller) return refuseWith('same_account', 'Buyer and seller must differ.')
  for (const [who, id] of partiesOf(request)) {
    const account = accounts.get(ws, id)
    if (account === undefined) {
      return refuseWith('not_found', `There is no account with the id of the ${who}.`, {
        field: who,
      })
    }
    if (account.closedAt !== null) {
      return refuseWith('account_closed', `The account of the ${who} is closed.`, { field: who })
    }
  }
  if (!settingsOf(ws).currencies.has(currency(amount.currency))) {
    return refuseWith('currency_not_enabled', `${amount.currency} is not enabled here.`)
  }
  for (const [field, part] of [
    ['coupon', coupon],
    ['commission.fixed', commission?.fixed],
  ] as const) {
    if (part !== undefined && part.currency !== amount.currency) {
      return refuseWith('currency_mismatch', `${field} must be in ${amount.currency}.`, { field })
    }
  }
  if (coupon !== undefined && BigInt(coupon.value) > BigInt(amount.value)) {
    return refuseWith('amount_too_large', 'The coupon is more than the amount.', {
      field: 'coupon',
    })
  }
  return undefined
}

function claim(
  { ws }: Context,
  marketplaceId: Uuid,
  { reference }: NewPayment,
  id: Uuid,
): Refused | undefined {
  if (reference === undefined) return undefined
  if (claimReference(ws, 'payment', { marketplaceId, reference, holder: id })) return undefined
  return refuseWith('reference_in_use', `A payment with the reference "${reference}" exists.`)
}

function buildPayment(
  { ws, at }: Context,
  marketplaceId: Uuid,
  request: NewPayment,
  ids: { readonly id: Uuid; readonly checkoutId: Uuid | null },
): Payment {
  const kind = request.kind ?? 'standard'
  const defaults = defaultTermsOf(ws, marketplaceId)
  const terms = termsOf(kind, request.policy, defaults)
  const of = currency(request.amount.currency)
  const buyerId = request.buyer === undefined ? null : requestId('acc', request.buyer)
  const sellerId = requestId('acc', request.seller)
  return {
    ...ids,
    marketplaceId,
    buyerId,
    sellerId,
    walletId: buyerId === null ? null : walletOf(buyerId, of).id,
    proceedsId: proceedsOf(sellerId, of).id,
    reference: request.reference ?? null,
    description: request.description ?? null,
    metadata: JSON.stringify(request.metadata ?? {}),
    kind,
    currency: of,
    amount: BigInt(request.amount.value),
    coupon: BigInt(request.coupon?.value ?? 0),
    commissionBasisPoints: request.commission?.basis_points ?? defaults.commissionBasisPoints ?? 0,
    commissionFixed: BigInt(request.commission?.fixed?.value ?? 0),
    terms,
    state: 'requires_payment',
    due: { kind: 'pay', at: addDuration(at, terms.payWithin) },
    ...UNTOUCHED,
    createdAt: at,
  }
}

const UNTOUCHED = {
  extended: false,
  pausedMs: null,
  disputeId: null,
  carrier: null,
  tracking: null,
  reason: null,
  money: NO_MONEY,
  limit: { base: 0n, counted: 0n },
  paidAt: null,
  shippedAt: null,
  deliveredAt: null,
  checkedAt: null,
  closedAt: null,
  closedBy: null,
} as const

const CONFIRM_WITHIN: Readonly<Record<PaymentKind, Duration>> = {
  standard: days(15),
  cross_border: days(60),
  virtual: days(3),
  auto_delivered: hours(24),
}

/** What the request says, else the marketplace, else the product. */
function termsOf(kind: PaymentKind, policy: NewPayment['policy'], defaults: DefaultTerms): Terms {
  const confirmWithin = kind === 'standard' ? defaults.confirmWithin : null
  return {
    payWithin: requestDuration(policy?.pay_within) ?? defaults.payWithin ?? days(5),
    shipWithin: requestDuration(policy?.ship_within) ?? defaults.shipWithin ?? days(7),
    confirmWithin: requestDuration(policy?.confirm_within) ?? confirmWithin ?? CONFIRM_WITHIN[kind],
    inspectWithin: requestDuration(policy?.inspect_within) ?? defaults.inspectWithin ?? days(3),
  }
}

function requestDuration(text: string | undefined): Duration | undefined {
  if (text === undefined) return undefined
  const parsed = parseDuration(text)
  if (!parsed.ok) throw new InvariantError('Requests are parsed before they become commands.')
  return parsed.value
}

/** The UUID of an id that the request's schema has checked already. */
export function requestId(prefix: IdPrefix, text: string): Uuid {
  const decoded = decodeId(prefix, text)
  if (!decoded.ok) throw new InvariantError('Requests are parsed before they become commands.')
  return decoded.value
}
