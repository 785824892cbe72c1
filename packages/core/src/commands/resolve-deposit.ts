import type { Refusal } from '@danbao/contracts'
import { invariant, type Uuid } from '@danbao/kernel'
import type { Posting } from '@danbao/ledger'
import { accounts, needAccount } from '../accounts/store.ts'
import type { Command, Context } from '../engine/command.ts'
import { refuseWith } from '../engine/refusal.ts'
import type { Deposit } from '../funding/deposit.ts'
import type { Resolution } from '../funding/rows.ts'
import { deposits, needDeposit, resolutions } from '../funding/store.ts'
import { clearingOf, platformAccount, walletOf } from '../wallets/address.ts'
import { needWalletOfDeposit } from '../wallets/store.ts'
import { answer, credit } from './deposit-moves.ts'
import { post } from './post.ts'

/** What staff decided about money that waits, after a second person agreed. */
export interface ResolveRequest {
  /** Of the decision: it is carried out once. */
  readonly id: Uuid
  readonly depositId: Uuid
  readonly kind: Resolution['kind']
  readonly amount: bigint
  /** Whose wallet; null where none is meant. */
  readonly accountId: Uuid | null
}

/** Gives an arrival to somebody or sends it back; collects what is not covered, or writes it off. */
export function resolveDeposit(request: ResolveRequest): Command {
  const { depositId, kind, amount, accountId } = request
  return {
    name: 'resolve_deposit',
    needs: [
      needDeposit(depositId),
      needWalletOfDeposit(depositId),
      ...(accountId === null ? [] : [needAccount(accountId)]),
    ],
    decide(context) {
      const { ws, at } = context
      const deposit = deposits.get(ws, depositId)
      if (deposit === undefined) return refuseWith('not_found', 'There is no such deposit.')
      const problem = problemWith(context, deposit, request)
      if (problem !== undefined) return problem
      moveResolved(context, deposit, request)
      const left = { ...deposit, open: deposit.open - amount }
      deposits.put(ws, left)
      resolutions.put(ws, { id: request.id, depositId, kind, amount, accountId, createdAt: at })
      return answer(left, 200)
    },
  }
}

function problemWith(
  { ws }: Context,
  deposit: Deposit,
  { kind, amount, accountId }: ResolveRequest,
): { readonly ok: false; readonly refusal: Refusal } | undefined {
  const fits = deposit.kind === 'arrival' ? ['assign', 'return'] : ['collect', 'write_off']
  if (!fits.includes(kind)) {
    return refuseWith('wrong_state', 'This is not done with such a deposit.')
  }
  if (amount > deposit.open) {
    const open = deposit.open.toString()
    return refuseWith('amount_too_large', 'Less than this waits.', { open })
  }
  if (accountId === null) return undefined
  const person = accounts.get(ws, accountId)
  if (person === undefined) return refuseWith('not_found', 'There is no such account.')
  if (person.closedAt !== null) return refuseWith('account_closed', 'The account is closed.')
  if (kind !== 'collect') return undefined
  const wallet = walletOf(accountId, deposit.currency)
  if (wallet.id !== deposit.walletId) {
    return refuseWith('not_allowed', 'It is collected from the wallet that got the money.')
  }
  if (ws.books.balance(wallet) >= amount) return undefined
  return refuseWith('insufficient_funds', 'The wallet does not hold this much.')
}

function moveResolved(context: Context, deposit: Deposit, request: ResolveRequest): void {
  const { kind, amount, accountId } = request
  const { currency } = deposit
  const clearing = clearingOf(deposit.rail, currency)
  const suspense = platformAccount('suspense', currency)
  const external = platformAccount('external', currency)
  if (kind === 'assign') {
    invariant(accountId !== null, 'Money is assigned to somebody.')
    const to = { accountId, amount, topUpId: null, from: suspense, code: 'assign' }
    credit(context, deposit, to)
    return
  }
  const postings: Record<Exclude<Resolution['kind'], 'assign'>, readonly Posting[]> = {
    // The rail has it still, where it has not paid the operator: then it goes back over there.
    return: [
      { from: suspense, to: clearing, amount, code: 'sent_back' },
      ...(deposit.settledAt === null
        ? []
        : [{ from: clearing, to: external, amount, code: 'settlement_back' }]),
    ],
    collect: [
      { from: walletOf(accountId ?? '', currency), to: clearing, amount, code: 'reversal' },
    ],
    write_off: [
      { from: platformAccount('losses', currency), to: clearing, amount, code: 'write_off' },
    ],
  }
  post(context, deposit.id, postings[kind])
}
