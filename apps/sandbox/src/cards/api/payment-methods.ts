import { z } from 'zod'
import { ApiError, refusal } from '../api-error.ts'
import { isGoodExpiry } from '../card-rules.ts'
import { attachPaymentMethod, detachPaymentMethod, takePaymentMethod } from '../payment-methods.ts'
import type { BillingDetails, Card, PaymentMethod } from '../records.ts'
import type { State } from '../state.ts'
import { findCustomer } from './customers.ts'
import { listPage } from './list.ts'
import type { AddRoute } from './route.ts'
import { mergeMetadata, metadata, nothing, page, text, wholeNumber } from './schemas.ts'

const type = z.literal('card').optional()
const address = z.strictObject({
  city: text.optional(),
  country: text.optional(),
  line1: text.optional(),
  line2: text.optional(),
  postal_code: text.optional(),
  state: text.optional(),
})
const change = z.strictObject({
  allow_redisplay: z.enum(['unspecified', 'limited', 'always']).optional(),
  billing_details: z
    .strictObject({
      address: address.optional(),
      email: text.optional(),
      name: text.optional(),
      phone: text.optional(),
      tax_id: text.optional(),
    })
    .optional(),
  card: z
    .strictObject({ exp_month: wholeNumber.optional(), exp_year: wholeNumber.optional() })
    .optional(),
  metadata: metadata.optional(),
})
type Change = z.output<typeof change>

export function addPaymentMethods(add: AddRoute, state: State): void {
  const { paymentMethods } = state
  const ofCustomer = (id: string | undefined): readonly PaymentMethod[] =>
    paymentMethods.list().filter(({ customer }) => customer !== null && customer === id)
  add({
    method: 'GET',
    path: '/payment_methods',
    schema: z.strictObject({ ...page, type, customer: text.optional() }),
    run({ params }) {
      if (params.customer !== undefined) findCustomer(state, params.customer, 'customer')
      return listPage(ofCustomer(params.customer), params, '/v1/payment_methods')
    },
  })
  add({
    method: 'GET',
    path: '/customers/:id/payment_methods',
    schema: z.strictObject({ ...page, type }),
    run({ id, params }) {
      findCustomer(state, id)
      return listPage(ofCustomer(id), params, `/v1/customers/${id}/payment_methods`)
    },
  })
  add({
    method: 'GET',
    path: '/customers/:id/payment_methods/:innerId',
    schema: nothing,
    run({ id, innerId }) {
      findCustomer(state, id)
      const method = paymentMethods.get(innerId)
      return method.customer === id ? method : paymentMethods.get('')
    },
  })
  add({
    method: 'GET',
    path: '/payment_methods/:id',
    schema: nothing,
    run: ({ id }) => paymentMethods.get(id),
  })
  add({
    method: 'POST',
    path: '/payment_methods/:id',
    schema: change,
    run({ id, params }) {
      const method = changeMethod(state, paymentMethods.get(id), params)
      state.tell('payment_method.updated', method)
      return method
    },
  })
  add({
    method: 'POST',
    path: '/payment_methods/:id/attach',
    schema: z.strictObject({ customer: text }),
    run({ id, params }) {
      findCustomer(state, params.customer, 'customer')
      return attachPaymentMethod(state, takePaymentMethod(state, id), params.customer)
    },
  })
  add({
    method: 'POST',
    path: '/payment_methods/:id/detach',
    schema: nothing,
    run: ({ id }) => detachPaymentMethod(state, id),
  })
}

/** Throws ApiError when it belongs to nobody, or would have an impossible month. */
function changeMethod(state: State, method: PaymentMethod, given: Change): PaymentMethod {
  if (method.customer === null) {
    throw refusal('You must save this PaymentMethod to a customer before you can update it.')
  }
  return state.paymentMethods.change(method.id, {
    allow_redisplay: given.allow_redisplay ?? method.allow_redisplay,
    billing_details: mergeBilling(method.billing_details, given.billing_details),
    card: mergeCard(method.card, given.card, state.now() * 1000),
    metadata: mergeMetadata(method.metadata, given.metadata),
  })
}

function mergeBilling(present: BillingDetails, given: Change['billing_details']): BillingDetails {
  if (given === undefined) return present
  const { address: where = {}, ...rest } = given
  return {
    ...present,
    ...emptied(rest),
    address: { ...present.address, ...emptied(where) },
  }
}

function emptied(
  given: Readonly<Record<string, string | undefined>>,
): Record<string, string | null> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value || null]))
}

function mergeCard(present: Card, given: Change['card'], at: number): Card {
  const { exp_month: month = present.exp_month, exp_year: year = present.exp_year } = given ?? {}
  if (month < 1 || month > 12) {
    throw cardError('invalid_expiry_month', 'exp_month', "Your card's expiration month is invalid.")
  }
  if (given !== undefined && !isGoodExpiry({ month, year }, at)) {
    throw cardError('invalid_expiry_year', 'exp_year', "Your card's expiration year is invalid.")
  }
  return { ...present, exp_month: month, exp_year: year }
}

function cardError(code: string, param: string, message: string): ApiError {
  return new ApiError(402, { type: 'card_error', code, param: `card[${param}]`, message })
}
