import type { CreateTopUpRequest } from '@danbao/contracts'
import { accept, currency, type Instant, newUuid } from '@danbao/kernel'
import { accounts, needAccount } from '../accounts/store.ts'
import { settingsOf } from '../clock/settings.ts'
import { type Caller, personOf } from '../engine/caller.ts'
import type { Command } from '../engine/command.ts'
import { emit } from '../engine/events.ts'
import { refuseWith } from '../engine/refusal.ts'
import type { Credit } from '../funding/rows.ts'
import { credits, topUps } from '../funding/store.ts'
import type { TopUp } from '../funding/top-up.ts'
import { viewTopUp } from '../funding/view.ts'
import { checkActing, needCaller } from '../payments/authority.ts'
import { clearingOf, platformAccount, walletOf } from '../wallets/address.ts'
import { requestId } from './create-payment.ts'
import { post } from './post.ts'

/**
 * Money arrives, in a sandbox at once: arrival and settlement are one linked set, so that the
 * rail's clearing account stays explained.
 */
export function topUp(caller: Caller, request: CreateTopUpRequest): Command {
  const accountId = requestId('acc', request.account)
  return {
    name: 'top_up',
    needs: [needAccount(accountId), ...needCaller(caller)],
    decide(context) {
      const { ws, at } = context
      const person = accounts.get(ws, accountId)
      if (settingsOf(ws).mode !== 'sandbox' || caller.kind === 'operator') {
        return refuseWith('not_allowed', 'Wallets are topped up like this in a sandbox only.')
      }
      const acting = checkActing(ws, caller)
      if (acting !== undefined) return acting
      const marketplaceId = caller.kind === 'marketplace' ? caller.marketplaceId : null
      const own = personOf(caller) ?? accountId
      if (person?.marketplaceId !== marketplaceId || own !== accountId) {
        return refuseWith('not_found', 'There is no such account among yours.')
      }
      const of = currency(request.amount.currency)
      if (!settingsOf(ws).currencies.has(of)) {
        return refuseWith('currency_not_enabled', `${of} is not enabled here.`)
      }
      const made = creditedAtOnce({ accountId, marketplaceId, at }, request)
      post(context, made.id, postingsOf(made))
      topUps.put(ws, made)
      credits.put(ws, creditOf(made))
      const data = JSON.stringify(viewTopUp(made))
      if (marketplaceId !== null) {
        const type = 'top_up.credited'
        emit(ws, { marketplaceId, type, subjectId: made.id, occurredAt: at, data })
      }
      return accept({ status: 201, body: data })
    },
  }
}

function creditedAtOnce(
  { at, ...whose }: Pick<TopUp, 'accountId' | 'marketplaceId'> & { readonly at: Instant },
  { rail = 'bank_transfer', amount }: CreateTopUpRequest,
): TopUp {
  const minor = BigInt(amount.value)
  return {
    ...{ ...whose, id: newUuid(), rail, currency: currency(amount.currency) },
    ...{ amount: minor, arrived: minor, fee: 0n, base: 0n, state: 'credited' },
    ...{ number: null, reference: null, referenceId: null, details: '{}' },
    ...{ createdAt: at, expiresAt: null, endedAt: at },
  }
}

function creditOf({ id, accountId, rail, currency: of, amount, createdAt }: TopUp): Credit {
  const what = { id, accountId, rail, currency: of, amount }
  return { ...what, topUpId: id, depositId: null, createdAt }
}

function postingsOf({ id, accountId, rail, currency: of, amount }: TopUp) {
  const clearing = clearingOf(rail, of)
  return [
    { from: clearing, to: walletOf(accountId, of), amount, code: 'top_up', once: `credit ${id}` },
    { from: platformAccount('external', of), to: clearing, amount, code: 'settlement' },
  ]
}
