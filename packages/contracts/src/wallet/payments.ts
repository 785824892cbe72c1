import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { disputeView } from '../disputes.ts'
import {
  cancelRequest,
  paymentTransferView,
  paymentView,
  refundRequest,
  shipRequest,
} from '../payments.ts'
import { amount, list, page, timestamp } from '../primitives.ts'
import { authorisation, commandKey } from './checkout.ts'
import { passkeyRequest } from './passkeys.ts'

/** What somebody can do with a payment; which of it now, the server says. */
export const PAYMENT_ACTIONS = [
  'pay',
  'confirm',
  'extend',
  'cancel',
  'ship',
  'refund',
  'open_dispute',
  'claim',
] as const
export type PaymentAction = (typeof PAYMENT_ACTIONS)[number]

export const PAYMENT_GROUPS = ['open', 'to_ship', 'disputed', 'closed'] as const

/** A payment as one of its two people sees it. */
export const ownPayment = z.object({
  object: z.literal('own_payment'),
  payment: paymentView,
  role: z.enum(['buyer', 'seller']),
  counterpart: z.string().nullable().meta({ description: 'The name of the other side.' }),
  marketplace: z.string(),
  actions: z.array(z.enum(PAYMENT_ACTIONS)),
})
export type OwnPayment = z.infer<typeof ownPayment>

export const ownPaymentDetail = ownPayment.extend({
  extendable_from: timestamp.nullable().meta({ description: 'Null: it can not be extended.' }),
  transfers: z.array(paymentTransferView).meta({ description: 'Every movement, oldest first.' }),
  dispute: disputeView.nullable(),
})
export type OwnPaymentDetail = z.infer<typeof ownPaymentDetail>

/** What a seller has to do, and what money comes when; after commission. */
export const sellingView = z.object({
  object: z.literal('selling'),
  at: timestamp,
  to_ship: z.object({ count: z.number().int(), first_due: timestamp.nullable() }),
  disputed: z.number().int(),
  expected: z.array(
    z.object({
      currency: z.string(),
      undated: amount.meta({ description: 'Nothing says when: not shipped, checked or disputed.' }),
      days: z
        .array(z.object({ day: z.iso.date(), amount }))
        .meta({ description: 'By the day (UTC) on which it comes if nobody says anything.' }),
    }),
  ),
})
export type SellingView = z.infer<typeof sellingView>

const one = {
  method: 'POST',
  access: 'person',
  params: { id: 'pay' },
  response: ownPaymentDetail,
} as const
const keyed = z.strictObject({ key: commandKey })

export const paymentAppRoutes = {
  getSelling: {
    method: 'GET',
    path: '/wallet/api/selling',
    access: 'person',
    response: sellingView,
    refusals: [],
  },
  listOwnPayments: {
    method: 'GET',
    path: '/wallet/api/payments',
    access: 'person',
    query: z.strictObject({
      role: z.enum(['buyer', 'seller']).optional(),
      group: z.enum(PAYMENT_GROUPS).optional(),
      ...page,
    }),
    response: list(ownPayment),
    refusals: ['invalid_cursor'],
  },
  getOwnPayment: {
    ...one,
    method: 'GET',
    path: '/wallet/api/payments/{id}',
    refusals: ['not_found'],
  },
  /** A challenge that is good for confirming this payment, and nothing else. */
  beginConfirmPasskey: {
    ...one,
    path: '/wallet/api/payments/{id}/passkey',
    response: passkeyRequest,
    refusals: ['not_found', 'try_later'],
  },
  /** Gives the money to the seller, so it is authorised like a payment. */
  confirmPayment: {
    ...one,
    path: '/wallet/api/payments/{id}/confirm',
    body: keyed.extend({ authorisation }),
    refusals: [
      'not_found',
      'wrong_state',
      'not_allowed',
      'password_wrong',
      'try_later',
      'ceremony_gone',
      'passkey_refused',
    ],
  },
  extendPayment: {
    ...one,
    path: '/wallet/api/payments/{id}/extend',
    body: keyed,
    refusals: ['not_found', 'wrong_state', 'not_allowed', 'not_extendable'],
  },
  cancelPayment: {
    ...one,
    path: '/wallet/api/payments/{id}/cancel',
    body: cancelRequest.extend({ key: commandKey }),
    refusals: ['not_found', 'wrong_state', 'not_allowed'],
  },
  shipPayment: {
    ...one,
    path: '/wallet/api/payments/{id}/ship',
    body: shipRequest.extend({ key: commandKey }),
    refusals: ['not_found', 'wrong_state', 'not_allowed'],
  },
  refundPayment: {
    ...one,
    path: '/wallet/api/payments/{id}/refund',
    body: refundRequest.extend({ key: commandKey }),
    refusals: ['not_found', 'wrong_state', 'not_allowed', 'amount_too_large', 'currency_mismatch'],
  },
} as const satisfies Record<string, AppRoute>
