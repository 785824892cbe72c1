import { ApiError, refusal } from './api-error.ts'
import {
  type BankAnswer,
  dropAuthentications,
  openAuthentication,
  showThreeDSecure,
} from './authentications.ts'
import { captureCharge, createCharge, HOLD_S, writeLine } from './charges.ts'
import { planDispute } from './disputes.ts'
import { outcomeOfMethod, refuseUsed } from './payment-methods.ts'
import type { Charge, PaymentIntent } from './payment-records.ts'
import type { IntentError, PaymentMethod, ThreeDSecure } from './records.ts'
import type { State } from './state.ts'

const NOT_AUTHENTICATED = {
  type: 'invalid_request_error',
  code: 'payment_intent_authentication_failure',
  message: 'The provided PaymentMethod has failed authentication.',
} as const
const NEEDS_PERSON = {
  type: 'card_error',
  code: 'authentication_required',
  decline_code: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
} as const

export interface Confirmation {
  readonly method: PaymentMethod
  /** Where the person comes back to from the bank. */
  readonly returnUrl: string | undefined
  /** Nobody is there who could answer the bank. */
  readonly isOffSession: boolean
  readonly baseUrl: string
}

/** Tries to pay. Throws ApiError of HTTP 402 when the card is declined, 400 when it is not ours. */
export function confirmPayment(
  state: State,
  { id }: PaymentIntent,
  { method, returnUrl, isOffSession, baseUrl }: Confirmation,
): PaymentIntent {
  const intent = state.paymentIntents.change(id, {
    payment_method: method.id,
    last_payment_error: null,
  })
  refuseStranger(state, intent, method)
  const { bank, charge } = outcomeOfMethod(state, method.id)
  const isAlways = bank === 'always' || (bank === 'unless_set_up' && !state.used.has(method.id))
  if (isOffSession && isAlways) throw failPayment(state, id, { ...NEEDS_PERSON, method })
  const isWanted = intent.payment_method_options.card.request_three_d_secure !== 'automatic'
  const isAsked = isAlways || (isWanted && !isOffSession && charge === undefined)
  if (!isAsked) return payNow(state, id, null)
  const asked = openAuthentication(state, id, returnUrl ?? null)
  const asking = state.paymentIntents.change(id, {
    status: 'requires_action',
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: { url: `${baseUrl}/cards/bank/${asked.id}`, return_url: returnUrl ?? null },
    },
  })
  state.tell('payment_intent.requires_action', asking)
  return asking
}

function refuseStranger(state: State, intent: PaymentIntent, method: PaymentMethod): void {
  refuseUsed(state, method)
  if (method.customer === null || method.customer === intent.customer) return
  throw refusal(
    intent.customer === null
      ? `The PaymentMethod ${method.id} belongs to a Customer. Please include the Customer in the ` +
          '`customer` parameter on the PaymentIntent.'
      : `The customer ${intent.customer} does not own the PaymentMethod ${method.id}.`,
    { param: 'payment_method' },
  )
}

/** Goes on where the bank's page was left. Never throws: the answer is in the payment. */
export function continuePayment(state: State, id: string, answer: BankAnswer): PaymentIntent {
  const { payment_method: methodId } = state.paymentIntents.get(id)
  const method = state.paymentMethods.get(methodId ?? '')
  if (answer !== 'approved') {
    failPayment(state, id, { ...NOT_AUTHENTICATED, method })
    return state.paymentIntents.get(id)
  }
  try {
    return payNow(state, id, showThreeDSecure(answer, method.card.brand))
  } catch (error) {
    if (error instanceof ApiError) return state.paymentIntents.get(id)
    throw error
  }
}

function payNow(state: State, id: string, secured: ThreeDSecure | null): PaymentIntent {
  const intent = state.paymentIntents.get(id)
  const method = state.paymentMethods.get(intent.payment_method ?? '')
  const outcome = outcomeOfMethod(state, method.id)
  if (method.customer === null) state.used.add(method.id)
  const charge = createCharge(state, { intent, method, outcome, secured })
  state.paymentIntents.change(id, { latest_charge: charge.id, next_action: null })
  if (charge.status === 'failed') {
    state.tell('charge.failed', charge)
    throw failPayment(state, id, { ...describeFailure(charge), method })
  }
  return intent.capture_method === 'manual'
    ? holdPayment(state, id, charge)
    : takePayment(state, id, charge)
}

