import type { Call } from '../call.ts'
import { DAY, type Dispute, type Facts, HOUR, type Offer } from './facts.ts'
import {
  carryOut,
  closeDispute,
  hidden,
  left,
  mayAct,
  openDispute,
  type Part,
  type Verdict,
} from './payments.ts'

/** The buyer opens a dispute, or a claim after the release. */
export function judgeDispute(facts: Facts, call: Call, at: number, id: string): Verdict {
  const payment = facts.payments.get(call.target)
  if (payment === undefined || hidden(call.by, payment)) return 'not_found'
  if (mayAct(facts, call.by, payment, ['buyer']) === undefined) return 'not_allowed'
  const released = ['released', 'split'].includes(payment.state)
  if (!released && !['shipped', 'delivered'].includes(payment.state)) return 'wrong_state'
  if (openDispute(facts, payment) !== undefined) return 'dispute_open'
  if (released && at >= payment.closedAt + 15 * DAY) return 'claim_window_closed'
  const kind = released ? 'claim' : 'dispute'
  const rest = left({ kind, payment })
  if (call.amount !== null && call.amount.currency !== payment.currency) return 'currency_mismatch'
  const amount = call.amount?.value ?? rest
  if (amount > rest || amount === 0n) return 'amount_too_large'
  return () => {
    if (!released) {
      payment.pausedMs = (payment.due?.at ?? at) - at
      payment.state = 'disputed'
      payment.due = null
    }
    facts.disputes.set(id, {
      id,
      payment,
      kind,
      openedAt: at,
      state: 'awaiting_seller',
      outcome: null,
      due: at + 5 * DAY,
      offers: [{ by: 'buyer', amount, outOf: rest, withReturn: call.withReturn }],
      agreed: null,
      decision: null,
    })
  }
}

interface Rule {
  readonly who: readonly Part[]
  readonly from: readonly string[]
  act(facts: Facts, dispute: Dispute, call: Call, when: { at: number; part: Part }): Verdict
}

const TALKING = ['awaiting_seller', 'negotiating', 'escalated']
const SIDES: readonly Part[] = ['buyer', 'seller']

const RULES: Readonly<Record<string, Rule>> = {
  offer: {
    who: SIDES,
    from: TALKING,
    act(_, dispute, { amount, withReturn }, { at, part }) {
      if (part === 'buyer' && dispute.state === 'awaiting_seller') return 'wrong_state'
      const rest = left(dispute)
      const value = amount?.value ?? 0n
      if (amount !== null && amount.currency !== dispute.payment.currency) {
        return 'currency_mismatch'
      }
      if (value > rest) return 'amount_too_large'
      const by = part === 'buyer' ? 'buyer' : 'seller'
      return () => {
        dispute.offers.push({ by, amount: value, outOf: rest, withReturn })
        if (dispute.state !== 'awaiting_seller') return
        dispute.state = 'negotiating'
        dispute.due = at + 7 * DAY
      }
    },
  },
  accept: {
    who: SIDES,
    from: TALKING,
    act(facts, dispute, _, { at, part }) {
      const offer = dispute.offers.findLast(({ by }) => by !== part)
      if (offer === undefined) return 'nothing_to_accept'
      return () => agree(facts, dispute, offer, at)
    },
  },
  withdraw: {
    who: ['buyer'],
    from: [...TALKING, 'awaiting_return'],
    act:
      (_, dispute, __, { at }) =>
      () => {
        const { payment } = dispute
        if (dispute.kind === 'dispute') {
          const delivered = payment.deliveredAt !== null
          payment.state = delivered ? 'delivered' : 'shipped'
          const kind = delivered ? 'inspection' : 'confirmation'
          payment.due = { kind, at: at + Math.max(payment.pausedMs, 24 * HOUR) }
        }
        closeDispute(dispute, 'withdrawn')
      },
  },
  returnShipped: {
    who: ['buyer'],
    from: ['awaiting_return'],
    act:
      (_, dispute, __, { at }) =>
      () => {
        dispute.state = 'return_shipped'
        dispute.due = at + 30 * DAY
      },
  },
  returnDelivered: {
    who: ['marketplace'],
    from: ['return_shipped'],
    act:
      (_, dispute, __, { at }) =>
      () => {
        dispute.due = Math.min(dispute.due ?? 0, at + 5 * DAY)
      },
  },
  returnReceived: {
    who: ['seller'],
    from: ['awaiting_return', 'return_shipped'],
    act:
      (facts, dispute, _, { at }) =>
      () =>
        carryOut(facts, dispute, dispute.agreed ?? NOTHING, at),
  },
  escalate: {
    who: SIDES,
    from: ['negotiating', 'return_shipped'],
    act: (_, dispute) => () => escalate(dispute),
  },
  decide: {
    who: ['operator'],
    from: ['escalated'],
    act(facts, dispute, { amount }, { at }) {
      const rest = left(dispute)
      if (amount !== null && amount.currency !== dispute.payment.currency) {
        return 'currency_mismatch'
      }
      const value = amount?.value ?? 0n
      if (value > rest) return 'amount_too_large'
      return () => {
        const second = dispute.decision !== null
        dispute.decision = { amount: value, outOf: rest }
        if (second) {
          carryOut(facts, dispute, dispute.decision, at)
          return
        }
        dispute.state = 'decided'
        dispute.due = at + 3 * DAY
      }
    },
  },
  appeal: {
    who: SIDES,
    from: ['decided'],
    act: (_, dispute) => () => escalate(dispute),
  },
}

const NOTHING = { amount: 0n, outOf: 0n }

function escalate(dispute: Dispute): void {
  dispute.state = 'escalated'
  dispute.due = null
}

function agree(facts: Facts, dispute: Dispute, offer: Offer, at: number): void {
  dispute.agreed = offer
  if (!offer.withReturn) {
    carryOut(facts, dispute, offer, at)
    return
  }
  dispute.state = 'awaiting_return'
  dispute.due = at + 10 * DAY
}

export function judgeDisputeCall(facts: Facts, call: Call, at: number): Verdict {
  const rule = RULES[call.verb]
  if (rule === undefined) throw new Error(`The model does not know ${call.verb}.`)
  const dispute = facts.disputes.get(call.target)
  if (dispute === undefined || hidden(call.by, dispute.payment)) return 'not_found'
  const part = mayAct(facts, call.by, dispute.payment, rule.who)
  if (part === undefined) return 'not_allowed'
  if (!rule.from.includes(dispute.state)) return 'wrong_state'
  return rule.act(facts, dispute, call, { at, part })
}

/** Silence: of a seller it grants what the buyer asked for; in a claim staff look at it. */
export function disputeIsDue(facts: Facts, dispute: Dispute): void {
  const at = dispute.due ?? 0
  const [asked] = dispute.offers
  const claim = dispute.kind === 'claim'
  if (dispute.state === 'awaiting_seller' && !claim && asked !== undefined) {
    agree(facts, dispute, asked, at)
  } else if (dispute.state === 'awaiting_return') {
    carryOut(facts, dispute, NOTHING, at)
  } else if (dispute.state === 'return_shipped' && !claim) {
    carryOut(facts, dispute, dispute.agreed ?? NOTHING, at)
  } else if (dispute.state === 'decided') {
    carryOut(facts, dispute, dispute.decision ?? NOTHING, at)
  } else {
    escalate(dispute)
  }
}
