import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { marketplaceBrand } from '../marketplaces.ts'
import { PAYMENT_STATES, quoteView } from '../payments.ts'
import { amount, currencyCode, id, positiveAmount, timestamp } from '../primitives.ts'
import { cardView } from './cards.ts'
import { passkeyRequest, signInByPasskeyRequest } from './passkeys.ts'

/**
 * Made by the form when it is shown, the same however often it is sent: what moves money is done
 * once.
 */
export const commandKey = z
  .string()
  .regex(/^[\w-]{16,64}$/, 'must be 16 to 64 letters, digits, - or _')

/** Open: something is to be paid. Gone: nothing is, and nothing was. */
export const CHECKOUT_STATES = ['open', 'paid', 'gone'] as const
export type CheckoutState = (typeof CHECKOUT_STATES)[number]

const checkoutPayment = z.object({
  id: id('pay'),
  state: z.enum(PAYMENT_STATES),
  description: z.string().nullable(),
  seller: z.string().meta({ description: 'The name of who gets the money.' }),
  amount,
  coupon: amount,
})

/** Where the money could come from. A new way to pay is one more kind. */
const paymentSource = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('wallet'),
    available: amount.meta({ description: 'In the currency of the checkout.' }),
    missing: amount.meta({ description: 'Of the own part of the total.' }),
    usable: z.boolean(),
    reason: z.enum(['too_little']).nullable().meta({ description: 'Why it is not usable.' }),
  }),
  z.object({
    kind: z.literal('card'),
    card: cardView,
    by_card: amount,
    by_wallet: amount.meta({ description: 'More than zero: a mix of both.' }),
    usable: z.boolean(),
    reason: z.enum(['expired']).nullable(),
  }),
  z.object({
    kind: z.literal('other_currency'),
    available: amount,
    pays: amount.nullable().meta({ description: 'About so much: a quote says it for a minute.' }),
    usable: z.boolean(),
    reason: z.enum(['too_little', 'no_rate']).nullable(),
  }),
])
export type PaymentSource = z.infer<typeof paymentSource>

/** What the person who looks at it could pay with, and what would keep them from it. */
const checkoutViewer = z.object({
  sources: z
    .array(paymentSource)
    .meta({ description: 'The wallet first; others where it does not hold enough.' }),
  spending: z.enum(['open', 'frozen', 'resting']),
  limit: z
    .object({ level: z.int(), left: amount })
    .nullable()
    .meta({ description: 'There when the total is more than the level allows.' }),
  own_goods: z.boolean().meta({ description: 'They sell some of it themselves.' }),
  will_be_checked: z.boolean(),
  passkey: z.boolean().meta({ description: 'Whether they have one to authorise with.' }),
  charge: z
    .object({
      card: z.object({ brand: z.string(), last4: z.string() }),
      bank_url: z.string().nullable().meta({ description: 'Where the bank asks its customer.' }),
    })
    .nullable()
    .meta({ description: 'A card that is being asked to pay this. Null: none is.' }),
  declined: z
    .string()
    .nullable()
    .meta({ description: 'Why the last card that was asked did not pay, as a code.' }),
  takes_cards: z.boolean().meta({ description: 'Whether a card can be added.' }),
  can_top_up_at_once: z.boolean().meta({ description: 'A sandbox.' }),
})

export const walletCheckout = z.object({
  object: z.literal('wallet_checkout'),
  id: id('chk'),
  state: z.enum(CHECKOUT_STATES),
  marketplace: marketplaceBrand,
  payments: z.array(checkoutPayment),
  total: amount.meta({ description: 'Still to be paid; when paid: what was.' }),
  pay_until: timestamp.nullable(),
  protection: z.object({
    confirm_days: z.int().meta({ description: 'The longest among the payments, from shipping.' }),
  }),
  buyer: z
    .enum(['you', 'somebody_else'])
    .nullable()
    .meta({ description: 'Null: nobody has taken it on. Who is not signed in is never "you".' }),
  viewer: checkoutViewer.nullable().meta({ description: 'Null: not theirs, or not signed in.' }),
  back_url: z.string().nullable().meta({ description: 'To the shop, with the signed result.' }),
})
export type WalletCheckout = z.infer<typeof walletCheckout>

/** What is authorised: exactly this, or nothing. */
const authorised = {
  card: z
    .strictObject({ id: id('crd'), amount: positiveAmount })
    .optional()
    .meta({ description: 'What a card pays of the total, or all; the wallet pays the rest.' }),
  quote: id('quo')
    .optional()
    .meta({ description: 'A wallet in another currency pays all of it, at this price.' }),
  total: amount.meta({ description: 'Zero where coupons cover all of it.' }),
  payments: z.array(id('pay')).min(1).max(50),
}

