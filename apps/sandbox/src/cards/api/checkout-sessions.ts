import { z } from 'zod'
import { refusal } from '../api-error.ts'
import { newId, randomText } from '../ids.ts'
import type { CheckoutSession, SetupIntent } from '../records.ts'
import { expireSession } from '../setups.ts'
import type { State } from '../state.ts'
import { findCustomer } from './customers.ts'
import { listPage } from './list.ts'
import type { AddRoute } from './route.ts'
import {
  cardOptions,
  currency,
  mergeMetadata,
  metadata,
  methodTypes,
  nothing,
  page,
  text,
  webAddress,
  wholeNumber,
} from './schemas.ts'

const LIFETIME_S = 24 * 60 * 60
const SHORTEST_S = 30 * 60

const creation = z.strictObject({
  mode: z.literal('setup', { error: 'only setup is spoken here' }),
  // Filled in when the person comes back: `{CHECKOUT_SESSION_ID}`.
  success_url: webAddress,
  cancel_url: webAddress.optional(),
  allowed_payment_method_types: methodTypes.optional(),
  payment_method_types: methodTypes.optional(),
  client_reference_id: text.optional(),
  currency: currency.optional(),
  customer: text.optional(),
  customer_creation: z.enum(['always', 'if_required']).optional(),
  customer_email: text.optional(),
  expires_at: wholeNumber.optional(),
  locale: text.optional(),
  metadata: metadata.optional(),
  payment_method_options: cardOptions.optional(),
  setup_intent_data: z
    .strictObject({ description: text.optional(), metadata: metadata.optional() })
    .optional(),
  ui_mode: z.literal('hosted_page').optional(),
})
type Creation = z.output<typeof creation>

export function addCheckoutSessions(add: AddRoute, state: State): void {
  const { sessions } = state
  add({
    method: 'POST',
    path: '/checkout/sessions',
    schema: creation,
    run: ({ params, baseUrl }) => createSession(state, params, baseUrl),
  })
  add({
    method: 'GET',
    path: '/checkout/sessions',
    schema: z.strictObject({
      ...page,
      customer: text.optional(),
      status: z.enum(['open', 'complete', 'expired']).optional(),
    }),
    run({ params }) {
      const rows = sessions
        .list()
        .filter(({ customer }) => [undefined, customer].includes(params.customer))
        .filter(({ status }) => [undefined, status].includes(params.status))
      return listPage(rows, params, '/v1/checkout/sessions')
    },
  })
  add({
    method: 'GET',
    path: '/checkout/sessions/:id',
    schema: nothing,
    run: ({ id }) => sessions.get(id),
  })
  add({
    method: 'POST',
    path: '/checkout/sessions/:id/expire',
    schema: nothing,
    run({ id }) {
      const { status } = sessions.get(id)
      if (status === 'open') return expireSession(state, id)
      throw refusal(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session ` +
          `has a status of ${status}.`,
      )
    },
  })
}

function createSession(state: State, params: Creation, baseUrl: string): CheckoutSession {
  const created = state.now()
  const { customer, expires_at: expiresAt = created + LIFETIME_S } = params
  if (customer !== undefined) findCustomer(state, customer, 'customer')
  if (expiresAt < created + SHORTEST_S || expiresAt > created + LIFETIME_S) {
    throw refusal('The `expires_at` timestamp must be 30 minutes to 24 hours away.', {
      param: 'expires_at',
    })
  }
  refuseOtherTypes(params)
  const setup = createSetup(state, params)
  const id = `cs_test_${randomText(48)}`
  state.due.plan(id, expiresAt, () => void expireSession(state, id))
  return state.sessions.add({
    id,
    object: 'checkout.session',
    created,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: null,
    amount_total: null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    currency: params.currency ?? null,
    customer: customer ?? null,
    customer_email: params.customer_email ?? null,
    expires_at: expiresAt,
    livemode: false,
    locale: params.locale ?? null,
    metadata: mergeMetadata({}, params.metadata),
    mode: 'setup',
    payment_intent: null,
    payment_method_options: setup.payment_method_options,
    payment_method_types: ['card'],
    payment_status: 'no_payment_required',
    setup_intent: setup.id,
    status: 'open',
    submit_type: null,
    success_url: params.success_url,
    ui_mode: 'hosted_page',
    url: `${baseUrl}/cards/pay/${id}`,
  })
}

function refuseOtherTypes(params: Creation): void {
  const types = params.allowed_payment_method_types ?? params.payment_method_types
  if (types === undefined && params.currency === undefined) {
    throw refusal('Missing required param: currency.', {
      code: 'parameter_missing',
      param: 'currency',
    })
  }
  if (types !== undefined && !types.includes('card')) {
    throw refusal('This sandbox knows the payment method type card only.', {
      param: 'allowed_payment_method_types',
    })
  }
}

function createSetup(state: State, params: Creation): SetupIntent {
  const id = newId('seti')
  const setup = state.setupIntents.add({
    id,
    object: 'setup_intent',
    created: state.now(),
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(24)}`,
    customer: params.customer ?? null,
    description: params.setup_intent_data?.description ?? null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: mergeMetadata({}, params.setup_intent_data?.metadata),
    next_action: null,
    payment_method: null,
    payment_method_options: params.payment_method_options ?? {
      card: { request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    status: 'requires_payment_method',
    usage: 'off_session',
  })
  state.tell('setup_intent.created', setup)
  return setup
}
