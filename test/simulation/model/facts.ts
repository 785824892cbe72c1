export interface Person {
  readonly marketplace: string
  level: 0 | 1 | 2
  readonly createdAt: number
}

export interface Payment {
  readonly id: string
  readonly marketplace: string
  /** Empty until somebody takes the checkout on. */
  buyer: string
  readonly seller: string
  readonly checkout: string | null
  readonly currency: string
  readonly amount: bigint
  readonly coupon: bigint
  readonly basisPoints: number
  readonly fixed: bigint
  readonly shipMs: number
  readonly confirmMs: number
  readonly inspectMs: number
  state: string
  due: { kind: string; at: number } | null
  extended: boolean
  pausedMs: number
  escrow: bigint
  toSeller: bigint
  commission: bigint
  toBuyer: bigint
  toPromotions: bigint
  claimed: bigint
  claimedFees: bigint
  claimedToBuyer: bigint
  /** The buyer's part in US cents at the rate of the day of payment. */
  base: bigint
  paidAt: number
  deliveredAt: number | null
  closedAt: number
}

export interface Offer {
  readonly by: 'buyer' | 'seller'
  readonly amount: bigint
  readonly outOf: bigint
  readonly withReturn: boolean
}

export interface Dispute {
  readonly id: string
  readonly payment: Payment
  readonly kind: 'dispute' | 'claim'
  readonly openedAt: number
  state: string
  outcome: string | null
  due: number | null
  readonly offers: Offer[]
  agreed: Offer | null
  decision: { readonly amount: bigint; readonly outOf: bigint } | null
}

export interface Quote {
  readonly subject: string
  readonly buyer: string
  readonly pays: bigint
  readonly paysCurrency: string
  readonly buys: bigint
  readonly expiresAt: number
}

export type FundingRail = 'webmoney' | 'bank_transfer' | 'boleto'

export interface TopUp {
  readonly id: string
  readonly person: string
  readonly rail: FundingRail
  readonly currency: string
  readonly amount: bigint
  readonly base: bigint
  readonly createdAt: number
  readonly expiresAt: number
  arrived: bigint
  state: 'awaiting' | 'credited' | 'expired' | 'cancelled'
}

export interface Deposit {
  readonly id: string
  readonly kind: 'arrival' | 'reversal'
  readonly rail: FundingRail
  readonly currency: string
  readonly amount: bigint
  readonly doubt: string | null
  /** Who got it, or is thought to; null: nobody knows. */
  readonly person: string | null
  /** Whether the operator has the money already. */
  readonly settled: boolean
  open: bigint
}

export interface Payout {
  readonly id: string
  readonly person: string
  readonly currency: string
  readonly amount: bigint
  state: 'review' | 'queued' | 'sent' | 'paid' | 'returned' | 'refused' | 'cancelled'
  /** Whether the bank had the money away. */
  paid: boolean
  paidBy: string | null
  returnedBy: string | null
}

/** All that the model believes. */
export interface Facts {
  readonly people: Map<string, Person>
  readonly payments: Map<string, Payment>
  readonly checkouts: Map<string, { readonly marketplace: string; readonly payments: Payment[] }>
  readonly disputes: Map<string, Dispute>
  readonly quotes: Map<string, Quote>
  readonly topUps: Map<string, TopUp>
  readonly deposits: Map<string, Deposit>
  readonly payouts: Map<string, Payout>
  /** What came to proceeds when. */
  readonly released: { readonly account: string; readonly amount: bigint; readonly at: number }[]
  readonly references: Set<string>
  readonly balances: Map<string, bigint>
  readonly floors: Map<string, bigint>
}

export function noFacts(): Facts {
  return {
    people: new Map(),
    payments: new Map(),
    checkouts: new Map(),
    disputes: new Map(),
    quotes: new Map(),
    topUps: new Map(),
    deposits: new Map(),
    payouts: new Map(),
    released: [],
    references: new Set(),
    balances: new Map(),
    floors: new Map(),
  }
}

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
