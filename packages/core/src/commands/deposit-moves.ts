import type { Refusal } from '@danbao/contracts'
import { accept, encodeId, invariant, newUuid, type Result, type Uuid } from '@danbao/kernel'
import type { AccountRef, Posting } from '@danbao/ledger'
import type { Context, Done } from '../engine/command.ts'
import type { Deposit } from '../funding/deposit.ts'
import type { Credit } from '../funding/rows.ts'
import { credits } from '../funding/store.ts'
import { walletOf } from '../wallets/address.ts'

// What the commands about deposits share: how their money moves, and how they answer.

export interface Crediting {
  readonly accountId: Uuid
  readonly amount: bigint
  readonly topUpId: Uuid | null
  readonly from: AccountRef
  readonly code: string
}

/** Into somebody's wallet, once. */
export function credit(context: Context, deposit: Deposit, how: Crediting): void {
  const { rail, currency } = deposit
  const { accountId, amount, topUpId, from, code } = how
  const id = newUuid()
  const to = walletOf(accountId, currency)
  post(context, id, [{ from, to, amount, code, once: `credit ${id}` }])
  const made: Credit = {
    ...{ id, accountId, rail, currency, amount, topUpId, depositId: deposit.id },
    createdAt: context.at,
  }
  credits.put(context.ws, made)
}

/** Whoever decides has looked at the balances. */
export function post({ ws, at }: Context, subjectId: Uuid, postings: readonly Posting[]): void {
  if (postings.length === 0) return
  const posted = ws.books.post(postings, {
    subjectId,
    occurredAt: at,
    recordedAt: ws.recordedAt,
  })
  invariant(posted.ok, 'Decisions look at balances before they move money.')
}

export function answer(deposit: Deposit, status: Done['status']): Result<Done, Refusal> {
  const { id, doubt, topUpId, open } = deposit
  const body = { id: encodeId('dep', id), doubt, top_up: topUpId, open: open.toString() }
  return accept({ status, body: JSON.stringify(body) })
}
