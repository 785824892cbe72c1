import type { AccountView } from '@danbao/contracts'
import { encodeId, formatInstant, type Instant, type Uuid } from '@danbao/kernel'

export type Level = AccountView['level']

/** A person, whatever marketplace they buy on. */
export interface Account {
  readonly id: Uuid
  /** The marketplace that created it. */
  readonly marketplaceId: Uuid
  readonly name: string
  readonly email: string | null
  readonly reference: string | null
  readonly level: Level
  /** People who sign in act for themselves; no marketplace acts for them. */
  readonly hasLogin: boolean
  readonly createdAt: Instant
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
