import type { Currency, Instant, Uuid } from '@danbao/kernel'

/**
 * What is needed to name an account, and to open it when money reaches it for the first time.
 * The caller derives `id` so that the same account always has the same one; nothing has to be
 * looked up before it is credited.
 */
export interface AccountRef {
  readonly id: Uuid
  /** What kind of account it is, in the caller's words. */
  readonly code: string
  readonly currency: Currency
  /** The balance never goes below, in minor units; null for none. */
  readonly floor: bigint | null
}

/** An account as it stands. Amounts in minor units. */
export interface Account extends AccountRef {
  readonly balance: bigint
  readonly openedAt: Instant
}
