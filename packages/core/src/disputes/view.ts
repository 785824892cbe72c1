import type { DisputeView } from '@danbao/contracts'
import { encodeId, formatInstant } from '@danbao/kernel'
import { viewAmount, viewInstant } from '../payments/view.ts'
import type { Dispute, Offer } from './dispute.ts'

/** The dispute as the API tells it. */
export function viewDispute(dispute: Dispute): DisputeView {
  const { currency, goods, decision } = dispute
  const viewOffer = (offer: Offer): DisputeView['offers'][number] => ({
    by: offer.by,
    amount: viewAmount(currency, offer.amount),
    with_return: offer.withReturn,
    message: offer.message,
    made_at: formatInstant(offer.madeAt),
  })
  return {
    id: encodeId('dsp', dispute.id),
    object: 'dispute',
    kind: dispute.kind,
    state: dispute.state,
    outcome: dispute.outcome,
    payment: encodeId('pay', dispute.paymentId),
    marketplace: encodeId('mkt', dispute.marketplaceId),
    reason: dispute.reason,
    message: dispute.message,
    claimed: viewAmount(currency, dispute.claimed),
    offers: dispute.offers.map(viewOffer),
    agreed: dispute.agreed === null ? null : viewOffer(dispute.agreed),
    decision:
      decision === null
        ? null
        : {
            amount: viewAmount(currency, decision.amount),
            reason: decision.reason,
            decided_at: formatInstant(decision.decidedAt),
            appealed_by: decision.appealedBy,
            appeal_reason: decision.appealReason,
            final: decision.final,
          },
    return: {
      carrier: goods.carrier,
      tracking: goods.tracking,
      shipped_at: viewInstant(goods.shippedAt),
      delivered_at: viewInstant(goods.deliveredAt),
      received_at: viewInstant(goods.receivedAt),
    },
    due_at: viewInstant(dispute.dueAt),
    opened_at: formatInstant(dispute.openedAt),
    answered_at: viewInstant(dispute.answeredAt),
    closed_at: viewInstant(dispute.closedAt),
  }
}

export function disputeJson(dispute: Dispute): string {
  return JSON.stringify(viewDispute(dispute))
}
