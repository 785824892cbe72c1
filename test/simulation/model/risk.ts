import { DAY, type Dispute, type Facts, type Payment } from './facts.ts'

/** What the rules of the payment check say of somebody at level 0. */
export interface Judged {
  readonly score: number
  /** Some rule speaks for the buyer. */
  readonly cleared: boolean
}

const HALF_A_YEAR = 180 * DAY

/** `base`: the buyer's part of all that is paid now, in US cents. */
export function judgeRisk(
  facts: Facts,
  paying: { readonly payments: readonly Payment[]; readonly base: bigint },
  at: number,
): Judged {
  const { payments, base } = paying
  const buyer = payments[0]?.buyer ?? ''
  const past = [...facts.payments.values()].filter((one) => one.buyer === buyer && one.paidAt > 0)
  const recent = past.filter(({ paidAt }) => paidAt > at - DAY)
  const spent = recent.reduce((sum, one) => sum + one.base, base)
  const released = past.filter((one) => one.state === 'released' && one.closedAt <= at - DAY)
  const disputes = [...facts.disputes.values()].filter(
    (one) => one.payment.buyer === buyer && one.openedAt > at - HALF_A_YEAR,
  )
  const age = at - (facts.people.get(buyer)?.createdAt ?? 0)
  const knows = (among: readonly Payment[]): boolean =>
    payments.every(({ seller }) => among.some((one) => one.seller === seller))
  const points: readonly (readonly [boolean, number])[] = [
    [base >= 10_000n, 20],
    [age < 7 * DAY, 20],
    [recent.length >= 3, 25],
    [recent.length > 0 && spent >= 30_000n, 25],
    [disputes.some(isLost), 30],
    [disputes.length >= 3, 20],
    [!knows(past), 10],
    [payments.some(({ seller }) => isOftenDisputed(facts, seller)), 15],
  ]
  return {
    score: points.reduce((sum, [held, worth]) => sum + (held ? worth : 0), 0),
    cleared: (base <= 2_000n && knows(released)) || (age >= 30 * DAY && released.length >= 3),
  }
}

const isLost = ({ outcome }: Dispute): boolean => outcome === 'released' || outcome === 'dismissed'

/** A tenth of the last hundred sales. */
function isOftenDisputed(facts: Facts, seller: string): boolean {
  const sold = [...facts.payments.values()]
    .filter((one) => one.seller === seller && one.paidAt > 0)
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, 100)
  const disputed = new Set([...facts.disputes.values()].map(({ payment }) => payment.id))
  const count = sold.filter(({ id }) => disputed.has(id)).length
  return sold.length >= 10 && count * 10 >= sold.length
}

export interface Waiting {
  /** What was paid waits for staff. */
  readonly waits?: boolean
  /** Others did something at the same time: what they did may have come before or after. */
  readonly racing?: boolean
}

/**
 * Only what a rule clears passes, and only below 40 points. In a race the core may have counted
 * a dispute or a sale of somebody else before it ended, or after: there its word is taken.
 */
export function hasToWait({ score, cleared }: Judged, { waits, racing }: Waiting): boolean {
  if (racing === true && cleared && waits !== undefined) return waits
  return !cleared || score >= 40
}
