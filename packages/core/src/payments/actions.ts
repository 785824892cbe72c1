import type { PaymentAction } from '@danbao/contracts/wallet'
import { addDuration, type Instant } from '@danbao/kernel'
import { CLAIM_WINDOW } from '../disputes/dispute.ts'
import type { Payment } from './payment.ts'
import { isAllowed, type PaymentCommand } from './state-machine.ts'
import { canExtend } from './steps.ts'

type Side = 'buyer' | 'seller'

const ACTIONS: readonly (readonly [PaymentAction, PaymentCommand, readonly Side[]])[] = [
  ['pay', 'pay', ['buyer']],
  ['confirm', 'confirm', ['buyer']],
  ['extend', 'extend', ['buyer']],
  ['cancel', 'cancel', ['buyer', 'seller']],
  ['ship', 'ship', ['seller']],
  ['refund', 'refund', ['seller']],
  ['open_dispute', 'dispute', ['buyer']],
  ['claim', 'claim', ['buyer']],
]

interface Moment {
  readonly at: Instant
  /** Whether a dispute or claim over the payment is open. */
  readonly disputed: boolean
}

/** What this side can do now: as the commands themselves would decide. */
export function actionsOf(payment: Payment, side: Side, moment: Moment): readonly PaymentAction[] {
  return ACTIONS.filter(
    ([action, command, sides]) =>
      sides.includes(side) &&
      isAllowed(command, payment.state) &&
      isTimely(action, payment, moment),
  ).map(([action]) => action)
}

function isTimely(action: PaymentAction, payment: Payment, { at, disputed }: Moment): boolean {
  // People pay at the page of a checkout.
  if (action === 'pay') return payment.checkoutId !== null
  if (action === 'extend') return canExtend(payment, at)
  if (action === 'claim') {
    const { closedAt } = payment
    return !disputed && closedAt !== null && addDuration(closedAt, CLAIM_WINDOW) > at
  }
  return true
}
