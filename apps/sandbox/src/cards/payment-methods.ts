import { createHash } from 'node:crypto'
import { refusal } from './api-error.ts'
import { digitsOf } from './card-rules.ts'
import { newId } from './ids.ts'
import type { BillingDetails, Card, PaymentMethod } from './records.ts'
import type { State } from './state.ts'
import { brandOf, type Outcome, TEST_CARDS } from './test-cards.ts'

/** As it was typed in. */
export interface TypedCard {
  readonly number: string
  readonly month: number
  readonly year: number
  readonly name: string | null
}

const NO_ADDRESS = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
}

/** Keeps of a card what may be kept of it. Nobody's yet. */
export function createPaymentMethod(
  state: State,
  typed: TypedCard,
  outcome: Outcome,
): PaymentMethod {
  const billing: BillingDetails = {
    address: NO_ADDRESS,
    email: null,
    name: typed.name,
    phone: null,
    tax_id: null,
  }
  const method: PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    created: state.now(),
    type: 'card',
    card: describeCard(typed, outcome),
    billing_details: billing,
    allow_redisplay: 'unspecified',
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
  }
  state.outcomes.set(method.id, outcome)
  return state.paymentMethods.add(method)
}

function describeCard({ number, month, year }: TypedCard, outcome: Outcome): Card {
  const digits = digitsOf(number)
  const brand = brandOf(digits)
  return {
    brand,
    display_brand: brand,
    last4: digits.slice(-4),
    exp_month: month,
    exp_year: year,
    // Of test numbers only, which are no secret; the same after a restart.
    fingerprint: createHash('sha256').update(`card ${digits}`).digest('base64url').slice(0, 16),
    country: outcome.country ?? 'US',
    funding: outcome.funding ?? 'credit',
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: outcome.codeIsWrong === true ? 'fail' : 'pass',
    },
    generated_from: null,
    networks: { available: [brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  }
}

/**
 * One that is there, or, as with Stripe, a new one of a test card's name (`pm_card_visa`).
 * Throws ApiError when there is none; `param` says where the id was given.
 */
export function takePaymentMethod(state: State, id: string, param?: string): PaymentMethod {
  const card = TEST_CARDS.find(({ alias }) => alias === id)
  if (card === undefined) return state.paymentMethods.get(id, param)
  const year = new Date(state.now() * 1000).getUTCFullYear() + 2
  return createPaymentMethod(
    state,
    { number: card.number, month: 12, year, name: null },
    card.outcome,
  )
}

export function outcomeOfMethod(state: State, id: string): Outcome {
  return state.outcomes.get(id) ?? { bank: 'never' }
}

/** Throws ApiError when it is somebody else's, or was somebody's once. */
export function attachPaymentMethod(
  state: State,
  method: PaymentMethod,
  customer: string,
): PaymentMethod {
  if (method.customer === customer) return method
  if (method.customer !== null) {
    throw refusal('The payment method you provided has already been attached to a customer.')
  }
  refuseUsed(state, method)
  state.used.add(method.id)
  const attached = state.paymentMethods.change(method.id, { customer })
  state.tell('payment_method.attached', attached)
  return attached
}

/** Throws ApiError for one that was let go of: it can never be used again. */
export function refuseUsed(state: State, { id, customer }: PaymentMethod): void {
  if (customer !== null || !state.used.has(id)) return
  throw refusal(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer ' +
      'attachment, shared with a connected account without Customer attachment, or was detached ' +
      'from a Customer. It may not be used again. To use a PaymentMethod multiple times, you ' +
      'must attach it to a Customer first.',
    { param: 'payment_method' },
  )
}

/** Throws ApiError when it is nobody's. */
export function detachPaymentMethod(state: State, id: string): PaymentMethod {
  if (state.paymentMethods.get(id).customer === null) {
    throw refusal(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    )
  }
  const detached = state.paymentMethods.change(id, { customer: null })
  state.tell('payment_method.detached', detached)
  return detached
}

/** The bank has sent a new card with the same number, and the network told the processor. */
export function renewCard(state: State, id: string): PaymentMethod {
  const { card } = state.paymentMethods.get(id)
  const renewed = { ...card, exp_year: card.exp_year + 3 }
  const method = state.paymentMethods.change(id, { card: renewed })
  state.tell('payment_method.automatically_updated', method)
  return method
}
