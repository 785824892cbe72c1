import { DAY, type Facts, type Payout } from './facts.ts'
import { balance, convert, move, proceeds } from './money.ts'
import type { Verdict } from './payments.ts'

const LEAST = 10_00n
const REVIEW_ABOVE = 5_000_00n
const HELD_FOR = DAY

export interface Asked {
  readonly person: string
  readonly currency: string
  readonly amount: bigint
  /** To an account in their own name. */
  readonly own: boolean
}

export function judgeAsk(
  facts: Facts,
  { person, currency, amount, own }: Asked,
  { at, id }: { readonly at: number; readonly id: string },
): Verdict {
  if (!facts.people.has(person)) return 'not_found'
  const base = convert(amount, currency, 'USD')
  if (base === undefined) return 'rate_unavailable'
  if (base < LEAST) return 'out_of_bounds'
  if (amount > payable(facts, proceeds(person, currency), at)) return 'insufficient_funds'
  return () => {
    move(facts, proceeds(person, currency), `payout_clearing ${currency}`, amount)
    const state = own && base <= REVIEW_ABOVE ? 'queued' : 'review'
    const made = { id, person, currency, amount, paidBy: null, returnedBy: null, paid: false }
    facts.payouts.set(id, { ...made, state })
  }
}

/** What was released within a day stays. */
export function payable(facts: Facts, account: string, at: number): bigint {
  const held = facts.released
    .filter((one) => one.account === account && one.at > at - HELD_FOR)
    .reduce((sum, { amount }) => sum + amount, 0n)
  const left = balance(facts, account) - held
  return left > 0n ? left : 0n
}

export function judgeDrop(facts: Facts, person: string, payout: Payout | undefined): Verdict {
  if (payout?.person !== person) return 'not_found'
  return giveBack(facts, payout, ['review', 'queued'], 'cancelled')
}

export function judgeStep(
  facts: Facts,
  payout: Payout | undefined,
  what: 'release' | 'refuse' | 'reject' | 'send',
): Verdict {
  // A batch of what is not there is a batch of nothing.
  if (payout === undefined) return what === 'send' ? 'wrong_state' : 'not_found'
  if (what === 'refuse') return giveBack(facts, payout, ['review', 'queued'], 'refused')
  if (what === 'reject') return giveBack(facts, payout, ['sent'], 'returned')
  const [from, to] =
    what === 'send' ? (['queued', 'sent'] as const) : (['review', 'queued'] as const)
  if (payout.state !== from) return 'wrong_state'
  return () => {
    payout.state = to
  }
}

export function judgePaid(facts: Facts, payout: Payout | undefined, key: string): Verdict {
  if (payout === undefined) return 'not_found'
  if (payout.paidBy === key) return () => undefined
  if (payout.paid && payout.paidBy === null) {
    return () => {
      payout.paidBy = key
    }
  }
  if (payout.state !== 'sent') return 'wrong_state'
  return () => {
    leave(facts, payout)
    payout.paidBy = key
    payout.state = 'paid'
  }
}

export function judgeReturned(facts: Facts, payout: Payout | undefined, key: string): Verdict {
  if (payout === undefined) return 'not_found'
  if (payout.returnedBy === key) return () => undefined
  if (payout.state !== 'sent' && payout.state !== 'paid') return 'wrong_state'
  return () => {
    if (!payout.paid) leave(facts, payout)
    const { currency, amount } = payout
    move(facts, `external ${currency}`, `payout_clearing ${currency}`, amount)
    payout.returnedBy = key
    back(facts, payout, 'returned')
  }
}

function leave(facts: Facts, payout: Payout): void {
  const { currency, amount } = payout
  move(facts, `payout_clearing ${currency}`, `external ${currency}`, amount)
  payout.paid = true
}

function giveBack(
  facts: Facts,
  payout: Payout,
  from: readonly Payout['state'][],
  to: Payout['state'],
): Verdict {
  if (!from.includes(payout.state)) return 'wrong_state'
  return () => back(facts, payout, to)
}

function back(facts: Facts, payout: Payout, to: Payout['state']): void {
  const { person, currency, amount } = payout
  move(facts, `payout_clearing ${currency}`, proceeds(person, currency), amount)
  payout.state = to
}
