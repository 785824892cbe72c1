import type { RiskCode } from '@danbao/contracts'
import { days, hours } from '@danbao/kernel'
import { MIN_SALES, type RiskFacts } from './facts.ts'

/** What a rule saw, for whoever reads it later; sums in US cents. */
export interface Figures {
  readonly amount?: string
  readonly count?: number
  readonly days?: number
  readonly of?: number
  readonly country?: string
  readonly other?: string
}

/** One thing that speaks for or against a payment. */
export interface RiskRule {
  readonly code: RiskCode
  /** What it adds to the score. */
  readonly points: number
  /** Whether it lets a payment pass, as long as the score stays below `CHECK_FROM`. */
  readonly clears?: true
  /** The condition in words: `docs/payment-check.md` is tested against these. */
  readonly when: string
  /** What it saw; null: it does not hold. */
  seen(facts: RiskFacts): Figures | null
}

/** From this score on a payment waits for staff whatever else is known. */
export const CHECK_FROM = 40

const DAY = days(1)
const wholeDays = (ms: number): number => Math.floor(ms / DAY)

/** Each rule is one condition over the facts; they are independent and their points add up. */
export const RISK_RULES: readonly RiskRule[] = [
  {
    code: 'known_seller',
    points: 0,
    clears: true,
    when: 'at most 20 USD, to sellers who were all paid out by this buyer before, over a day ago',
    seen: ({ amount, knownSellers }) =>
      amount <= 20_00n && knownSellers ? { amount: amount.toString() } : null,
  },
  {
    code: 'proven_buyer',
    points: 0,
    clears: true,
    when: 'an account of 30 days or more with 3 or more payments released over a day ago',
    seen: ({ accountAge, released }) =>
      accountAge >= days(30) && released >= 3
        ? { days: wholeDays(accountAge), count: released }
        : null,
  },
  {
    code: 'large_amount',
    points: 20,
    when: '100 USD or more in one payment or checkout',
    seen: ({ amount }) => (amount >= 100_00n ? { amount: amount.toString() } : null),
  },
  {
    code: 'young_account',
    points: 20,
    when: 'the account is younger than 7 days',
    seen: ({ accountAge }) => (accountAge < days(7) ? { days: wholeDays(accountAge) } : null),
  },
  {
    code: 'many_payments',
    points: 25,
    when: '3 or more payments in the 24 hours before',
    seen: ({ recent }) => (recent.count >= 3 ? { count: recent.count } : null),
  },
  {
    code: 'much_spent',
    points: 25,
    when: '300 USD or more in 24 hours, with this payment',
    seen: ({ recent, amount }) =>
      recent.count > 0 && recent.sum + amount >= 300_00n
        ? { amount: (recent.sum + amount).toString() }
        : null,
  },
  {
    code: 'disputes_lost',
    points: 30,
    when: 'a dispute or claim of the buyer ended without money back in the last 180 days',
    seen: ({ disputes }) => (disputes.lost >= 1 ? { count: disputes.lost } : null),
  },
  {
    code: 'disputes_opened',
    points: 20,
    when: '3 or more disputes or claims opened by the buyer in the last 180 days',
    seen: ({ disputes }) => (disputes.opened >= 3 ? { count: disputes.opened } : null),
  },
  {
    code: 'first_to_seller',
    points: 10,
    when: 'the buyer never paid one of the sellers before',
    seen: ({ newSeller }) => (newSeller ? {} : null),
  },
  {
    code: 'new_device',
    points: 20,
    when: 'the browser was first seen less than 24 hours ago',
    seen: ({ deviceAge }) =>
      deviceAge === null || (deviceAge !== undefined && deviceAge < hours(24)) ? {} : null,
  },
  {
    code: 'shipped_abroad',
    points: 15,
    when: 'the goods go to another country than the buyer’s',
    seen: ({ country, shippingCountry }) => differ(country, shippingCountry),
  },
  {
    code: 'card_abroad',
    points: 20,
    when: 'the card is of another country than the buyer',
    seen: ({ country, cardCountry }) => differ(country, cardCountry),
  },
  {
    code: 'disputed_seller',
    points: 15,
    when: 'a tenth or more of the last 100 sales of a seller with 10 or more was disputed',
    seen: ({ seller: { sold, disputed } }) =>
      sold >= MIN_SALES && disputed * 10 >= sold ? { count: disputed, of: sold } : null,
  },
]

/** What is not known of one of two countries tells nothing. */
function differ(country: string | undefined, other: string | undefined): Figures | null {
  if (country === undefined || other === undefined || country === other) return null
  return { country, other }
}

/** A rule that held, as it is kept with the payment. */
export interface RiskHit {
  readonly code: RiskCode
  readonly points: number
  readonly clears: boolean
  readonly figures: Figures
}

export interface Assessment {
  readonly score: number
  readonly hits: readonly RiskHit[]
  /** `clear`: the money is held for the seller at once. `check`: staff look at it first. */
  readonly outcome: 'clear' | 'check'
}

/**
 * What is to be done with a payment of somebody at level 0. It passes only when a rule says so and
 * the others do not speak against it: being unknown is reason enough to be looked at.
 */
export function assess(facts: RiskFacts): Assessment {
  const hits = RISK_RULES.flatMap(({ code, points, clears = false, seen }) => {
    const figures = seen(facts)
    return figures === null ? [] : [{ code, points, clears, figures }]
  })
  const score = hits.reduce((sum, { points }) => sum + points, 0)
  const clear = score < CHECK_FROM && hits.some(({ clears }) => clears)
  return { score, hits, outcome: clear ? 'clear' : 'check' }
}
