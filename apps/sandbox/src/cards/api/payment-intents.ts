import { z } from 'zod'
import { refusal } from '../api-error.ts'
import { newId, randomText } from '../ids.ts'
import { takePaymentMethod } from '../payment-methods.ts'
import type { PaymentIntent } from '../payment-records.ts'
import { cancelPayment, capturePayment, confirmPayment, refuseState } from '../payments.ts'
import type { PaymentMethod } from '../records.ts'
import type { State } from '../state.ts'
import { findCustomer } from './customers.ts'
import { listPage } from './list.ts'
import type { AddRoute } from './route.ts'
import {
  amount,
  cardOptions,
  currency,
  flag,
  mergeMetadata,
  metadata,
  methodTypes,
  page,
  text,
  webAddress,
} from './schemas.ts'

const common = {
  description: text.optional(),
  metadata: metadata.optional(),
  payment_method: text.optional(),
  payment_method_options: cardOptions.optional(),
  receipt_email: text.optional(),
  setup_future_usage: z.enum(['', 'on_session', 'off_session']).optional(),
  statement_descriptor: text.max(22).optional(),
  statement_descriptor_suffix: text.max(22).optional(),
}
const confirmation = {
  off_session: flag.optional(),
  return_url: webAddress.optional(),
  error_on_requires_action: flag.optional(),
  use_stripe_sdk: flag.optional(),
}
const creation = z.strictObject({
  ...common,
  ...confirmation,
  amount,
  currency,
  allowed_payment_method_types: methodTypes.optional(),
  payment_method_types: methodTypes.optional(),
  automatic_payment_methods: z
    .strictObject({ enabled: flag, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).default('automatic'),
  confirm: flag.optional(),
  confirmation_method: z.enum(['automatic', 'manual']).default('automatic'),
  customer: text.optional(),
})
type Creation = z.output<typeof creation>
const change = z.strictObject({
  ...common,
  amount: amount.optional(),
  currency: currency.optional(),
})
const confirming = z.strictObject({
  ...confirmation,
  payment_method: text.optional(),
  payment_method_options: cardOptions.optional(),
})
type Confirming = z.output<typeof confirming>
const cancelReason = z.enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'])

const CHANGEABLE = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
] as const satisfies readonly PaymentIntent['status'][]

export function addPaymentIntents(add: AddRoute, state: State): void {
  const { paymentIntents } = state
  add({
    method: 'POST',
    path: '/payment_intents',
    schema: creation,
    run({ params, baseUrl }) {
      const intent = createIntent(state, params)
      return params.confirm === true ? confirm(state, intent, params, baseUrl) : intent
    },
  })
  add({
    method: 'GET',
    path: '/payment_intents',
    schema: z.strictObject({ ...page, customer: text.optional() }),
    run({ params }) {
      const rows = paymentIntents
        .list()
        .filter(({ customer }) => [undefined, customer].includes(params.customer))
      return listPage(rows, params, '/v1/payment_intents')
    },
  })
  add({
    method: 'GET',
    path: '/payment_intents/:id',
    schema: z.strictObject({ client_secret: text.optional() }),
    run: ({ id }) => paymentIntents.get(id),
  })
  add({
    method: 'POST',
    path: '/payment_intents/:id',
    schema: change,
    run: ({ id, params }) => changeIntent(state, paymentIntents.get(id), params),
  })
  addSteps(add, state)
}

function addSteps(add: AddRoute, state: State): void {
  const { paymentIntents } = state
  add({
    method: 'POST',
    path: '/payment_intents/:id/confirm',
    schema: confirming,
    run: ({ id, params, baseUrl }) => confirm(state, paymentIntents.get(id), params, baseUrl),
  })
  add({
    method: 'POST',
    path: '/payment_intents/:id/capture',
    schema: z.strictObject({
      amount_to_capture: amount.optional(),
      final_capture: flag.optional(),
      metadata: metadata.optional(),
      statement_descriptor: text.optional(),
      statement_descriptor_suffix: text.optional(),
    }),
    run({ id, params }) {
      const present = paymentIntents.get(id)
      refuseState(present, 'capture', ['requires_capture'])
      const intent = paymentIntents.change(id, {
        metadata: mergeMetadata(present.metadata, params.metadata),
      })
      return capturePayment(state, intent, params.amount_to_capture)
    },
  })
  add({
    method: 'POST',
    path: '/payment_intents/:id/cancel',
    schema: z.strictObject({ cancellation_reason: cancelReason.optional() }),
    run: ({ id, params }) => cancelPayment(state, id, params.cancellation_reason ?? null),
  })
}

function createIntent(state: State, params: Creation): PaymentIntent {
  if (params.customer !== undefined) findCustomer(state, params.customer, 'customer')
  const method = findMethod(state, params.payment_method)
  if (params.off_session === true && params.confirm !== true) {
    throw refusal('You must confirm the PaymentIntent for off_session.', { param: 'off_session' })
  }
  const id = newId('pi')
  const intent = state.paymentIntents.add({
    id,
    object: 'payment_intent',
    created: state.now(),
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount: params.amount,
    amount_capturable: 0,
    amount_received: 0,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method,
    client_secret: `${id}_secret_${randomText(24)}`,
    confirmation_method: params.confirmation_method,
    currency: params.currency,
    customer: params.customer ?? null,
    description: params.description || null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    payment_method: method?.id ?? null,
    payment_method_options: params.payment_method_options ?? {
      card: { request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    processing: null,
    receipt_email: params.receipt_email || null,
    setup_future_usage: params.setup_future_usage || null,
    statement_descriptor: params.statement_descriptor || null,
    statement_descriptor_suffix: params.statement_descriptor_suffix || null,
    status: method === undefined ? 'requires_payment_method' : 'requires_confirmation',
  })
  state.tell('payment_intent.created', intent)
  return intent
}

function findMethod(state: State, id: string | undefined): PaymentMethod | undefined {
  return id === undefined ? undefined : takePaymentMethod(state, id, 'payment_method')
}

function changeIntent(
  state: State,
  intent: PaymentIntent,
  { metadata: given, payment_method: methodId, ...rest }: z.output<typeof change>,
): PaymentIntent {
  const { amount: price = intent.amount, currency: money = intent.currency } = rest
  const isPrice = price !== intent.amount || money !== intent.currency || methodId !== undefined
  if (isPrice) refuseState(intent, 'update', CHANGEABLE)
  const method = findMethod(state, methodId)
  return state.paymentIntents.change(intent.id, {
    amount: price,
    currency: money,
    description: rest.description ?? intent.description,
    metadata: mergeMetadata(intent.metadata, given),
    payment_method_options: rest.payment_method_options ?? intent.payment_method_options,
    ...(method === undefined ? {} : { payment_method: method.id, status: 'requires_confirmation' }),
  })
}

function confirm(
  state: State,
  intent: PaymentIntent,
  params: Confirming,
  baseUrl: string,
): PaymentIntent {
  refuseState(intent, 'confirm', CHANGEABLE)
  const method = findMethod(state, params.payment_method ?? intent.payment_method ?? undefined)
  if (method === undefined) {
    throw refusal('You cannot confirm this PaymentIntent because it is missing a payment method.', {
      code: 'payment_intent_unexpected_state',
      payment_intent: intent,
    })
  }
  const asked =
    params.payment_method_options === undefined
      ? intent
      : state.paymentIntents.change(intent.id, {
          payment_method_options: params.payment_method_options,
        })
  return confirmPayment(state, asked, {
    method,
    returnUrl: params.return_url,
    isOffSession: params.off_session ?? false,
    baseUrl,
  })
}
