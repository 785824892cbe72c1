import type { AccountView } from '@danbao/contracts'
import { encodeId, formatInstant, type Instant, type Uuid } from '@danbao/kernel'

export type Level = AccountView['level']

/** A person, whatever marketplace they buy on. */
export interface Account {
  readonly id: Uuid
  /** The marketplace that created it; null: the person registered. */
  readonly marketplaceId: Uuid | null
  readonly name: string
  readonly email: string | null
  readonly reference: string | null
  readonly level: Level
  /** People who sign in act for themselves; no marketplace acts for them. */
  readonly hasLogin: boolean
  readonly createdAt: Instant
  /** Since when staff let nothing be spent. */
  readonly frozenAt: Instant | null
  /** Until when nothing is spent, because the account was recovered. */
  readonly restingUntil: Instant | null
  /** The person has left: nobody pays or is paid by it any more. */
  readonly closedAt: Instant | null
}

/** Whether, and why, the account's money may not be spent now. Refunds come in all the same. */
export function spendingBlock(
  { frozenAt, restingUntil }: Account,
  at: Instant,
): 'account_frozen' | 'account_resting' | undefined {
  if (frozenAt !== null) return 'account_frozen'
  return restingUntil !== null && restingUntil > at ? 'account_resting' : undefined
}

export function viewAccount(account: Account): AccountView {
  return {
    id: encodeId('acc', account.id),
    object: 'account',
    name: account.name,
    email: account.email,
    reference: account.reference,
    level: account.level,
    created_at: formatInstant(account.createdAt),
  }
}
