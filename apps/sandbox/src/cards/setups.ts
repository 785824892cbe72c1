import {
  type BankAnswer,
  dropAuthentications,
  openAuthentication,
  showThreeDSecure,
} from './authentications.ts'
import { type Decline, declineFor } from './declines.ts'
import { newId } from './ids.ts'
import {
  attachPaymentMethod,
  createPaymentMethod,
  outcomeOfMethod,
  type TypedCard,
} from './payment-methods.ts'
import type {
  CheckoutSession,
  IntentError,
  PaymentMethod,
  SetupAttempt,
  SetupIntent,
  ThreeDSecure,
} from './records.ts'
import type { State } from './state.ts'
import type { Outcome } from './test-cards.ts'

/** Of the currency's minor unit: whether a bank lets a card be charged at all. */
export const CHECKED_AMOUNT = 1
/** Of a check where nobody said in which currency the card will be charged. */
export const CHECKED_CURRENCY = 'usd'

export const NOT_AUTHENTICATED: Decline = {
  code: 'setup_intent_authentication_failure',
  message:
    'We are unable to authenticate your payment method. ' +
    'Please choose a different payment method and try again.',
}

export interface Submitted {
  readonly card: TypedCard
  readonly outcome: Outcome
  readonly baseUrl: string
}

/** Tries a card on an open session. Afterwards its setup has succeeded, failed, or asks the bank. */
export function submitCard(
  state: State,
  session: CheckoutSession,
  { card, outcome, baseUrl }: Submitted,
): SetupIntent {
  const setup = state.setupIntents.get(session.setup_intent)
  abandonAttempt(state, setup)
  const method = createPaymentMethod(state, card, outcome)
  const attempt = startAttempt(state, setup, method)
  const asks = { payment_method: method.id, latest_attempt: attempt.id, last_setup_error: null }
  const isWanted = session.payment_method_options.card.request_three_d_secure !== 'automatic'
  const isAsked = outcome.bank !== 'never' || (isWanted && outcome.setup === undefined)
  if (!isAsked) {
    state.setupIntents.change(setup.id, asks)
    return finishAttempt(state, setup.id, null)
  }
  const returnUrl = `${baseUrl}/cards/pay/${session.id}`
  const { id } = openAuthentication(state, setup.id, returnUrl)
  const asking = state.setupIntents.change(setup.id, {
    ...asks,
    status: 'requires_action',
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: {
        url: `${baseUrl}/cards/bank/${id}`,
        return_url: returnUrl,
      },
    },
  })
  state.setupAttempts.change(attempt.id, { status: 'requires_action' })
  state.tell('setup_intent.requires_action', asking)
  return asking
}

/** Goes on where the bank's page was left. */
export function continueSetup(state: State, id: string, answer: BankAnswer): SetupIntent {
  const { payment_method: method } = state.setupIntents.get(id)
  const brand = method === null ? '' : state.paymentMethods.get(method).card.brand
  const secured = showThreeDSecure(answer, brand)
  return answer === 'approved'
    ? finishAttempt(state, id, secured)
    : failAttempt(state, id, { decline: NOT_AUTHENTICATED, secured })
}

function startAttempt(state: State, setup: SetupIntent, method: PaymentMethod): SetupAttempt {
  const { brand, last4, fingerprint, checks } = method.card
  return state.setupAttempts.add({
    id: newId('setatt'),
    object: 'setup_attempt',
    created: state.now(),
    customer: setup.customer,
    livemode: false,
    payment_method: method.id,
    payment_method_details: {
      type: 'card',
      card: { brand, last4, fingerprint, checks, three_d_secure: null },
    },
    setup_error: null,
    setup_intent: setup.id,
    status: 'requires_action',
    usage: setup.usage,
  })
}

