import type { CreateTopUpRequest, Rail, TopUpView } from '@danbao/contracts'
import {
  accept,
  type Currency,
  currency,
  encodeId,
  formatInstant,
  type Instant,
  invariant,
  newUuid,
  type Uuid,
} from '@danbao/kernel'
import { bulkCall, type Call, insertStatement, type Table } from '@danbao/database'
import { accounts, needAccount } from '../accounts/store.ts'
import { settingsOf } from '../clock/settings.ts'
import { type Caller, personOf } from '../engine/caller.ts'
import type { Command } from '../engine/command.ts'
import { emit } from '../engine/events.ts'
import type { Participant } from '../engine/participant.ts'
import { refuseWith } from '../engine/refusal.ts'
import { Slot } from '../engine/working-set.ts'
import { checkActing, needCaller } from '../payments/authority.ts'
import { viewAmount } from '../payments/view.ts'
import { clearingOf, platformAccount, walletOf } from '../wallets/address.ts'
import { requestId } from './create-payment.ts'

interface TopUp {
  readonly id: Uuid
  readonly accountId: Uuid
  readonly rail: Rail
  readonly currency: Currency
  readonly amount: bigint
  readonly createdAt: Instant
}

/**
 * Money arrives, in a sandbox at once: arrival and settlement are one linked set, so that the
 * rail's clearing account stays explained.
 */
export function topUp(caller: Caller, request: CreateTopUpRequest): Command {
  const accountId = requestId('acc', request.account)
  return {
    name: 'top_up',
    needs: [needAccount(accountId), ...needCaller(caller)],
    decide({ ws, at }) {
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
      const made: TopUp = {
        id: newUuid(),
        accountId,
        rail: request.rail ?? 'bank_transfer',
        currency: of,
        amount: BigInt(request.amount.value),
        createdAt: at,
      }
      const posted = ws.books.post(postingsOf(made), {
        subjectId: made.id,
        occurredAt: at,
        recordedAt: ws.recordedAt,
      })
      invariant(posted.ok, 'Money that arrives comes from accounts without a floor.')
      topUps.put(ws, made)
      const data = JSON.stringify(viewTopUp(made))
      if (marketplaceId !== null) {
        const type = 'top_up.credited'
        emit(ws, { marketplaceId, type, subjectId: made.id, occurredAt: at, data })
      }
      return accept({ status: 201, body: data })
    },
  }
}

function postingsOf({ id, accountId, rail, currency: of, amount }: TopUp) {
  const clearing = clearingOf(rail, of)
  return [
    { from: clearing, to: walletOf(accountId, of), amount, code: 'top_up', once: `top_up ${id}` },
    { from: platformAccount('external', of), to: clearing, amount, code: 'settlement' },
  ]
}

function viewTopUp(made: TopUp): TopUpView {
  return {
    id: encodeId('top', made.id),
    object: 'top_up',
    account: encodeId('acc', made.accountId),
    amount: viewAmount(made.currency, made.amount),
    rail: made.rail,
    created_at: formatInstant(made.createdAt),
  }
}

const topUps = new Slot<TopUp>()

const topUpTable: Table<TopUp> = {
  name: 'app.top_up',
  columns: [
    ['id', 'uuid'],
    ['account_id', 'uuid'],
    ['rail', 'text'],
    ['currency', 'text'],
    ['amount', 'bigint'],
    ['created_at', 'timestamptz'],
  ],
  encode: (t) => [t.id, t.accountId, t.rail, t.currency, t.amount, t.createdAt],
}

const INSERT = insertStatement('top_ups.insert', topUpTable)

export const topUpParticipant: Participant = {
  write(ws): Call[] {
    const created = topUps.created(ws)
    return created.length > 0 ? [bulkCall(INSERT, topUpTable, created)] : []
  },
}
