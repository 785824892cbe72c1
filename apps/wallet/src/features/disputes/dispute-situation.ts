import type { DisputeView } from '@danbao/contracts'

export type Side = 'buyer' | 'seller'
type Dispute = Pick<DisputeView, 'kind' | 'state' | 'outcome' | 'offers' | 'decision'>

/** How it stands, as one of the two sides has to hear it. */
export type Situation =
  | 'seller_to_answer'
  | 'you_to_answer'
  | 'their_offer'
  | 'your_offer'
  | 'you_send_back'
  | 'buyer_sends_back'
  | 'on_way_back'
  | 'you_confirm_return'
  | 'with_arbiter'
  | 'with_second_arbiter'
  | 'decided'
  | 'closed'

export function situationOf(dispute: Dispute, role: Side): Situation {
  switch (dispute.state) {
    case 'awaiting_seller':
      return role === 'buyer' ? 'seller_to_answer' : 'you_to_answer'
    case 'negotiating':
      return dispute.offers.at(-1)?.by === role ? 'your_offer' : 'their_offer'
    case 'awaiting_return':
      return role === 'buyer' ? 'you_send_back' : 'buyer_sends_back'
    case 'return_shipped':
      return role === 'buyer' ? 'on_way_back' : 'you_confirm_return'
    case 'escalated':
      return dispute.decision === null ? 'with_arbiter' : 'with_second_arbiter'
    default:
      return dispute.state
  }
}

/** Whether this side is the one to act now. */
export function isYourTurn(situation: Situation): boolean {
  return ['you_to_answer', 'their_offer', 'you_send_back', 'you_confirm_return'].includes(situation)
}

/** What happens by itself when the time is over and nobody has acted. */
export type Silence = 'proposal' | 'arbiter' | 'to_seller' | 'refund' | 'decision' | undefined

export function silenceOf({ state, kind }: Pick<Dispute, 'state' | 'kind'>): Silence {
  switch (state) {
    case 'awaiting_seller':
      return kind === 'claim' ? 'arbiter' : 'proposal'
    case 'negotiating':
      return 'arbiter'
    case 'awaiting_return':
      return 'to_seller'
    case 'return_shipped':
      return kind === 'claim' ? 'arbiter' : 'refund'
    case 'decided':
      return 'decision'
    default:
      return undefined
  }
}

export type Move =
  'accept' | 'offer' | 'return_shipped' | 'return_received' | 'escalate' | 'withdraw' | 'appeal'

const ALWAYS = (): boolean => true

/** Who can do what, and when. It decides what is offered; what is done, the server decides. */
const MOVES: Readonly<
  Record<Move, readonly [states: readonly string[], may: (d: Dispute, role: Side) => boolean]>
> = {
  accept: [
    ['awaiting_seller', 'negotiating', 'escalated'],
    (dispute, role) => theirOffer(dispute, role) !== undefined,
  ],
  offer: [
    ['awaiting_seller', 'negotiating', 'escalated'],
    ({ state }, role) => state !== 'awaiting_seller' || role === 'seller',
  ],
  return_shipped: [['awaiting_return'], (_, role) => role === 'buyer'],
  return_received: [['awaiting_return', 'return_shipped'], (_, role) => role === 'seller'],
  appeal: [['decided'], ({ decision }) => decision?.appealed_by === null],
  escalate: [['negotiating', 'return_shipped'], ALWAYS],
  withdraw: [
    ['awaiting_seller', 'negotiating', 'awaiting_return', 'escalated'],
    (_, role) => role === 'buyer',
  ],
}

const ORDER = [
  'accept',
  'offer',
  'return_shipped',
  'return_received',
  'appeal',
  'escalate',
  'withdraw',
] as const satisfies readonly Move[]

/** The most useful first. */
export function movesOf(dispute: Dispute, role: Side): readonly Move[] {
  return ORDER.filter((move) => {
    const [states, may] = MOVES[move]
    return states.includes(dispute.state) && may(dispute, role)
  })
}

/** The latest offer of the other side: what there is to accept. */
export function theirOffer(
  { offers }: Pick<DisputeView, 'offers'>,
  role: Side,
): DisputeView['offers'][number] | undefined {
  return offers.findLast(({ by }) => by !== role)
}
