import type { Rail, Refusal } from '@danbao/contracts'
import { accept, type Currency, encodeId, newUuid, type Result, type Uuid } from '@danbao/kernel'
import type { AccountRef, Posting } from '@danbao/ledger'
import type { Context, Done } from '../engine/command.ts'
import type { Deposit } from '../funding/deposit.ts'
import type { Credit } from '../funding/rows.ts'
import { credits } from '../funding/store.ts'
import { clearingOf, platformAccount, walletOf } from '../wallets/address.ts'
import { post } from './post.ts'

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

/** What a rail has paid the operator and what it kept. Minor units of `currency`. */
interface RailPayment {
  readonly rail: Rail
  readonly currency: Currency
  readonly paid: bigint
  readonly fee: bigint
}

export function paidBy({ rail, currency, paid, fee }: RailPayment): readonly Posting[] {
  const to = clearingOf(rail, currency)
  return [
    { from: platformAccount('external', currency), to, amount: paid, code: 'settlement' },
    { from: platformAccount('fees', currency), to, amount: fee, code: 'rail_fee' },
  ].filter(({ amount }) => amount > 0n)
}

export function answer(deposit: Deposit, status: Done['status']): Result<Done, Refusal> {
  const { id, doubt, topUpId, open } = deposit
  const body = { id: encodeId('dep', id), doubt, top_up: topUpId, open: open.toString() }
  return accept({ status, body: JSON.stringify(body) })
}
