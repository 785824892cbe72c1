import type { PayoutReview, PayoutState } from '@danbao/contracts'
import { type Currency, days, type Instant, type Uuid } from '@danbao/kernel'

/** A seller's proceeds on their way to a bank account. Minor units of `currency`. */
export interface Payout {
  readonly id: Uuid
  readonly accountId: Uuid
  readonly currency: Currency
  readonly amount: bigint
  readonly state: PayoutState
  /** Why a second person looks at it before it is paid. */
  readonly review: PayoutReview | null
  readonly number: bigint
  /** What the bank names it by, end to end. */
  readonly reference: string
  readonly holder: string
  readonly iban: string
  readonly bic: string | null
  /** Why it was refused or came back. */
  readonly reason: string | null
  /** The file that it went to the bank with. */
  readonly batchId: Uuid | null
  /** The bookings by which the bank said that it has paid, and that it came back. */
  readonly paidKey: string | null
  readonly returnedKey: string | null
  readonly createdAt: Instant
  /** When the bank paid it; of a returned one null: it never did. */
  readonly paidAt: Instant | null
  readonly endedAt: Instant | null
}

/** What was handed to the bank in one file. */
export interface PayoutBatch {
  readonly id: Uuid
  readonly number: bigint
  readonly currency: Currency
  readonly amount: bigint
  readonly count: number
  readonly createdAt: Instant
}

/** In minor units of the limits' currency, at the day's rate. */
export const PAYOUT_TERMS = {
  /** Less is not paid out: it would cost more than it is worth. */
  least: 10_00n,
  /** More than this is looked at by a second person. */
  reviewAbove: 5_000_00n,
  /** So long what was released stays, in case that something is found to be wrong with it. */
  holds: days(1),
} as const

/** What of the proceeds may be paid out: not what was released a moment ago, and never a debt. */
export function payable(balance: bigint, held: bigint): bigint {
  return balance > held ? balance - held : 0n
}

/** Why somebody has to look first; null: nobody has to. */
export function reviewOf(base: bigint, isOwn: boolean): PayoutReview | null {
  if (!isOwn) return 'other_holder'
  return base > PAYOUT_TERMS.reviewAbove ? 'large' : null
}

/** Letters and digits, which no bank changes. */
export function payoutReference(number: bigint): string {
  return `DBP${number.toString().padStart(8, '0')}`
}
