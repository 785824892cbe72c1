import type { PaymentState } from '@danbao/sdk'

/**
 * How far a state is on the one way that a payment takes. A later stage is never left for an
 * earlier one, except through a dispute; what is in dispute has no stage of its own.
 */
const STAGES: Readonly<Record<PaymentState, number | null>> = {
  requires_payment: 0,
  verifying: 1,
  held: 2,
  shipped: 3,
  delivered: 4,
  disputed: null,
  released: 5,
  split: 5,
  refunded: 5,
  cancelled: 5,
  expired: 5,
}

/** Whether the one is surely what came after the other, whatever order the news came in. */
export function isSurelyLater(news: PaymentState, known: PaymentState): boolean {
  const [later, earlier] = [STAGES[news], STAGES[known]]
  return later !== null && earlier !== null && later > earlier
}

/** Nothing more happens by itself; a claim may still come. */
export function isClosed(state: PaymentState): boolean {
  return STAGES[state] === 5
}

export function isPaid(state: PaymentState): boolean {
  return state !== 'requires_payment' && state !== 'expired' && state !== 'cancelled'
}
