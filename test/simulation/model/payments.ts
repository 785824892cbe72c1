import type { By, Call } from '../call.ts'
import { DAY, type Dispute, type Facts, HOUR, type Payment } from './facts.ts'
import { clawBack, close, giveBack } from './money.ts'

/** Why not, or how the world changes. */
export type Verdict = string | (() => void)

export type Part = 'buyer' | 'seller' | 'marketplace' | 'operator'

/** The caller's parts in a payment; a string says why there can be none at all. */
export function partsOf(facts: Facts, by: By, payment: Payment): readonly Part[] | string {
  if (by.marketplace === null && by.as === null) return ['operator']
  if (by.as === null) return ['marketplace', 'seller']
  const person = facts.people.get(by.as)
  if (by.marketplace !== null && person?.marketplace !== by.marketplace) return 'not_allowed'
  if (by.as === payment.buyer) return ['buyer']
  return by.as === payment.seller ? ['seller'] : []
}

export function mayAct(
  facts: Facts,
  by: By,
  payment: Payment,
  allowed: readonly Part[],
): Part | undefined {
  const parts = partsOf(facts, by, payment)
  return typeof parts === 'string' ? undefined : allowed.find((part) => parts.includes(part))
}

interface Owned {
  readonly marketplace: string
  readonly buyer?: string
  readonly seller?: string
}

/** A marketplace sees its own, a person what they are a side of, the operator everything. */
export function hidden({ marketplace, as }: By, owned: Owned): boolean {
  if (marketplace !== null) return marketplace !== owned.marketplace
  return as !== null && as !== owned.buyer && as !== owned.seller
}

interface Rule {
  readonly who: readonly Part[]
  readonly from: readonly string[]
  act(facts: Facts, payment: Payment, call: Call, at: number): Verdict
}

const ON_THE_WAY = ['shipped', 'delivered']

const RULES: Readonly<Record<string, Rule>> = {
  approve: {
    who: ['operator'],
    from: ['verifying'],
    act: (_, payment, __, at) => () => {
      payment.state = 'held'
      payment.due = { kind: 'ship', at: at + payment.shipMs }
    },
  },
  refuse: {
    who: ['operator'],
    from: ['verifying'],
    act: (facts, payment, _, at) => () => cancel(facts, payment, at),
  },
  ship: {
    who: ['seller'],
    from: ['held'],
    act: (_, payment, __, at) => () => {
      payment.state = 'shipped'
      payment.due = { kind: 'confirmation', at: at + payment.confirmMs }
    },
  },
  deliver: {
    who: ['marketplace'],
    from: ['held', 'shipped'],
    act: (_, payment, __, at) => () => {
      const never = payment.state === 'shipped' ? (payment.due?.at ?? 0) : at + payment.confirmMs
      payment.state = 'delivered'
      payment.deliveredAt = at
      payment.due = { kind: 'inspection', at: Math.min(never, at + payment.inspectMs) }
    },
  },
  confirm: {
    who: ['buyer'],
    from: ['held', 'shipped', 'delivered', 'disputed'],
    act: (facts, payment, _, at) => () => endWithDispute(facts, payment, 0n, at),
  },
  extend: {
    who: ['buyer'],
    from: ON_THE_WAY,
    act(_, payment, __, at) {
      const { due } = payment
      const long = payment.confirmMs > 5 * DAY
      if (due === null || payment.extended || !long || due.at - at > 5 * DAY) {
        return 'not_extendable'
      }
      return () => {
        payment.extended = true
        payment.due = { ...due, at: due.at + 10 * DAY }
      }
    },
  },
  cancel: {
    who: ['buyer', 'seller', 'marketplace'],
    from: ['requires_payment', 'verifying', 'held'],
    act: (facts, payment, _, at) => () => cancel(facts, payment, at),
  },
  refund: {
    who: ['seller'],
    from: ['held', 'disputed', ...ON_THE_WAY],
    act(facts, payment, { amount }, at) {
      if (amount !== null && amount.currency !== payment.currency) return 'currency_mismatch'
      const value = amount?.value ?? payment.escrow
      if (value > payment.escrow) return 'amount_too_large'
      if (value < payment.escrow) return () => giveBack(facts, payment, value)
      if (payment.state === 'held') return () => cancel(facts, payment, at)
      return () => endWithDispute(facts, payment, value, at)
    },
  },
}

export function judgePaymentCall(facts: Facts, call: Call, at: number): Verdict {
  const rule = RULES[call.verb]
  const payment = facts.payments.get(call.target)
  if (rule === undefined) throw new Error(`The model does not know ${call.verb}.`)
  if (payment === undefined || hidden(call.by, payment)) return 'not_found'
  if (mayAct(facts, call.by, payment, rule.who) === undefined) return 'not_allowed'
  if (!rule.from.includes(payment.state)) return 'wrong_state'
  return rule.act(facts, payment, call, at)
}

function cancel(facts: Facts, payment: Payment, at: number): void {
  close(facts, payment, payment.escrow, at)
  payment.state = 'cancelled'
}

/** A payment that ends while it is disputed ends its dispute. */
function endWithDispute(facts: Facts, payment: Payment, back: bigint, at: number): void {
  const dispute = openDispute(facts, payment)
  close(facts, payment, back, at)
  if (dispute !== undefined) closeDispute(dispute, payment.state)
}

export function openDispute(facts: Facts, payment: Payment): Dispute | undefined {
  return [...facts.disputes.values()].find(
    (dispute) => dispute.payment === payment && dispute.state !== 'closed',
  )
}

export function closeDispute(dispute: Dispute, outcome: string): void {
  dispute.state = 'closed'
  dispute.outcome = outcome
  dispute.due = null
}

/** What can still go back to the buyer. */
export function left({ kind, payment }: Pick<Dispute, 'kind' | 'payment'>): bigint {
  if (kind === 'dispute') return payment.escrow
  return payment.toSeller + payment.commission - payment.claimed
}

/** Carries out what was agreed or decided; what was refunded since counts towards it. */
export function carryOut(
  facts: Facts,
  dispute: Dispute,
  result: { readonly amount: bigint; readonly outOf: bigint },
  at: number,
): void {
  const { payment } = dispute
  const rest = left(dispute)
  const refunded = result.outOf > rest ? result.outOf - rest : 0n
  const open = result.amount > refunded ? result.amount - refunded : 0n
  const back = open < rest ? open : rest
  if (dispute.kind === 'dispute') {
    close(facts, payment, back, at)
    closeDispute(dispute, payment.state)
    return
  }
  if (back > 0n) clawBack(facts, payment, back)
  closeDispute(dispute, back > 0n ? 'granted' : 'dismissed')
}

/** What happens when nobody acted in time. */
export function paymentIsDue(facts: Facts, payment: Payment): void {
  const due = payment.due
  if (due === null) return
  if (due.kind === 'confirmation' || due.kind === 'inspection') {
    close(facts, payment, 0n, due.at)
    return
  }
  cancel(facts, payment, due.at)
  if (due.kind === 'pay') payment.state = 'expired'
}

export const CHECK_MS = 24 * HOUR
