import type { DisputeOutcome, DisputeReason, DisputeState, EventType } from '@danbao/contracts'
import {
  accept,
  addDuration,
  type Currency,
  days,
  type Instant,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'

export type Side = 'buyer' | 'seller'

/** A proposal of one side. Amounts in minor units of the payment's currency. */
export interface Offer {
  readonly by: Side
  /** To the buyer; the rest stays with the seller. */
  readonly amount: bigint
  /** What could be had back when the offer was made; later refunds count towards it. */
  readonly outOf: bigint
  readonly withReturn: boolean
  readonly message: string | null
  readonly madeAt: Instant
}

export interface Decision {
  readonly amount: bigint
  readonly outOf: bigint
  readonly reason: string
  readonly decidedAt: Instant
  readonly appealedBy: Side | null
  readonly appealReason: string | null
  readonly final: boolean
}

/** The goods on their way back. */
export interface Return {
  readonly carrier: string | null
  readonly tracking: string | null
  readonly shippedAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly receivedAt: Instant | null
}

/** `dispute`: over money in escrow. `claim`: after the release, over money the seller has. */
export interface Dispute {
  readonly id: Uuid
  readonly paymentId: Uuid
  readonly marketplaceId: Uuid
  readonly kind: 'dispute' | 'claim'
  readonly state: DisputeState
  readonly outcome: DisputeOutcome | null
  readonly reason: DisputeReason
  readonly message: string | null
  readonly currency: Currency
  readonly claimed: bigint
  /** Oldest first; the first is what the buyer claimed. */
  readonly offers: readonly Offer[]
  readonly agreed: Offer | null
  readonly decision: Decision | null
  readonly goods: Return
  readonly answeredAt: Instant | null
  readonly dueAt: Instant | null
  readonly openedAt: Instant
  readonly closedAt: Instant | null
}

const ANSWER_WITHIN = days(5)
const NEGOTIATE_WITHIN = days(7)
const SHIP_RETURN_WITHIN = days(10)
const RECEIVE_FROM_SHIPPING = days(30)
const RECEIVE_FROM_DELIVERY = days(5)
const APPEAL_WITHIN = days(3)

/** From the closing of a payment. */
export const CLAIM_WINDOW = days(15)

/** What becomes of the money when a dispute ends: so much of it goes back to the buyer. */
export interface Settlement {
  readonly back: { readonly amount: bigint; readonly outOf: bigint }
}

/** A change of one dispute; with a settlement it has ended and its money is to be moved. */
export interface DisputeStep {
  readonly dispute: Dispute
  readonly event: EventType
  readonly settlement?: Settlement
}

const NO_RETURN: Return = {
  carrier: null,
  tracking: null,
  shippedAt: null,
  deliveredAt: null,
  receivedAt: null,
}

export function open(
  input: Pick<
    Dispute,
    'id' | 'paymentId' | 'marketplaceId' | 'kind' | 'reason' | 'message' | 'currency'
  > & {
    readonly amount: bigint
    readonly outOf: bigint
    readonly withReturn: boolean
  },
  at: Instant,
): Dispute {
  const { amount, outOf, withReturn, ...rest } = input
  const claim: Offer = {
    by: 'buyer',
    amount,
    outOf,
    withReturn,
    message: input.message,
    madeAt: at,
  }
  return {
    ...rest,
    state: 'awaiting_seller',
    outcome: null,
    claimed: amount,
    offers: [claim],
    agreed: null,
    decision: null,
    goods: NO_RETURN,
    answeredAt: null,
    dueAt: addDuration(at, ANSWER_WITHIN),
    openedAt: at,
    closedAt: null,
  }
}

/** The states in which each command is possible, for both sides unless the rule says otherwise. */
export const DISPUTE_COMMANDS = {
  offer: ['awaiting_seller', 'negotiating', 'escalated'],
  accept: ['awaiting_seller', 'negotiating', 'escalated'],
  withdraw: ['awaiting_seller', 'negotiating', 'awaiting_return', 'escalated'],
  return_shipped: ['awaiting_return'],
  return_delivered: ['return_shipped'],
  return_received: ['awaiting_return', 'return_shipped'],
  escalate: ['negotiating', 'return_shipped'],
  decide: ['escalated'],
  appeal: ['decided'],
} as const satisfies Record<string, readonly DisputeState[]>

export type DisputeCommand = keyof typeof DISPUTE_COMMANDS

export function mayHappen(command: DisputeCommand, state: DisputeState): boolean {
  const states: readonly DisputeState[] = DISPUTE_COMMANDS[command]
  return states.includes(state)
}

/** The first word of the seller starts the negotiation, which has its own end. */
export function makeOffer(dispute: Dispute, offer: Offer): DisputeStep {
  const offers = [...dispute.offers, offer]
  const answered =
    dispute.state === 'awaiting_seller' ? answer({ ...dispute, offers }, offer.madeAt) : dispute
  return { dispute: { ...answered, offers }, event: 'dispute.offer_made' }
}

function answer(dispute: Dispute, at: Instant): Dispute {
  return {
    ...dispute,
    state: 'negotiating',
    answeredAt: at,
    dueAt: addDuration(at, NEGOTIATE_WITHIN),
  }
}

/** Takes the other side's latest offer. */
export function acceptOffer(
  dispute: Dispute,
  by: Side,
  at: Instant,
): Result<DisputeStep, 'nothing_to_accept'> {
  const offer = dispute.offers.findLast((one) => one.by !== by)
  if (offer === undefined) return refuse('nothing_to_accept')
  const answeredAt = dispute.answeredAt ?? at
  return accept(agree({ ...dispute, answeredAt }, offer, at))
}

function agree(dispute: Dispute, offer: Offer, at: Instant): DisputeStep {
  const agreed = { ...dispute, agreed: offer }
  if (!offer.withReturn) return settle(agreed, offer)
  return {
    dispute: { ...agreed, state: 'awaiting_return', dueAt: addDuration(at, SHIP_RETURN_WITHIN) },
    event: 'dispute.return_agreed',
  }
}

/** The dispute has its result; its money is moved by whoever applies the step. */
function settle(dispute: Dispute, back: Settlement['back']): DisputeStep {
  return { dispute, event: 'dispute.closed', settlement: { back } }
}

export function shipReturn(
  dispute: Dispute,
  parcel: Pick<Return, 'carrier' | 'tracking'>,
  at: Instant,
): DisputeStep {
  return {
    dispute: {
      ...dispute,
      state: 'return_shipped',
      goods: { ...dispute.goods, ...parcel, shippedAt: at },
      dueAt: addDuration(at, RECEIVE_FROM_SHIPPING),
    },
    event: 'dispute.return_shipped',
  }
}

/** A delivery shortens the seller's time and never makes it longer. */
export function deliverReturn(dispute: Dispute, at: Instant): DisputeStep {
  const soon = addDuration(at, RECEIVE_FROM_DELIVERY)
  const dueAt = dispute.dueAt !== null && dispute.dueAt < soon ? dispute.dueAt : soon
  return {
    dispute: { ...dispute, goods: { ...dispute.goods, deliveredAt: at }, dueAt },
    event: 'dispute.return_delivered',
  }
}

export function receiveReturn(dispute: Dispute, at: Instant): DisputeStep {
  const goods = { ...dispute.goods, receivedAt: at }
  return settle({ ...dispute, goods }, agreedBack(dispute))
}

function agreedBack(dispute: Dispute): Settlement['back'] {
  return dispute.agreed ?? NOTHING_BACK
}

const NOTHING_BACK: Settlement['back'] = { amount: 0n, outOf: 0n }

export function escalate(dispute: Dispute): DisputeStep {
  return { dispute: { ...dispute, state: 'escalated', dueAt: null }, event: 'dispute.escalated' }
}

/** A first decision waits for an appeal; one that follows an appeal is carried out at once. */
export function decide(
  dispute: Dispute,
  given: { readonly amount: bigint; readonly outOf: bigint; readonly reason: string },
  at: Instant,
): DisputeStep {
  const final = dispute.decision !== null
  const { appealedBy, appealReason } = dispute.decision ?? { appealedBy: null, appealReason: null }
  const decision = { ...given, decidedAt: at, appealedBy, appealReason, final }
  if (final) return settle({ ...dispute, decision }, decision)
  return {
    dispute: { ...dispute, state: 'decided', decision, dueAt: addDuration(at, APPEAL_WITHIN) },
    event: 'dispute.decided',
  }
}

/** Once per dispute, by one side: it goes back to staff. */
export function appeal(dispute: Dispute, by: Side, reason: string): DisputeStep {
  const decision =
    dispute.decision === null ? null : { ...dispute.decision, appealedBy: by, appealReason: reason }
  return {
    dispute: { ...dispute, state: 'escalated', decision, dueAt: null },
    event: 'dispute.appealed',
  }
}

/** What the clock does when a side lets its time pass. Silence on a claim goes to staff. */
export function due(dispute: Dispute, at: Instant): DisputeStep {
  const [claim] = dispute.offers
  switch (dispute.state) {
    case 'awaiting_seller':
      if (dispute.kind === 'claim' || claim === undefined) return escalate(dispute)
      return agree(dispute, claim, at)
    case 'return_shipped':
      return dispute.kind === 'claim' ? escalate(dispute) : settle(dispute, agreedBack(dispute))
    case 'awaiting_return':
      return settle(dispute, NOTHING_BACK)
    case 'decided':
      return settle(dispute, dispute.decision ?? NOTHING_BACK)
    default:
      return escalate(dispute)
  }
}

/** What of an agreed amount is still to be paid when `left` can be had back now. */
export function stillToPay(back: Settlement['back'], left: bigint): bigint {
  const refundedSince = back.outOf > left ? back.outOf - left : 0n
  const rest = back.amount > refundedSince ? back.amount - refundedSince : 0n
  return rest < left ? rest : left
}

export function close(dispute: Dispute, outcome: DisputeOutcome, at: Instant): Dispute {
  return { ...dispute, state: 'closed', outcome, dueAt: null, closedAt: at }
}
