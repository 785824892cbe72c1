import { accept, type Uuid } from '@danbao/kernel'
import type { Command, Context } from '../engine/command.ts'
import { applyStep } from '../payments/apply-step.ts'
import type { Payment } from '../payments/payment.ts'
import type { PaymentCommand } from '../payments/state-machine.ts'
import { close, type Step } from '../payments/steps.ts'
import { payments } from '../payments/store.ts'
import { applyDisputeStep } from './apply-step.ts'
import { due as disputeDue } from './dispute.ts'
import { needWalletOfPayment } from '../wallets/store.ts'
import { disputes, needDispute, needPayment, openDisputeOf } from './store.ts'

/**
 * Does what the clock has due for a payment and its dispute, each thing at the instant it was
 * due, so that it makes no difference when it is done. It runs before every command on them.
 */
export function runDue({ ws, at }: Context, paymentId: Uuid): void {
  for (;;) {
    const payment = payments.get(ws, paymentId)
    const dispute = openDisputeOf(ws, paymentId)
    if (payment?.due && payment.due.at <= at) {
      applyStep({ ws, at: payment.due.at }, paymentDue(payment))
    } else if (dispute?.dueAt && dispute.dueAt <= at) {
      const when = { ws, at: dispute.dueAt }
      applyDisputeStep(when, disputeDue(dispute, when.at))
    } else {
      return
    }
  }
}

const WHEN_DUE = {
  pay: { command: 'due_pay', state: 'expired' },
  check: { command: 'due_check', state: 'cancelled' },
  ship: { command: 'due_ship', state: 'cancelled' },
} as const satisfies Record<string, { command: PaymentCommand; state: Payment['state'] }>

/** Nobody acted in time: unpaid or unshipped ends in money back, unconfirmed in a release. */
function paymentDue(payment: Payment): Step {
  const at = payment.due?.at ?? payment.createdAt
  const kind = payment.due?.kind
  if (kind === undefined || kind === 'confirmation' || kind === 'inspection') {
    return close(payment, at, { command: 'due_confirmation', by: 'deadline', back: 0n })
  }
  return close(payment, at, { ...WHEN_DUE[kind], by: 'deadline', back: payment.money.inEscrow })
}

/** The timer of a payment or dispute went off. Whoever comes late finds nothing to do. */
export function timerCommand(kind: string, subjectId: Uuid): Command {
  const decide: Command['decide'] = () => accept({ status: 200, body: '' })
  if (kind === 'payment') {
    return {
      name: 'payment_due',
      needs: [needPayment(subjectId), needWalletOfPayment(subjectId)],
      before: (context) => runDue(context, subjectId),
      decide,
    }
  }
  return {
    name: 'dispute_due',
    needs: [needDispute(subjectId)],
    before: (context) => {
      const paymentId = disputes.get(context.ws, subjectId)?.paymentId
      if (paymentId !== undefined) runDue(context, paymentId)
    },
    decide,
  }
}
