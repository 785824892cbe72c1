import type { Refusal } from '@danbao/contracts'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import type { Account } from '../accounts/account.ts'
import { accounts, needAccount } from '../accounts/store.ts'
import { type Mode, settingsOf } from '../clock/settings.ts'
import { type Caller, type MarketplaceCaller, personOf } from '../engine/caller.ts'
import type { Need } from '../engine/command.ts'
import { refuseWith } from '../engine/refusal.ts'
import type { WorkingSet } from '../engine/working-set.ts'

/** In whose name something may be done. */
export type Role = 'buyer' | 'seller' | 'marketplace' | 'operator'

interface Parties {
  readonly marketplaceId: Uuid
  /** Null: nobody has the checkout yet. */
  readonly buyerId: Uuid | null
  readonly sellerId: Uuid
}

/** The person a caller acts as has to be known before anything is decided. */
export function needCaller(caller: Caller): readonly Need[] {
  const person = personOf(caller)
  return person === null ? [] : [needAccount(person)]
}

/**
 * A marketplace speaks for itself and, for its sellers, on their side. As one of its people it has
 * that person's part only.
 */
function rolesOf(caller: Caller, parties: Parties): readonly Role[] {
  if (caller.kind === 'operator') return ['operator']
  const person = personOf(caller)
  if (person === null) return ['marketplace', 'seller']
  if (person === parties.buyerId) return ['buyer']
  return person === parties.sellerId ? ['seller'] : []
}

/** The one of the allowed roles in which the caller speaks, or why there is none. */
export function authorise(
  ws: WorkingSet,
  caller: Caller,
  parties: Parties,
  allowed: readonly Role[],
): Result<Role, Refusal> {
  const acting = checkActing(ws, caller)
  if (acting !== undefined) return acting
  const roles = rolesOf(caller, parties)
  const role = allowed.find((one) => roles.includes(one))
  if (role !== undefined) return accept(role)
  const sandbox = settingsOf(ws).mode === 'sandbox'
  const hint =
    sandbox && allowed.includes('buyer') ? ' Name the buyer in the Danbao-Act-As header.' : ''
  return refuseWith('not_allowed', `Only ${allowed.join(' or ')} may do this.${hint}`)
}

/** In a sandbox, and only for people the marketplace created itself who hold no login. */
export function checkActing(
  ws: WorkingSet,
  caller: Caller,
): { readonly ok: false; readonly refusal: Refusal } | undefined {
  if (caller.kind !== 'marketplace' || caller.actingAs === null) return undefined
  const person = accounts.get(ws, caller.actingAs)
  if (mayActFor(caller, person, settingsOf(ws).mode)) return undefined
  return refuseWith(
    'not_allowed',
    'In a sandbox a marketplace may act for people it created itself who have no login.',
  )
}

export const ONLY_PEOPLE =
  'This is for the person themselves. In a sandbox, name them in the Danbao-Act-As header.'

/** People move their own money; in a sandbox a marketplace does so in their name. */
export function ownAccount(
  ws: WorkingSet,
  caller: Caller,
  accountId: Uuid,
): Result<Account, Refusal> {
  if (personOf(caller) === null) return refuseWith('not_allowed', ONLY_PEOPLE)
  const person = accounts.get(ws, accountId)
  if (person === undefined || personOf(caller) !== accountId) {
    return refuseWith('not_found', 'There is no such account, or it is not yours.')
  }
  const acting = checkActing(ws, caller)
  if (acting !== undefined) return acting
  if (person.closedAt !== null) return refuseWith('account_closed', 'The account is closed.')
  return accept(person)
}

/** The rule behind `checkActing`, for reads too. */
export function mayActFor(
  caller: MarketplaceCaller,
  person: Account | undefined,
  mode: Mode,
): boolean {
  const own = person !== undefined && person.marketplaceId === caller.marketplaceId
  return own && !person.hasLogin && mode === 'sandbox'
}

/** What somebody may know of; `sellerId` is absent where only the buyer does. */
interface Owned {
  readonly marketplaceId: Uuid | null
  readonly buyerId?: Uuid | null
  readonly sellerId?: Uuid
}

/** A marketplace sees what is its own, a person what they are a party to; nothing else exists. */
export function isVisible(caller: Caller, owned: Owned): boolean {
  if (caller.kind === 'operator') return true
  if (caller.kind === 'marketplace') return caller.marketplaceId === owned.marketplaceId
  return caller.personId === owned.buyerId || caller.personId === owned.sellerId
}
