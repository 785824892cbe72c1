import { type Decline, declineFor } from './declines.ts'
import { newId, randomText } from './ids.ts'
import { feeOf, moveBalance } from './ledger.ts'
import type { Charge, ChargedCard, ChargeOutcome, PaymentIntent } from './payment-records.ts'
import type { PaymentMethod, ThreeDSecure } from './records.ts'
import type { State } from './state.ts'
import type { StatementKind } from './statement.ts'
import type { DeclineReason, Outcome } from './test-cards.ts'

/** How long a bank keeps money for a shop that does not take it. */
export const HOLD_S = 7 * 24 * 60 * 60
const DESCRIPTOR = 'SANDBOX SHOP'

export interface Charged {
  readonly intent: PaymentIntent
  readonly method: PaymentMethod
  readonly outcome: Outcome
  readonly secured: ThreeDSecure | null
}

/** Asks the bank for the money. Its answer is the charge: held, or failed. */
export function createCharge(state: State, charged: Charged): Charge {
  const { intent, method, outcome } = charged
  const reason = outcome.charge
  const decline = reason === undefined ? undefined : declineFor(reason)
  return state.charges.add({
    id: newId('ch'),
    object: 'charge',
    created: state.now(),
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: intent.statement_descriptor_suffix
      ? `${DESCRIPTOR}* ${intent.statement_descriptor_suffix}`
      : DESCRIPTOR,
    captured: false,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    livemode: false,
    metadata: intent.metadata,
    outcome: describeOutcome(outcome, reason, decline),
    paid: decline === undefined,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: {
      type: 'card',
      card: describeCard(state, charged, decline === undefined),
    },
    receipt_email: intent.receipt_email,
    receipt_url: null,
    refunded: false,
    status: decline === undefined ? 'succeeded' : 'failed',
  })
}

function describeOutcome(
  { isRisky = false }: Outcome,
  reason: DeclineReason | undefined,
  decline: Decline | undefined,
): ChargeOutcome {
  const isBlocked = reason === 'fraudulent'
  const risk = isBlocked || isRisky ? 'highest' : 'normal'
  const common = {
    advice_code: null,
    network_advice_code: null,
    risk_level: risk,
    risk_score: risk === 'highest' ? 92 : 21,
  } as const
  if (decline === undefined) {
    return {
      ...common,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      seller_message: 'Payment complete.',
      type: 'authorized',
    }
  }
  return {
    ...common,
    network_decline_code: isBlocked ? null : '05',
    network_status: isBlocked ? 'not_sent_to_network' : 'declined_by_network',
    reason: isBlocked ? 'highest_risk_level' : (decline.decline_code ?? decline.code),
    seller_message: isBlocked
      ? 'Stripe blocked this payment as too risky.'
      : 'The bank did not return any further details with this decline.',
    type: isBlocked ? 'blocked' : 'issuer_declined',
  }
}

function describeCard(
  state: State,
  { intent, method: { card }, secured }: Charged,
  isHeld: boolean,
): ChargedCard {
  const { brand, checks, country, exp_month, exp_year, fingerprint, funding, last4 } = card
  return {
    amount_authorized: isHeld ? intent.amount : null,
    authorization_code: isHeld ? randomText(6).toUpperCase() : null,
    brand,
    ...(isHeld && intent.capture_method === 'manual'
      ? { capture_before: state.now() + HOLD_S }
      : {}),
    checks,
    country,
    electronic_commerce_indicator: secured?.electronic_commerce_indicator ?? null,
    exp_month,
    exp_year,
    fingerprint,
    funding,
    last4,
    network: brand,
    three_d_secure: secured,
    wallet: null,
  }
}

/** Takes `amount` of what is held. */
export function captureCharge(state: State, id: string, amount: number): Charge {
  const { currency } = state.charges.get(id)
  const moved = moveBalance(state, {
    type: 'charge',
    amount,
    fee: feeOf(amount),
    currency,
    source: id,
  })
  const captured = state.charges.change(id, {
    amount_captured: amount,
    captured: true,
    balance_transaction: moved.id,
  })
  writeLine(state, captured, 'purchase', amount)
  return captured
}

/** What the bank shows of it. */
export function writeLine(
  state: State,
  { id: ref, currency, payment_method_details: { card } }: Charge,
  kind: StatementKind,
  amount: number,
): void {
  const { fingerprint } = card
  state.statement.write({ fingerprint, at: state.now(), kind, amount, currency, ref })
}
