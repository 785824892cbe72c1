import type { DisputeView, EventType } from '@danbao/contracts'
import type { Instant } from '@danbao/kernel'
import { readInstant } from './tell-payment.ts'
import type { Draft } from './told.ts'

/**
 * What the two sides of a dispute are told of one of its events. How a dispute over escrow ended,
 * the payment's own event tells.
 */
export function tellDispute(type: EventType, view: DisputeView): readonly Draft[] {
  const due = view.due_at === null ? null : readInstant(view.due_at)
  switch (type) {
    case 'dispute.opened': {
      const part = BigInt(view.claimed.value)
      return [
        { kind: 'buyer_disputed', to: 'buyer', part, due, own: true },
        { kind: 'seller_disputed', to: 'seller', part, due },
      ]
    }
    case 'dispute.offer_made':
      return tellOffer(view, due)
    case 'dispute.return_agreed':
    case 'dispute.return_shipped':
    case 'dispute.return_delivered':
      return tellReturn(type, view, due)
    case 'dispute.escalated':
      return [
        { kind: 'escalated', to: 'buyer' },
        { kind: 'escalated', to: 'seller' },
      ]
    case 'dispute.decided': {
      const part = BigInt(view.decision?.amount.value ?? 0)
      return [
        { kind: 'decided', to: 'buyer', part, due },
        { kind: 'decided', to: 'seller', part, due },
      ]
    }
    case 'dispute.appealed':
      return tellAppeal(view.decision?.appealed_by ?? 'buyer')
    case 'dispute.closed':
      return view.kind === 'claim' ? tellClaimClosed(view) : []
    default:
      return []
  }
}

function otherThan(side: Draft['to']): Draft['to'] {
  return side === 'buyer' ? 'seller' : 'buyer'
}

function tellOffer(view: DisputeView, due: Instant | null): readonly Draft[] {
  const offer = view.offers.at(-1)
  if (offer === undefined) return []
  const part = BigInt(offer.amount.value)
  // With staff already, no time runs.
  const received = due === null ? 'late_offer_received' : 'offer_received'
  return [
    { kind: 'offer_made', to: offer.by, part, due, own: true },
    { kind: received, to: otherThan(offer.by), part, due },
  ]
}

const RETURNS = {
  'dispute.return_agreed': ['buyer_return_agreed', 'seller_return_agreed'],
  'dispute.return_shipped': ['buyer_return_shipped', 'seller_return_shipped'],
  'dispute.return_delivered': ['buyer_return_arrived', 'seller_return_arrived'],
} as const

function tellReturn(
  type: keyof typeof RETURNS,
  view: DisputeView,
  due: Instant | null,
): readonly Draft[] {
  const [buyer, seller] = RETURNS[type]
  const part = BigInt(view.agreed?.amount.value ?? 0)
  const actor = type === 'dispute.return_agreed' ? whoAccepted(view) : RETURNED_BY[type]
  return [
    { kind: buyer, to: 'buyer', part, due, own: actor === 'buyer' },
    { kind: seller, to: 'seller', part, due, own: actor === 'seller' },
  ]
}

const RETURNED_BY = { 'dispute.return_shipped': 'buyer', 'dispute.return_delivered': null } as const

/** The side that did not make the offer; nobody, when the seller let the time pass. */
function whoAccepted({ agreed, answered_at }: DisputeView): Draft['to'] | null {
  return agreed === null || answered_at === null ? null : otherThan(agreed.by)
}

function tellAppeal(by: Draft['to']): readonly Draft[] {
  return [
    { kind: 'appeal_made', to: by, own: true },
    { kind: 'appeal_received', to: otherThan(by) },
  ]
}

function tellClaimClosed({ outcome, decision, agreed, claimed }: DisputeView): readonly Draft[] {
  if (outcome === 'granted') {
    const part = BigInt((decision ?? agreed ?? { amount: claimed }).amount.value)
    return [
      { kind: 'buyer_claim_granted', to: 'buyer', part },
      { kind: 'seller_claim_granted', to: 'seller', part },
    ]
  }
  if (outcome === 'withdrawn') {
    return [
      { kind: 'buyer_claim_withdrawn', to: 'buyer', own: true },
      { kind: 'seller_claim_withdrawn', to: 'seller' },
    ]
  }
  return [
    { kind: 'buyer_claim_dismissed', to: 'buyer' },
    { kind: 'seller_claim_dismissed', to: 'seller' },
  ]
}