function finishAttempt(state: State, id: string, secured: ThreeDSecure | null): SetupIntent {
  const { customer, payment_method: methodId } = state.setupIntents.get(id)
  const method = state.paymentMethods.get(methodId ?? '')
  const { setup: reason } = outcomeOfMethod(state, method.id)
  if (reason !== undefined) return failAttempt(state, id, { decline: declineFor(reason), secured })
  closeAttempt(state, id, { status: 'succeeded', secured, error: null })
  if (customer === null) state.used.add(method.id)
  else attachPaymentMethod(state, method, customer)
  const done = state.setupIntents.change(id, { status: 'succeeded', next_action: null })
  state.tell('setup_intent.succeeded', done)
  const session = sessionOf(state, id)
  writeCheck(state, method, session?.currency ?? CHECKED_CURRENCY)
  if (session !== undefined) completeSession(state, session)
  return done
}

interface Failed {
  readonly decline: Decline
  readonly secured: ThreeDSecure | null
}

function failAttempt(state: State, id: string, { decline, secured }: Failed): SetupIntent {
  const { payment_method: methodId } = state.setupIntents.get(id)
  const error: IntentError = {
    ...decline,
    type: decline === NOT_AUTHENTICATED ? 'invalid_request_error' : 'card_error',
    payment_method: state.paymentMethods.get(methodId ?? ''),
  }
  closeAttempt(state, id, { status: 'failed', secured, error })
  const failed = state.setupIntents.change(id, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_setup_error: error,
  })
  state.tell('setup_intent.setup_failed', failed)
  return failed
}

interface Ending {
  readonly status: SetupAttempt['status']
  readonly secured: ThreeDSecure | null
  readonly error: IntentError | null
}

function closeAttempt(state: State, setupId: string, { status, secured, error }: Ending): void {
  const { latest_attempt: id } = state.setupIntents.get(setupId)
  const { payment_method_details: details } = state.setupAttempts.get(id ?? '')
  const card = { ...details.card, three_d_secure: secured }
  state.setupAttempts.change(id ?? '', {
    status,
    setup_error: error,
    payment_method_details: { ...details, card },
  })
}

/** The person came back from the bank's page without an answer, and tries another card. */
function abandonAttempt(state: State, { id, status, latest_attempt: attempt }: SetupIntent): void {
  dropAuthentications(state, id)
  if (status !== 'requires_action' || attempt === null) return
  state.setupAttempts.change(attempt, { status: 'abandoned' })
}

function sessionOf(state: State, setup: string): CheckoutSession | undefined {
  return state.sessions.list().find(({ setup_intent }) => setup_intent === setup)
}

function completeSession(state: State, session: CheckoutSession): void {
  state.due.drop(session.id)
  const complete = state.sessions.change(session.id, { status: 'complete', url: null })
  state.tell('checkout.session.completed', complete)
}

/** Banks show for a moment that a card was looked at. */
function writeCheck(state: State, { id: ref, card }: PaymentMethod, currency: string): void {
  const { fingerprint } = card
  const line = { fingerprint, at: state.now(), amount: CHECKED_AMOUNT, currency, ref }
  state.statement.write({ ...line, kind: 'check' })
  state.statement.write({ ...line, kind: 'check_released' })
}

/** Nobody can use its page any more. Answers the session as it is then. */
export function expireSession(state: State, id: string): CheckoutSession {
  state.due.drop(id)
  const expired = state.sessions.change(id, { status: 'expired', url: null })
  state.tell('checkout.session.expired', expired)
  const setup = state.setupIntents.get(expired.setup_intent)
  if (setup.status !== 'canceled') cancelSetup(state, setup, null)
  return expired
}

export function cancelSetup(
  state: State,
  setup: SetupIntent,
  cancellation_reason: string | null,
): SetupIntent {
  abandonAttempt(state, setup)
  const canceled = state.setupIntents.change(setup.id, {
    status: 'canceled',
    next_action: null,
    cancellation_reason,
  })
  state.tell('setup_intent.canceled', canceled)
  return canceled
}