export const authorisation = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('payment_password'),
    payment_password: z.string().regex(/^\d{6}$/, 'must be six digits'),
  }),
  signInByPasskeyRequest.extend({ by: z.literal('passkey') }),
])
export type Authorisation = z.infer<typeof authorisation>

interface Source {
  readonly card?: unknown
  readonly quote?: unknown
}
const hasOneSource = ({ card, quote }: Source): boolean => card === undefined || quote === undefined
const TWO_SOURCES = { error: 'is paid by a card or by a quote, not by both', path: ['quote'] }

export const payCheckoutRequest = z
  .strictObject({ key: commandKey, ...authorised, authorisation })
  .refine(hasOneSource, TWO_SOURCES)

const byCard = [
  'processor_missing',
  'processor_unavailable',
  'card_declined',
  'card_expired',
] as const

const one = { params: { id: 'chk' }, response: walletCheckout } as const

export const checkoutAppRoutes = {
  /** For whoever has the address; what somebody else has begun to pay and not paid is not found. */
  getCheckout: {
    ...one,
    method: 'GET',
    path: '/wallet/api/checkouts/{id}',
    access: 'anyone',
    refusals: ['not_found'],
  },
  /** Of a shop, for anybody. */
  getMarketplaceLogo: {
    method: 'GET',
    path: '/wallet/api/marketplaces/{id}/logo',
    access: 'anyone',
    immutable: true,
    params: { id: 'mkt' },
    query: z.strictObject({ version: z.string().regex(/^[0-9a-f]{16}$/) }),
    response: 'file',
    refusals: ['not_found'],
  },
  /** What it costs out of the wallet in another currency; nobody is bound to anything by it. */
  quoteCheckout: {
    method: 'POST',
    path: '/wallet/api/checkouts/{id}/quote',
    access: 'person',
    params: { id: 'chk' },
    body: z.strictObject({ from: currencyCode }),
    response: quoteView,
    refusals: ['not_found', 'rate_unavailable', 'currency_mismatch', 'currency_not_enabled'],
  },
  /** A challenge that is bound to the total and who gets it. */
  beginCheckoutPasskey: {
    method: 'POST',
    path: '/wallet/api/checkouts/{id}/passkey',
    access: 'person',
    params: { id: 'chk' },
    body: z.strictObject(authorised).refine(hasOneSource, TWO_SOURCES),
    response: passkeyRequest,
    refusals: ['not_found', 'try_later', 'checkout_changed'],
  },
  payCheckout: {
    ...one,
    method: 'POST',
    path: '/wallet/api/checkouts/{id}/pay',
    access: 'person',
    body: payCheckoutRequest,
    refusals: [
      'not_found',
      'password_wrong',
      'try_later',
      'ceremony_gone',
      'passkey_refused',
      'checkout_changed',
      'wrong_state',
      'same_account',
      'insufficient_funds',
      'limit_exceeded',
      'rate_unavailable',
      'quote_expired',
      'account_frozen',
      'account_resting',
      ...byCard,
    ],
  },
  /** Asks what the bank has said, and goes on; a page that waits asks it now and then. */
  advanceCharge: {
    ...one,
    method: 'POST',
    path: '/wallet/api/checkouts/{id}/charge',
    access: 'person',
    refusals: [
      'not_found',
      'checkout_changed',
      'wrong_state',
      'insufficient_funds',
      'limit_exceeded',
      'rate_unavailable',
      'account_frozen',
      'account_resting',
      ...byCard,
    ],
  },
  /** Another way to pay was chosen. What the bank holds already is let go. */
  giveUpCharge: {
    ...one,
    method: 'POST',
    path: '/wallet/api/checkouts/{id}/charge/give_up',
    access: 'person',
    refusals: ['not_found'],
  },
  /** Sandbox: money that arrives at once. */
  topUpAtOnce: {
    method: 'POST',
    path: '/wallet/api/sandbox/top_ups',
    access: 'person',
    sandboxOnly: true,
    body: z.strictObject({ key: commandKey, amount: positiveAmount }),
    response: z.object({ object: z.literal('top_up'), id: id('top'), amount }),
    refusals: ['currency_not_enabled', 'amount_too_large'],
  },
} as const satisfies Record<string, AppRoute>
