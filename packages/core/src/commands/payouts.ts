import type { Refusal, RequestPayoutRequest } from '@danbao/contracts'
import { accept, type Currency, currency, newUuid, type Result, type Uuid } from '@danbao/kernel'
import { namesAlike } from '@danbao/rails'
import { type Account, spendingBlock } from '../accounts/account.ts'
import { needLockedAccount } from '../accounts/store.ts'
import { settingsOf } from '../clock/settings.ts'
import { type Caller, personOf } from '../engine/caller.ts'
import type { Command, Context, Done } from '../engine/command.ts'
import { refuseWith } from '../engine/refusal.ts'
import { LIMIT_CURRENCY } from '../limits/limits.ts'
import { convert } from '../exchange/rates.ts'
import { needRates, ratesOf } from '../exchange/store.ts'
import { checkActing, needCaller, ownAccount } from '../payments/authority.ts'
import { readBankAccount } from '../payouts/bank-account.ts'
import { payable, type Payout, PAYOUT_TERMS, payoutReference, reviewOf } from '../payouts/payout.ts'
import {
  heldOf,
  needHeld,
  needPayout,
  needPayoutNumber,
  payoutNumber,
  payouts,
} from '../payouts/store.ts'
import { viewPayout } from '../payouts/view.ts'
import { platformAccount, proceedsOf } from '../wallets/address.ts'
import { requestId } from './create-payment.ts'
import { post } from './post.ts'

/**
 * A seller wants proceeds on a bank account. The money leaves the proceeds at once, so that it is not
 * promised twice, and waits in the payout clearing until the bank has paid it.
 */
export function requestPayout(caller: Caller, request: RequestPayoutRequest): Command {
  const accountId = requestId('acc', request.account)
  const of = currency(request.amount.currency)
  const proceeds = proceedsOf(accountId, of)
  const id = newUuid()
  return {
    name: 'request_payout',
    needs: [
      ...[needLockedAccount(accountId), needRates, needPayoutNumber(id), needHeld(proceeds.id)],
      (ws) => ws.books.want(proceeds.id),
    ],
    decide(context) {
      const { ws, at } = context
      if (request.from === 'wallet') return refuseWith('not_withdrawable', NOT_WITHDRAWABLE)
      const person = ownAccount(ws, caller, accountId)
      if (!person.ok) return person
      const bank = readBankAccount(request.bank_account)
      if (!bank.ok) return bank
      const amount = BigInt(request.amount.value)
      const base = baseOf(context, person.value, { of, amount })
      if (!base.ok) return base
      const available = payable(ws.books.balance(proceeds), heldOf(ws, proceeds.id))
      if (amount > available) {
        const members = { available: available.toString() }
        return refuseWith('insufficient_funds', 'Less than this can be paid out now.', members)
      }
      const review = reviewOf(base.value, namesAlike(bank.value.holder, person.value.name))
      const number = payoutNumber(ws, id)
      const payout: Payout = {
        ...{ id, accountId, currency: of, amount, review, number, ...bank.value },
        state: review === null ? 'queued' : 'review',
        reference: payoutReference(number),
        ...{ reason: null, batchId: null, paidKey: null, returnedKey: null },
        ...{ createdAt: at, paidAt: null, endedAt: null },
      }
      const clearing = platformAccount('payout_clearing', of)
      post(context, payout.id, [{ from: proceeds, to: clearing, amount, code: 'payout' }])
      payouts.put(ws, payout)
      return answer(payout, 201)
    },
  }
}

const NOT_WITHDRAWABLE =
  'Money in a wallet is for buying and is never paid out. Only what was sold can be.'

/** The seller lets it be, as long as the bank has not got it. */
export function cancelPayout(caller: Caller, id: Uuid): Command {
  return {
    name: 'cancel_payout',
    needs: [needPayout(id), ...needCaller(caller)],
    decide(context) {
      const payout = payouts.get(context.ws, id)
      if (payout === undefined || personOf(caller) !== payout.accountId) return noSuchPayout()
      const acting = checkActing(context.ws, caller)
      if (acting !== undefined) return acting
      if (payout.state !== 'review' && payout.state !== 'queued') return wrongState(payout)
      return answer(giveBack(context, payout, 'cancelled', null))
    },
  }
}

/** Two of staff have looked at it and found it good. */
export function releasePayout(id: Uuid): Command {
  return {
    name: 'release_payout',
    needs: [needPayout(id)],
    decide({ ws }) {
      const payout = payouts.get(ws, id)
      if (payout === undefined) return noSuchPayout()
      if (payout.state !== 'review') return wrongState(payout)
      const released: Payout = { ...payout, state: 'queued' }
      payouts.put(ws, released)
      return answer(released)
    },
  }
}

/** Staff do not let it go; the seller reads why. */
export function refusePayout(id: Uuid, reason: string): Command {
  return {
    name: 'refuse_payout',
    needs: [needPayout(id)],
    decide(context) {
      const payout = payouts.get(context.ws, id)
      if (payout === undefined) return noSuchPayout()
      if (payout.state !== 'review' && payout.state !== 'queued') return wrongState(payout)
      return answer(giveBack(context, payout, 'refused', reason))
    },
  }
}

/** The money is with the proceeds again. */
export function giveBack(
  context: Context,
  payout: Payout,
  state: 'cancelled' | 'refused' | 'returned',
  reason: string | null,
): Payout {
  const { accountId, currency: of, amount } = payout
  const from = platformAccount('payout_clearing', of)
  post(context, payout.id, [{ from, to: proceedsOf(accountId, of), amount, code: 'payout_undone' }])
  const ended: Payout = { ...payout, state, reason, endedAt: context.at }
  payouts.put(context.ws, ended)
  return ended
}

export function noSuchPayout(): { readonly ok: false; readonly refusal: Refusal } {
  return refuseWith('not_found', 'There is no such payout.')
}

export function wrongState({ state }: Payout): { readonly ok: false; readonly refusal: Refusal } {
  return refuseWith('wrong_state', `The payout is ${state}.`, { state })
}

export function answer(payout: Payout, status: Done['status'] = 200): Result<Done, Refusal> {
  return accept({ status, body: JSON.stringify(viewPayout(payout)) })
}

interface Wanted {
  readonly of: Currency
  readonly amount: bigint
}

function baseOf(
  { ws, at }: Context,
  person: Account,
  { of, amount }: Wanted,
): Result<bigint, Refusal> {
  const block = spendingBlock(person, at)
  if (block !== undefined) return refuseWith(block, 'Nothing is paid out of this account now.')
  if (!settingsOf(ws).currencies.has(of)) {
    return refuseWith('currency_not_enabled', `${of} is not enabled here.`)
  }
  const base = convert(ratesOf(ws), amount, of, LIMIT_CURRENCY)
  if (base === undefined) {
    return refuseWith('rate_unavailable', `There is no rate from ${of} to ${LIMIT_CURRENCY}.`)
  }
  if (base >= PAYOUT_TERMS.least) return accept(base)
  return refuseWith('out_of_bounds', 'This is less than is paid out at once.', {
    bound: 'least',
    currency: LIMIT_CURRENCY,
    value: PAYOUT_TERMS.least.toString(),
  })
}
