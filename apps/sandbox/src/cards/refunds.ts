import { refusal } from './api-error.ts'
import { writeLine } from './charges.ts'
import { newId } from './ids.ts'
import { moveBalance } from './ledger.ts'
import { outcomeOfMethod } from './payment-methods.ts'
import type { Charge, Refund } from './payment-records.ts'
import type { Metadata } from './records.ts'
import type { State } from './state.ts'

/** Until a refund that takes a while has arrived, or has not. */
const WHILE_S = 5

export interface AskedRefund {
  /** Undefined: all that is left. */
  readonly amount: number | undefined
  readonly metadata: Metadata
  readonly reason: string | null
}

/** Throws ApiError when there is not so much left, or when it was taken back already. */
export function createRefund(state: State, charge: Charge, asked: AskedRefund): Refund {
  const left = charge.amount_captured - charge.amount_refunded
  const { amount = left } = asked
  refuseRefund(charge, { amount, left })
  const { later } = outcomeOfMethod(state, charge.payment_method)
  const id = newId('re')
  const moved = moveBalance(state, {
    type: 'refund',
    amount: -amount,
    fee: 0,
    currency: charge.currency,
    source: id,
  })
  const refund = state.refunds.add({
    id,
    object: 'refund',
    created: state.now(),
    amount,
    balance_transaction: moved.id,
    charge: charge.id,
    currency: charge.currency,
    customer: charge.customer,
    metadata: asked.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: asked.reason,
    receipt_number: null,
    status: later === 'refund_pending' ? 'pending' : 'succeeded',
  })
  const refunded = changeRefunded(state, charge.id, amount)
  state.tell('refund.created', refund)
  state.tell('charge.refunded', refunded)
  planEnding(state, refund, later)
  return refund
}

function refuseRefund(
  charge: Charge,
  { amount, left }: { readonly amount: number; readonly left: number },
): void {
  if (!charge.captured) {
    throw refusal(
      `This PaymentIntent (${charge.payment_intent}) does not have a successful charge to refund.`,
    )
  }
  if (charge.disputed) {
    throw refusal(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    })
  }
  if (left === 0) {
    throw refusal(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    })
  }
  if (amount <= left) return
  throw refusal(
    `Refund amount (${amount}) is greater than unrefunded amount on charge (${left}), of the ` +
      'minor unit each.',
    { param: 'amount' },
  )
}

function planEnding(state: State, { id }: Refund, later: string | undefined): void {
  const at = state.now() + WHILE_S
  const charge = state.charges.get(state.refunds.get(id).charge)
  if (later === 'refund_pending') {
    state.due.plan(id, at, () => {
      const arrived = state.refunds.change(id, { status: 'succeeded' })
      writeLine(state, charge, 'refund', arrived.amount)
      state.tell('refund.updated', arrived)
      state.tell('charge.refund.updated', arrived)
    })
    return
  }
  writeLine(state, charge, 'refund', state.refunds.get(id).amount)
  if (later === 'refund_fails') state.due.plan(id, at, () => void failRefund(state, id))
}

/** The bank sent it back: the shop has the money again. Throws ApiError for one that has failed. */
export function failRefund(state: State, id: string): Refund {
  const { status, amount, currency, charge: chargeId } = state.refunds.get(id)
  if (status === 'failed' || status === 'canceled') {
    throw refusal(`This refund has a status of ${status}.`)
  }
  state.due.drop(id)
  const moved = moveBalance(state, {
    type: 'refund_failure',
    amount,
    fee: 0,
    currency,
    source: id,
  })
  const charge = changeRefunded(state, chargeId, -amount)
  if (status === 'succeeded') writeLine(state, charge, 'refund_failed', amount)
  const failed = state.refunds.change(id, {
    status: 'failed',
    failure_reason: 'lost_or_stolen_card',
    failure_balance_transaction: moved.id,
  })
  state.tell('refund.updated', failed)
  state.tell('refund.failed', failed)
  state.tell('charge.refund.updated', failed)
  return failed
}

function changeRefunded(state: State, chargeId: string, by: number): Charge {
  const { amount_refunded: before, amount_captured: captured } = state.charges.get(chargeId)
  const amount_refunded = before + by
  return state.charges.change(chargeId, {
    amount_refunded,
    refunded: amount_refunded === captured,
  })
}
