import type { Refusal } from '@danbao/contracts'
import { accept, encodeId, invariant, newUuid, type Result, type Uuid } from '@danbao/kernel'
import type { AccountRef, Posting } from '@danbao/ledger'
import { accounts, needAccount } from '../accounts/store.ts'
import type { Command, Context, Done } from '../engine/command.ts'
import { emit } from '../engine/events.ts'
import { refuseWith } from '../engine/refusal.ts'
import { setTimer } from '../engine/timers.ts'
import { type Deposit, doubtAbout, type Report } from '../funding/deposit.ts'
import type { Credit, Resolution } from '../funding/rows.ts'
import {
  credits,
  deposits,
  keyedDeposit,
  needDeposit,
  needKeyedDeposit,
  needReferencedTopUp,
  railId,
  referencedTopUp,
  resolutions,
  topUps,
} from '../funding/store.ts'
import { arrive, type TopUp } from '../funding/top-up.ts'
import { viewTopUp } from '../funding/view.ts'
import { clearingOf, platformAccount, walletOf } from '../wallets/address.ts'
import { needWalletOfDeposit } from '../wallets/store.ts'
import { expireWhenDue } from './top-ups.ts'

/**
 * A rail reports money. The same money is taken in once, whatever names it: a second report, a file
 * read again. What is not known for sure goes into suspense, whole; nothing is ever lost or guessed.
 */
export function recordDeposit(report: Report): Command {
  const keyId = railId(report.rail, report.key)
  const referenceId = report.reference === null ? null : railId(report.rail, report.reference)
  const announced = ({ ws }: Context): TopUp | undefined =>
    referenceId === null ? undefined : referencedTopUp(ws, referenceId)
  return {
    name: 'record_deposit',
    needs: [
      needKeyedDeposit(keyId),
      ...(referenceId === null ? [] : [needReferencedTopUp(referenceId)]),
    ],
    before: (context) => expireWhenDue(context, announced(context)),
    decide(context) {
      const known = keyedDeposit(context.ws, keyId)
      if (known !== undefined) return answer(known, 200)
      const topUp = announced(context)
      const doubt = doubtAbout(topUp, report)
      const deposit = toDeposit(context, { keyId, report, topUp, doubt })
      deposits.put(context.ws, deposit)
      if (doubt === null && topUp !== undefined) {
        post(context, deposit.id, settlementOf(deposit))
        creditTopUp(context, deposit, topUp)
      } else {
        const suspense = platformAccount('suspense', deposit.currency)
        const clearing = clearingOf(deposit.rail, deposit.currency)
        const held = { from: clearing, to: suspense, amount: deposit.amount, code: 'unmatched' }
        post(context, deposit.id, [...settlementOf(deposit), held])
      }
      return answer(deposit, 201)
    },
  }
}

interface Found {
  readonly keyId: Uuid
  readonly report: Report
  readonly topUp: TopUp | undefined
  readonly doubt: Deposit['doubt']
}

function toDeposit({ at }: Context, { keyId, report, topUp, doubt }: Found): Deposit {
  const { rail, key, currency, amount, fee, settled, otherPayer: _, ...told } = report
  return {
    ...{ id: newUuid(), keyId, rail, key, currency, amount, fee, doubt, ...told },
    kind: 'arrival',
    open: doubt === null ? 0n : amount,
    topUpId: topUp?.id ?? null,
    reversesId: null,
    accountId: topUp?.accountId ?? null,
    walletId: topUp === undefined ? null : walletOf(topUp.accountId, currency).id,
    settledAt: settled ? at : null,
    settlementId: null,
    createdAt: at,
  }
}

/** What the rail has paid the operator, and what it kept. */
function settlementOf({ rail, currency, amount, fee, settledAt }: Deposit): readonly Posting[] {
  if (settledAt === null) return []
  const clearing = clearingOf(rail, currency)
  const external = platformAccount('external', currency)
  const fees = platformAccount('fees', currency)
  return [
    { from: external, to: clearing, amount: amount - fee, code: 'settlement' },
    { from: fees, to: clearing, amount: fee, code: 'rail_fee' },
  ].filter((posting) => posting.amount > 0n)
}

function creditTopUp(context: Context, deposit: Deposit, topUp: TopUp): void {
  const from = clearingOf(deposit.rail, deposit.currency)
  credit(context, deposit, {
    ...{ accountId: topUp.accountId, amount: deposit.amount, topUpId: topUp.id, from },
    code: 'top_up',
  })
  const { ws, at } = context
  const arrived = arrive(topUp, deposit.amount, at)
  topUps.put(ws, arrived)
  if (arrived.state === 'credited') setTimer(ws, topUp.id, 'top_up', null)
  const { marketplaceId } = topUp
  if (marketplaceId !== null) {
    const data = JSON.stringify(viewTopUp(arrived))
    const type = 'top_up.credited'
    emit(ws, { marketplaceId, type, subjectId: topUp.id, occurredAt: at, data })
  }
}

