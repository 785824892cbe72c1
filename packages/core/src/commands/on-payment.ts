import type { Refusal } from '@danbao/contracts'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import { runDue } from '../disputes/run-due.ts'
import { needPayment } from '../disputes/store.ts'
import type { Caller } from '../engine/caller.ts'
import type { Command, Context, Done, Need } from '../engine/command.ts'
import { refuseWith } from '../engine/refusal.ts'
import { authorise, isVisible, needCaller, type Role } from '../payments/authority.ts'
import type { Payment } from '../payments/payment.ts'
import { isAllowed, type PaymentCommand } from '../payments/state-machine.ts'
import { payments } from '../payments/store.ts'
import { paymentJson } from '../payments/view.ts'

interface OnPayment {
  readonly command: PaymentCommand
  readonly caller: Caller
  readonly paymentId: Uuid
  readonly allowed: readonly Role[]
  readonly needs?: readonly Need[]
  decide(payment: Payment, context: Context, by: Role): Result<Done, Refusal>
}

/**
 * What all commands on a payment have in common: what is due runs first; then the payment must
 * exist for the caller, the caller may do this, and the state allows it.
 */
export function onPayment(options: OnPayment): Command {
  const { command, caller, paymentId, allowed } = options
  return {
    name: command,
    needs: [needPayment(paymentId), ...needCaller(caller), ...(options.needs ?? [])],
    before: (context) => runDue(context, paymentId),
    decide(context) {
      const payment = payments.get(context.ws, paymentId)
      if (payment === undefined || !isVisible(caller, payment)) {
        return refuseWith('not_found', 'There is no such payment.')
      }
      const role = authorise(context.ws, caller, payment, allowed)
      if (!role.ok) return role
      if (!isAllowed(command, payment.state)) return wrongState(command, payment.state)
      return options.decide(payment, context, role.value)
    },
  }
}

export function wrongState(
  command: string,
  state: string,
): { readonly ok: false; readonly refusal: Refusal } {
  const what = command.replaceAll('_', ' ')
  return refuseWith('wrong_state', `This can not be done now (${what}): the state is ${state}.`, {
    state,
  })
}

/** The payment as it became, as the answer. */
export function answerPayment(
  payment: Payment,
  status: Done['status'] = 200,
): Result<Done, Refusal> {
  return accept({ status, body: paymentJson(payment) })
}
