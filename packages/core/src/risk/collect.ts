import { type Instant, milliseconds, type Uuid } from '@danbao/kernel'
import { z } from 'zod'
import type { Payment } from '../payments/payment.ts'
import { type KnownOfPayer, MIN_SALES, type RiskFacts } from './facts.ts'
import type { PastWithSeller, Sales } from './load.ts'

export interface Paying {
  /** What is paid by one authorisation. */
  readonly payments: readonly Pick<Payment, 'sellerId' | 'metadata'>[]
  /** The buyer's own part of all of it, in US cents. */
  readonly base: bigint
  readonly buyer: { readonly createdAt: Instant }
  readonly known: KnownOfPayer | undefined
  readonly at: Instant
  readonly past: readonly PastWithSeller[]
  readonly sales: readonly Sales[]
}

/** Everything that the rules look at, from what was read. */
export function collectFacts(paying: Paying): RiskFacts {
  const { payments, base, buyer, known, at, past } = paying
  const paid = new Map(past.map((one) => [one.sellerId, one]))
  const sellers = [...new Set(payments.map(({ sellerId }) => sellerId))]
  const sum = (of: (one: PastWithSeller) => number): number =>
    past.reduce((all, one) => all + of(one), 0)
  return {
    amount: base,
    accountAge: milliseconds(at - buyer.createdAt),
    recent: {
      count: sum(({ recent }) => recent),
      sum: past.reduce((all, { recentSum }) => all + recentSum, 0n),
    },
    released: sum(({ released }) => released),
    disputes: { opened: sum(({ opened }) => opened), lost: sum(({ lost }) => lost) },
    newSeller: sellers.some((id) => !paid.has(id)),
    knownSellers: sellers.every((id) => (paid.get(id)?.released ?? 0) > 0),
    seller: mostDisputed(paying.sales, sellers),
    deviceAge: known?.deviceAge,
    country: known?.country ?? undefined,
    shippingCountry: shippingCountryOf(payments, known?.country ?? undefined),
    cardCountry: undefined,
  }
}

const NO_SALES = { sold: 0, disputed: 0 }

function mostDisputed(sales: readonly Sales[], sellers: readonly Uuid[]): RiskFacts['seller'] {
  return sales
    .filter(({ id }) => sellers.includes(id))
    .reduce<RiskFacts['seller']>(
      (worst, one) => (share(one) > share(worst) ? one : worst),
      NO_SALES,
    )
}

function share({ sold, disputed }: RiskFacts['seller']): number {
  return sold < MIN_SALES ? 0 : disputed / sold
}

const shipping = z.object({
  shipping_country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
})

/** Of several the first that is not the buyer's own: that is the one to be told of. */
function shippingCountryOf(
  payments: Paying['payments'],
  own: string | undefined,
): string | undefined {
  const all = payments.flatMap(({ metadata }) => {
    const { shipping_country: country } = shipping.parse(JSON.parse(metadata))
    return country === undefined ? [] : [country]
  })
  return all.find((country) => country !== own) ?? all[0]
}
