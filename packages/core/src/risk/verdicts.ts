import type { PaymentCommand } from '../payments/state-machine.ts'

/** How a check ended: by the rules at once, by staff, by a party who cancelled, or by the clock. */
export type CheckVerdict = 'cleared' | 'approved' | 'refused' | 'cancelled' | 'timed_out'

/** What the end of a payment that waited says of its check. */
export function verdictOf(command: PaymentCommand): CheckVerdict {
  if (command === 'refuse') return 'refused'
  return command === 'due_check' ? 'timed_out' : 'cancelled'
}
