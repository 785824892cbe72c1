import type { Rail, TopUpState } from '@danbao/contracts'
import type { Currency, Instant, Uuid } from '@danbao/kernel'

/** What a person wants to bring in, by one way. Amounts in minor units of `currency`. */
export interface TopUp {
  readonly id: Uuid
  readonly accountId: Uuid
  /** Who is told of it; null: the person themselves announced it. */
  readonly marketplaceId: Uuid | null
  readonly rail: Rail
  readonly currency: Currency
  /** What is to be credited. */
  readonly amount: bigint
  /** What a third party charges the payer on top: shown, never posted. */
  readonly fee: bigint
  /** What of the amount was credited so far. */
  readonly arrived: bigint
  /** The amount at the day's rate, in minor units of the limits' currency. */
  readonly base: bigint
  readonly state: TopUpState
  /** What payers and rails know it by; null: it was credited at once, in a sandbox. */
  readonly number: bigint | null
  /** What the rail will name it by; null: nobody knows yet. */
  readonly reference: string | null
  readonly referenceId: Uuid | null
  /** JSON object of texts: what the rail asks of the payer. */
  readonly details: string
  readonly createdAt: Instant
  /** Until when its money is waited for. */
  readonly expiresAt: Instant | null
  readonly endedAt: Instant | null
}

/** So much more of it has arrived and was credited; with the last of it, it is done. */
export function arrive(topUp: TopUp, amount: bigint, at: Instant): TopUp {
  const arrived = topUp.arrived + amount
  return arrived === topUp.amount
    ? { ...topUp, arrived, state: 'credited', endedAt: at }
    : { ...topUp, arrived }
}

/** Nobody waits for its money any more. */
export function end(topUp: TopUp, state: 'expired' | 'cancelled', at: Instant): TopUp {
  return { ...topUp, state, endedAt: at }
}
