/** What can be asked of the core, in plain words. */
export type Verb =
  | 'account'
  | 'level'
  | 'topUp'
  | 'create'
  | 'checkout'
  | 'take'
  | 'payCheckout'
  | 'quote'
  | PaymentVerb
  | DisputeVerb

export type PaymentVerb =
  | 'pay'
  | 'approve'
  | 'refuse'
  | 'ship'
  | 'deliver'
  | 'confirm'
  | 'extend'
  | 'cancel'
  | 'refund'
  | 'dispute'

export type DisputeVerb =
  | 'offer'
  | 'accept'
  | 'withdraw'
  | 'returnShipped'
  | 'returnDelivered'
  | 'returnReceived'
  | 'escalate'
  | 'decide'
  | 'appeal'

/** Who asks: the operator, a marketplace, perhaps as one of its people, or a person alone. UUIDs. */
export interface By {
  readonly marketplace: string | null
  readonly as: string | null
}

export interface Sum {
  /** Minor units. */
  readonly value: bigint
  readonly currency: string
}

export interface NewPayment {
  /** Null: whoever takes the checkout on. */
  readonly buyer: string | null
  readonly seller: string
  readonly amount: Sum
  readonly coupon: Sum | null
  readonly basisPoints: number
  readonly fixed: Sum | null
  readonly kind: 'standard' | 'cross_border' | 'virtual' | 'auto_delivered'
  /** Hours; null: the default. */
  readonly policy: {
    readonly pay: number
    readonly ship: number
    readonly confirm: number
    readonly inspect: number
  } | null
  readonly reference: string | null
}

/** One request, with all ids resolved. */
export interface Call {
  readonly verb: Verb
  readonly by: By
  /** The account, payment, checkout or dispute it is about; '' for none. */
  readonly target: string
  readonly amount: Sum | null
  readonly withReturn: boolean
  readonly level: 0 | 1 | 2
  readonly quote: string | null
  /** Of a checkout: what a card pays of it. */
  readonly card: CardPart | null
  /** A quote's subject is a payment or a checkout. */
  readonly ofCheckout: boolean
  readonly from: string
  readonly payments: readonly NewPayment[]
}

/** An authorised charge, and what its buyer was shown. Minor units; ids are UUIDs. */
export interface CardPart {
  readonly charge: string
  readonly amount: bigint
  readonly total: bigint
  readonly payments: readonly string[]
}

/** When something was done. */
export interface When {
  readonly at: number
  /** Others were sent at the same time. */
  readonly racing: boolean
}
