import type { Refusal } from '@danbao/contracts'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import type { Pool } from '@danbao/database'
import type { Account } from '../accounts/account.ts'
import { loadSettings } from '../clock/database-clock.ts'
import type { Settings } from '../clock/settings.ts'
import type { Caller } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { mayActFor } from '../payments/authority.ts'
import { findAccount, noSuchAccount } from './accounts.ts'

/** What a caller was allowed to look into. */
export interface OwnMoney {
  readonly account: Account
  readonly settings: Settings
}

/**
 * A wallet is its owner's, whatever marketplace they buy on. A marketplace sees none, also of
 * people it created, unless it acts for that very person.
 */
export async function lookIntoMoney(
  pool: Pool,
  caller: Caller,
  accountId: Uuid,
): Promise<Result<OwnMoney, Refusal>> {
  const settings = await loadSettings(pool)
  const account = await findAccount(pool, caller, accountId)
  if (account === undefined) return noSuchAccount()
  const allowed =
    caller.kind !== 'marketplace' ||
    (caller.actingAs === accountId && mayActFor(caller, account, settings.mode))
  if (allowed) return accept({ account, settings })
  return refuseWith(
    'not_allowed',
    'Balances and their history are shown to the person they belong to. In a sandbox, name that ' +
      'person in the Danbao-Act-As header.',
  )
}
