import type { DisputeOutcome, EventType } from '@danbao/contracts'
import { InvariantError, type Uuid } from '@danbao/kernel'
import type { Context } from '../engine/command.ts'
import { emit } from '../engine/events.ts'
import { setTimer } from '../engine/timers.ts'
import { applyStep } from '../payments/apply-step.ts'
import { claimable } from '../payments/money-rules.ts'
import type { Payment } from '../payments/payment.ts'
import { clawBack, close as closePayment } from '../payments/steps.ts'
import { payments } from '../payments/store.ts'
import { close, type Dispute, type DisputeStep, type Settlement, stillToPay } from './dispute.ts'
import { disputes, openDisputeOf } from './store.ts'
import { disputeJson } from './view.ts'

/** Brings a dispute's step into the working set, with the money its end moves. */
export function applyDisputeStep(context: Context, step: DisputeStep): Dispute {
  if (step.settlement === undefined) return saveDispute(context, step.dispute, step.event)
  const outcome = settle(context, step.dispute, step.settlement)
  return saveDispute(context, close(step.dispute, outcome, context.at), step.event)
}

/** What can still go back to the buyer because of this dispute. */
export function leftFor(dispute: Pick<Dispute, 'kind'>, payment: Payment): bigint {
  return dispute.kind === 'dispute' ? payment.money.inEscrow : claimable(payment.money)
}

function settle(context: Context, dispute: Dispute, { back }: Settlement): DisputeOutcome {
  const payment = paymentOf(context, dispute.paymentId)
  const amount = stillToPay(back, leftFor(dispute, payment))
  if (dispute.kind === 'dispute') {
    const how = { command: 'end_dispute', by: 'dispute', back: amount } as const
    const closed = applyStep(context, closePayment(payment, context.at, how))
    return outcomeOf(closed)
  }
  if (amount === 0n) return 'dismissed'
  applyStep(context, clawBack(payment, amount))
  return 'granted'
}

/** A payment that ends while it is disputed ends its dispute. */
export function closeDisputeWith(context: Context, payment: Payment): void {
  const dispute = openDisputeOf(context.ws, payment.id)
  if (dispute === undefined || dispute.kind === 'claim') return
  saveDispute(context, close(dispute, outcomeOf(payment), context.at), 'dispute.closed')
}

function outcomeOf(payment: Payment): DisputeOutcome {
  const { state } = payment
  if (state === 'released' || state === 'refunded' || state === 'split') return state
  throw new InvariantError(`A dispute can not end with a payment that is ${state}.`)
}

export function saveDispute({ ws, at }: Context, dispute: Dispute, event: EventType): Dispute {
  const before = disputes.get(ws, dispute.id)
  disputes.put(ws, dispute)
  if (dispute.dueAt !== before?.dueAt) setTimer(ws, dispute.id, 'dispute', dispute.dueAt)
  emit(ws, {
    marketplaceId: dispute.marketplaceId,
    type: event,
    subjectId: dispute.id,
    occurredAt: at,
    data: disputeJson(dispute),
  })
  return dispute
}

function paymentOf({ ws }: Context, id: Uuid): Payment {
  const payment = payments.get(ws, id)
  if (payment === undefined) throw new InvariantError(`Payment ${id} was not loaded.`)
  return payment
}