function describeFailure(charge: Charge) {
  const { failure_code: code, failure_message: message, outcome } = charge
  return {
    type: 'card_error',
    code: code ?? 'card_declined',
    ...(code === 'card_declined' ? { decline_code: declineCodeOf(outcome) } : {}),
    message: message ?? '',
    charge: charge.id,
  } as const
}

function declineCodeOf({ type, reason }: Charge['outcome']): string {
  return type === 'blocked' ? 'fraudulent' : (reason ?? 'generic_decline')
}

function holdPayment(state: State, id: string, charge: Charge): PaymentIntent {
  writeLine(state, charge, 'hold', charge.amount)
  const held = state.paymentIntents.change(id, {
    status: 'requires_capture',
    amount_capturable: charge.amount,
  })
  state.due.plan(id, state.now() + HOLD_S, () => void cancelPayment(state, id, 'automatic'))
  state.tell('charge.succeeded', charge)
  state.tell('payment_intent.amount_capturable_updated', held)
  return held
}

function takePayment(state: State, id: string, charge: Charge): PaymentIntent {
  const captured = captureCharge(state, charge.id, charge.amount)
  const paid = state.paymentIntents.change(id, {
    status: 'succeeded',
    amount_received: charge.amount,
  })
  state.tell('charge.succeeded', captured)
  state.tell('payment_intent.succeeded', paid)
  planDispute(state, captured)
  return paid
}

type Failure = Omit<IntentError, 'payment_method'> & { readonly method: PaymentMethod }

function failPayment(state: State, id: string, { method, ...failure }: Failure): ApiError {
  const failed = state.paymentIntents.change(id, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_payment_error: { ...failure, payment_method: method },
  })
  state.tell('payment_intent.payment_failed', failed)
  return new ApiError(402, { ...failure, payment_method: method, payment_intent: failed })
}

/** Takes all that is held, or less; the rest goes back. Throws ApiError when there is too little. */
export function capturePayment(
  state: State,
  intent: PaymentIntent,
  wanted: number | undefined,
): PaymentIntent {
  refuseState(intent, 'capture', ['requires_capture'])
  const { id, amount_capturable: held } = intent
  const amount = wanted ?? held
  if (amount > held) {
    throw refusal(`The amount to capture must be less than or equal to ${held}.`, {
      code: 'amount_too_large',
      param: 'amount_to_capture',
    })
  }
  state.due.drop(id)
  const chargeId = intent.latest_charge ?? ''
  writeLine(state, state.charges.get(chargeId), 'hold_released', held)
  const charge = captureCharge(state, chargeId, amount)
  const paid = state.paymentIntents.change(id, {
    status: 'succeeded',
    amount_capturable: 0,
    amount_received: amount,
  })
  state.tell('charge.captured', charge)
  state.tell('payment_intent.succeeded', paid)
  planDispute(state, charge)
  return paid
}

/** What is held goes back. Throws ApiError when it is too late. */
export function cancelPayment(
  state: State,
  id: string,
  cancellation_reason: string | null,
): PaymentIntent {
  const intent = state.paymentIntents.get(id)
  refuseState(intent, 'cancel', [
    'requires_payment_method',
    'requires_confirmation',
    'requires_action',
    'requires_capture',
  ])
  state.due.drop(id)
  dropAuthentications(state, id)
  if (intent.status === 'requires_capture') releaseHold(state, intent)
  const canceled = state.paymentIntents.change(id, {
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: state.now(),
    cancellation_reason,
    next_action: null,
  })
  state.tell('payment_intent.canceled', canceled)
  return canceled
}

function releaseHold(state: State, { latest_charge: id, amount_capturable: held }: PaymentIntent) {
  const charge = state.charges.change(id ?? '', { refunded: true, amount_refunded: held })
  writeLine(state, charge, 'hold_released', held)
  state.tell('charge.expired', charge)
}

/** Throws ApiError unless the payment is where this can be done. */
export function refuseState(
  intent: PaymentIntent,
  verb: 'capture' | 'cancel' | 'confirm' | 'update',
  allowed: readonly PaymentIntent['status'][],
): void {
  if (allowed.includes(intent.status)) return
  throw refusal(
    `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}. Only a ` +
      `PaymentIntent with one of the following statuses may be used: ${allowed.join(', ')}.`,
    { code: 'payment_intent_unexpected_state', payment_intent: intent },
  )
}
