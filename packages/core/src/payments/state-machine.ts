import type { PaymentState } from '@danbao/contracts'

/**
 * The life of a payment, in one place: which command is allowed in which state and where it may
 * lead. The diagram in docs/payment-states.md is drawn from this table.
 */
export const TRANSITIONS = {
  pay: { requires_payment: ['verifying', 'held'] },
  approve: { verifying: ['held'] },
  refuse: { verifying: ['cancelled'] },
  ship: { held: ['shipped'] },
  deliver: { held: ['delivered'], shipped: ['delivered'] },
  confirm: {
    held: ['released', 'split'],
    shipped: ['released', 'split'],
    delivered: ['released', 'split'],
    disputed: ['released', 'split'],
  },
  extend: { shipped: ['shipped'], delivered: ['delivered'] },
  cancel: {
    requires_payment: ['cancelled'],
    verifying: ['cancelled'],
    held: ['cancelled'],
  },
  refund: {
    held: ['held', 'cancelled'],
    shipped: ['shipped', 'refunded'],
    delivered: ['delivered', 'refunded'],
    disputed: ['disputed', 'refunded'],
  },
  dispute: { shipped: ['disputed'], delivered: ['disputed'] },
  end_dispute: { disputed: ['shipped', 'delivered', 'released', 'refunded', 'split'] },
  claim: { released: ['released'], split: ['split'] },
  due_pay: { requires_payment: ['expired'] },
  due_check: { verifying: ['cancelled'] },
  due_ship: { held: ['cancelled'] },
  due_confirmation: { shipped: ['released', 'split'], delivered: ['released', 'split'] },
} as const satisfies Record<string, Partial<Record<PaymentState, readonly PaymentState[]>>>

export type PaymentCommand = keyof typeof TRANSITIONS

/** Where the command may lead from this state; empty when it is not allowed. */
export function targets(command: PaymentCommand, from: PaymentState): readonly PaymentState[] {
  const allowed: Partial<Record<PaymentState, readonly PaymentState[]>> = TRANSITIONS[command]
  return allowed[from] ?? []
}

export function isAllowed(command: PaymentCommand, from: PaymentState): boolean {
  return targets(command, from).length > 0
}
