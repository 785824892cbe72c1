import type { Duration } from '@danbao/kernel'

/** What only the wallet's side knows of whoever pays; a marketplace's request carries none of it. */
export interface KnownOfPayer {
  /** How long their browser has been theirs; null: it was never seen before. */
  readonly deviceAge: Duration | null
  /** ISO 3166 alpha-2, as the person says or their document proves. */
  readonly country: string | null
}

/** Of fewer sales a single dispute would be a large share. */
export const MIN_SALES = 10

/** Everything that the rules look at. Sums in US cents at the day's rate. */
export interface RiskFacts {
  /** The whole authorisation, the buyer's own part. */
  readonly amount: bigint
  readonly accountAge: Duration
  /** What the buyer has paid in the last 24 hours before this. */
  readonly recent: { readonly count: number; readonly sum: bigint }
  /** Payments that were released to their sellers more than a day ago. */
  readonly released: number
  /** Disputes and claims of the buyer in the last 180 days. */
  readonly disputes: { readonly opened: number; readonly lost: number }
  /** Whether something is paid to somebody the buyer never paid before. */
  readonly newSeller: boolean
  /** Whether the buyer has an old released payment with everybody who is paid now. */
  readonly knownSellers: boolean
  /** The last 100 sales of the most disputed of those who are paid. */
  readonly seller: { readonly sold: number; readonly disputed: number }
  /** Undefined: nobody knows, and no rule holds it against the buyer. */
  readonly deviceAge: Duration | null | undefined
  readonly country: string | undefined
  /** Where the marketplace sends the goods, from the payment's `shipping_country`. */
  readonly shippingCountry: string | undefined
  /** Of the card that pays: whoever has one is at level 1, where nothing is looked at. */
  readonly cardCountry: undefined
}