interface Crediting {
  readonly accountId: Uuid
  readonly amount: bigint
  readonly topUpId: Uuid | null
  readonly from: AccountRef
  readonly code: string
}

function credit(context: Context, deposit: Deposit, how: Crediting): void {
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

/** How a rail says that money it had reported went back to where it came from. */
export type ReversalReport = Omit<Report, 'fee' | 'otherPayer'> & {
  /** The arrival that is taken back; null: nobody knows which. */
  readonly reversesId: Uuid | null
}

/**
 * Money went back on the rail. What still waits in suspense, or is in the wallet, covers it; what
 * was spent meanwhile stays open for staff, and in the clearing account.
 */
export function recordReversal(report: ReversalReport): Command {
  const keyId = railId(report.rail, report.key)
  const { reversesId } = report
  return {
    name: 'record_reversal',
    needs: [
      needKeyedDeposit(keyId),
      ...(reversesId === null ? [] : [needDeposit(reversesId), needWalletOfDeposit(reversesId)]),
    ],
    decide(context) {
      const { ws } = context
      const known = keyedDeposit(ws, keyId)
      if (known !== undefined) return answer(known, 200)
      const arrival = reversesId === null ? undefined : deposits.get(ws, reversesId)
      const covered = cover(context, report, arrival)
      const reversal = toReversal(context, { keyId, report, arrival, covered })
      deposits.put(ws, reversal)
      const clearing = clearingOf(report.rail, report.currency)
      const external = platformAccount('external', report.currency)
      const back = { from: clearing, to: external, amount: report.amount, code: 'settlement_back' }
      if (report.settled) post(context, reversal.id, [back])
      return answer(reversal, 201)
    },
  }
}

/** Suspense first, then the wallet; never more than there is. */
function cover(context: Context, report: ReversalReport, arrival: Deposit | undefined): bigint {
  if (arrival === undefined || arrival.currency !== report.currency) return 0n
  const { ws } = context
  const clearing = clearingOf(arrival.rail, arrival.currency)
  const suspense = platformAccount('suspense', arrival.currency)
  const held = least(report.amount, arrival.open)
  const wallet = arrival.accountId === null ? null : walletOf(arrival.accountId, arrival.currency)
  const available = wallet === null || arrival.doubt !== null ? 0n : ws.books.balance(wallet)
  const taken = least(report.amount - held, available)
  if (held > 0n) {
    deposits.put(ws, { ...arrival, open: arrival.open - held })
    post(context, arrival.id, [{ from: suspense, to: clearing, amount: held, code: 'sent_back' }])
  }
  if (taken > 0n && wallet !== null) {
    post(context, arrival.id, [{ from: wallet, to: clearing, amount: taken, code: 'reversal' }])
  }
  return held + taken
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

interface Covered {
  readonly keyId: Uuid
  readonly report: ReversalReport
  readonly arrival: Deposit | undefined
  readonly covered: bigint
}

function toReversal({ at }: Context, { keyId, report, arrival, covered }: Covered): Deposit {
  const { rail, key, currency, amount, settled, reversesId: _, ...told } = report
  const open = amount - covered
  const doubt = arrival === undefined ? 'unknown_arrival' : 'not_covered'
  return {
    ...{ id: newUuid(), keyId, rail, key, currency, amount, fee: 0n, open, ...told },
    kind: 'reversal',
    doubt: open === 0n ? null : doubt,
    topUpId: arrival?.topUpId ?? null,
    reversesId: arrival?.id ?? null,
    accountId: arrival?.accountId ?? null,
    walletId: arrival?.walletId ?? null,
    settledAt: settled ? at : null,
    settlementId: null,
    createdAt: at,
  }
}

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

function post({ ws, at }: Context, subjectId: Uuid, postings: readonly Posting[]): void {
  if (postings.length === 0) return
  const posted = ws.books.post(postings, {
    subjectId,
    occurredAt: at,
    recordedAt: ws.recordedAt,
  })
  invariant(posted.ok, 'Decisions look at balances before they move money.')
}

function answer(deposit: Deposit, status: Done['status']): Result<Done, Refusal> {
  const { id, doubt, topUpId, open } = deposit
  const body = { id: encodeId('dep', id), doubt, top_up: topUpId, open: open.toString() }
  return accept({ status, body: JSON.stringify(body) })
}
