import type { Verb } from './call.ts'
import type { FundingRail } from './model/facts.ts'

/** A call before anything has an id: people, payments and checkouts are numbers. */
export interface Draft {
  readonly verb: Verb
  readonly by: { readonly marketplace: number | null; readonly as: number | null }
  readonly on: Subject
  readonly amount: DraftSum | null
  readonly withReturn: boolean
  readonly level: 0 | 1 | 2
  /** Pays with the last quote for its subject. */
  readonly quoted: boolean
  /** So many hundredths of a checkout are paid by card; 0: none. */
  readonly byCard: number
  readonly from: string
  readonly payments: readonly DraftPayment[]
  /** The number that what it creates shall have. */
  readonly creates: number
}

/** A `dispute` is the last one over the payment of that number. */
export interface Subject {
  readonly kind: 'none' | 'account' | 'payment' | 'checkout' | 'dispute'
  readonly number: number
}

export interface DraftSum {
  readonly value: bigint
  readonly currency: string
}

export interface DraftPayment {
  readonly number: number
  /** Null: whoever takes the checkout on. */
  readonly buyer: number | null
  readonly seller: number
  readonly amount: DraftSum
  readonly coupon: DraftSum | null
  readonly basisPoints: number
  readonly fixed: DraftSum | null
  readonly kind: 'standard' | 'cross_border' | 'virtual' | 'auto_delivered'
  readonly policy: {
    readonly pay: number
    readonly ship: number
    readonly confirm: number
    readonly inspect: number
  } | null
  readonly reference: string | null
}

/** How often a request is sent: once, again afterwards, at once, or its key with another body. */
export type Repeat = 'never' | 'afterwards' | 'in_parallel' | 'key_reused'

/** One step of the simulation. */
export type Turn =
  | { readonly kind: 'call'; readonly draft: Draft; readonly repeat: Repeat }
  | { readonly kind: 'advance'; readonly ms: number }
  | FundingTurn
  | PayoutTurn
  | Burst

/** What a rail tells, and what people and staff do about it. All are numbers of the script. */
export interface FundingTurn {
  readonly kind: 'funding'
  readonly step: FundingStep
  /** Rails repeat themselves: the same at the same time. */
  readonly sent: 'once' | 'twice'
}

export type FundingStep =
  | {
      readonly what: 'announce'
      readonly topUp: number
      readonly person: number
      readonly rail: FundingRail
      readonly currency: string
      readonly amount: bigint
    }
  | { readonly what: 'letGo'; readonly topUp: number; readonly person: number }
  | {
      readonly what: 'arrive'
      readonly deposit: number
      readonly topUp: number
      /** Of what was announced. */
      readonly percent: number
      readonly reference: 'its' | 'none' | 'unknown'
      readonly otherPayer: boolean
      readonly otherCurrency: boolean
    }
  /** `of`: the deposit that is taken back; null: nobody knows. */
  | { readonly what: 'goBack'; readonly deposit: number; readonly of: number | null }
  | {
      readonly what: 'resolve'
      readonly deposit: number
      readonly kind: 'assign' | 'return' | 'collect' | 'write_off'
      /** Of what is open. */
      readonly percent: number
      readonly person: number
    }

/** What sellers, staff and banks do about payouts. All are numbers of the script. */
export interface PayoutTurn {
  readonly kind: 'payout'
  readonly step: PayoutStep
  /** Banks repeat themselves: the same at the same time. */
  readonly sent: 'once' | 'twice'
}

export type PayoutStep =
  | {
      readonly what: 'ask'
      readonly payout: number
      readonly person: number
      readonly currency: string
      /** Of what can be paid out. */
      readonly percent: number
      /** To an account in their own name. */
      readonly own: boolean
    }
  | { readonly what: 'drop'; readonly payout: number; readonly person: number }
  | { readonly what: 'release' | 'refuse' | 'reject' | 'send'; readonly payout: number }
  /** By one of a few bookings: a bank may say the same again, or book it twice. */
  | { readonly what: 'pay' | 'return'; readonly payout: number; readonly booking: number }

/** All at once, over all engines; with the clock moving meanwhile when `ms` is not zero. */
export interface Burst {
  readonly kind: 'burst'
  readonly drafts: readonly Draft[]
  readonly ms: number
  /** Every third request is sent to another engine too. Such doubles make batches run again. */
  readonly doubled: boolean
}

export const plain = {
  on: { kind: 'none', number: 0 },
  amount: null,
  withReturn: false,
  level: 0,
  quoted: false,
  byCard: 0,
  from: 'EUR',
  payments: [],
  creates: 0,
} as const satisfies Omit<Draft, 'verb' | 'by'>
