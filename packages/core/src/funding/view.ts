import type { TopUpView } from '@danbao/contracts'
import { encodeId, formatInstant } from '@danbao/kernel'
import { viewAmount, viewInstant } from '../payments/view.ts'
import type { TopUp } from './top-up.ts'

/** The top-up as the API tells it. A money transfer's number is a bearer's claim: never told. */
export function viewTopUp(topUp: TopUp): TopUpView {
  const { currency, rail, reference } = topUp
  return {
    id: encodeId('top', topUp.id),
    object: 'top_up',
    account: encodeId('acc', topUp.accountId),
    rail,
    state: topUp.state,
    amount: viewAmount(currency, topUp.amount),
    fee: viewAmount(currency, topUp.fee),
    arrived: viewAmount(currency, topUp.arrived),
    reference: rail === 'western_union' ? null : reference,
    created_at: formatInstant(topUp.createdAt),
    expires_at: viewInstant(topUp.expiresAt),
    ended_at: viewInstant(topUp.endedAt),
  }
}
