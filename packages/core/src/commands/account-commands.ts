import type { CreateAccountRequest, UpdateAccountRequest } from '@danbao/contracts'
import { accept, newUuid, type Uuid } from '@danbao/kernel'
import { type Account, viewAccount } from '../accounts/account.ts'
import { accounts, needLockedAccount } from '../accounts/store.ts'
import { settingsOf } from '../clock/settings.ts'
import type { Caller } from '../engine/caller.ts'
import type { Command, Context } from '../engine/command.ts'
import { emit } from '../engine/events.ts'
import { claimReference, needReference } from '../engine/references.ts'
import { refuseWith } from '../engine/refusal.ts'

/** A person comes into being, known to the marketplace that created them. */
export function createAccount(caller: Caller, request: CreateAccountRequest): Command {
  const { reference } = request
  return {
    name: 'create_account',
    needs:
      caller.kind === 'marketplace' && reference !== undefined
        ? [needReference('account', caller.marketplaceId, reference)]
        : [],
    decide(context) {
      if (caller.kind !== 'marketplace' || caller.actingAs !== null) {
        return refuseWith('not_allowed', 'An account is created by a marketplace.')
      }
      const { marketplaceId } = caller
      const id = newUuid()
      if (
        reference !== undefined &&
        !claimReference(context.ws, 'account', { marketplaceId, reference, holder: id })
      ) {
        return refuseWith(
          'reference_in_use',
          `An account with the reference "${reference}" exists.`,
        )
      }
      const account: Account = {
        id,
        marketplaceId,
        name: request.name,
        email: request.email ?? null,
        reference: reference ?? null,
        level: 0,
        hasLogin: false,
        createdAt: context.at,
        frozenAt: null,
        restingUntil: null,
        closedAt: null,
      }
      return accept({ status: 201, body: save(context, account, 'account.created') })
    },
  }
}

/** Levels are given by staff; in a sandbox a marketplace sets those of its own people. */
export function updateAccount(
  caller: Caller,
  accountId: Uuid,
  request: UpdateAccountRequest,
): Command {
  return {
    name: 'update_account',
    needs: [needLockedAccount(accountId)],
    decide(context) {
      const account = accounts.get(context.ws, accountId)
      const own = caller.kind === 'marketplace' && account?.marketplaceId === caller.marketplaceId
      if (account === undefined || (caller.kind === 'marketplace' && !own)) {
        return refuseWith('not_found', 'There is no such account.')
      }
      const sandboxOwner =
        own && caller.actingAs === null && settingsOf(context.ws).mode === 'sandbox'
      if (caller.kind !== 'operator' && !sandboxOwner) {
        return refuseWith('not_allowed', 'Only the operator may set a level.')
      }
      const updated = { ...account, level: request.level }
      return accept({ status: 200, body: save(context, updated, 'account.updated') })
    },
  }
}

function save(
  { ws, at }: Context,
  account: Account,
  type: 'account.created' | 'account.updated',
): string {
  accounts.put(ws, account)
  const data = JSON.stringify(viewAccount(account))
  const { marketplaceId, id } = account
  if (marketplaceId !== null) {
    emit(ws, { marketplaceId, type, subjectId: id, occurredAt: at, data })
  }
  return data
}
