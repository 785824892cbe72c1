import type { Currency, Instant, Uuid } from '@danbao/kernel'
import type { AccountRef } from './account.ts'

/** A movement to be made. */
export interface Posting {
  readonly from: AccountRef
  readonly to: AccountRef
  /** Minor units, more than zero. */
  readonly amount: bigint
  readonly code: string
  /** Chosen by the caller when it wants to repeat the request safely. */
  readonly id?: Uuid
  /** A fact that may be recorded one time only, e.g. the closing of a payment. */
  readonly once?: string
  /** Lowers the floor of `from` where its balance does not suffice: the rest becomes a debt. */
  readonly mayOwe?: boolean
}

/** What the transfers of one linked set share: all of them are made, or none. */
export interface Occasion {
  readonly subjectId: Uuid | null
  /** When it happened. */
  readonly occurredAt: Instant
  /** When it was written down. */
  readonly recordedAt: Instant
}

/** A movement that was made. */
export interface Transfer {
  readonly id: Uuid
  readonly setId: Uuid
  readonly fromId: Uuid
  readonly toId: Uuid
  readonly amount: bigint
  readonly currency: Currency
  readonly code: string
  readonly subjectId: Uuid | null
  readonly once: string | null
  readonly occurredAt: Instant
  readonly recordedAt: Instant
}

/** Linked movements: all are made or none. The ids make a repetition harmless. */
export interface TransferRequest {
  readonly postings: readonly (Posting & { readonly id: Uuid })[]
  readonly subjectId?: Uuid
  /** When it happened; absent: now. */
  readonly occurredAt?: Instant
}
