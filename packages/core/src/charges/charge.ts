import type { Currency, Instant, Uuid } from '@danbao/kernel'

/**
 * `started`: the processor is being asked. `authorised`: the bank holds the money for us.
 * `secured`: it is in escrow, and the processor is to take it. `captured`: it has. Declined and
 * cancelled ones moved nothing.
 */
export const CHARGE_STATES = [
  'started',
  'authorised',
  'secured',
  'captured',
  'declined',
  'cancelled',
] as const
export type ChargeState = (typeof CHARGE_STATES)[number]

/** The card part of a checkout. */
export interface Charge {
  readonly id: Uuid
  readonly accountId: Uuid
  readonly checkoutId: Uuid
  readonly cardId: Uuid
  readonly currency: Currency
  /** In minor units; never more than the buyer's own part of the checkout. */
  readonly amount: bigint
  /** JSON: what the buyer authorised. */
  readonly agreed: string
  readonly state: ChargeState
  /** The processor's name for it; null: it has not answered yet. */
  readonly ref: string | null
  /** Where the buyer confirms it; null: their bank did not ask for it. */
  readonly bankUrl: string | null
  /** Why it was declined or cancelled, as a code. */
  readonly reason: string | null
  readonly createdAt: Instant
  readonly securedAt: Instant | null
  /** When it is gone on with; null: it is over. */
  readonly dueAt: Instant | null
  /** How often it was gone on with. */
  readonly tries: number
  /** With which of its payments the processor paid it; null: it owes it. */
  readonly settlementId: Uuid | null
}
