import type { PayoutView } from '@danbao/contracts'
import { encodeId, formatInstant } from '@danbao/kernel'
import { viewAmount, viewInstant } from '../payments/view.ts'
import type { Payout } from './payout.ts'

/** The payout as the API tells it: of the bank account no more than what its owner knows it by. */
export function viewPayout(payout: Payout): PayoutView {
  return {
    id: encodeId('pot', payout.id),
    object: 'payout',
    account: encodeId('acc', payout.accountId),
    state: payout.state,
    amount: viewAmount(payout.currency, payout.amount),
    reference: payout.reference,
    holder: payout.holder,
    iban_last4: payout.iban.slice(-4),
    reason: payout.reason,
    created_at: formatInstant(payout.createdAt),
    paid_at: viewInstant(payout.paidAt),
    ended_at: viewInstant(payout.endedAt),
  }
}
