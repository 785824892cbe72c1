import { newUuid, smaller, type Uuid } from '@danbao/kernel'
import type { Posting } from '@danbao/ledger'
import type { Command, Context } from '../engine/command.ts'
import { emit } from '../engine/events.ts'
import { setTimer } from '../engine/timers.ts'
import { type Deposit, doubtAbout, type Report } from '../funding/deposit.ts'
import {
  deposits,
  keyedDeposit,
  needDeposit,
  needKeyedDeposit,
  needReferencedTopUp,
  railId,
  referencedTopUp,
  topUps,
} from '../funding/store.ts'
import { arrive, type TopUp } from '../funding/top-up.ts'
import { viewTopUp } from '../funding/view.ts'
import { clearingOf, platformAccount, walletOf } from '../wallets/address.ts'
import { needWalletOfDeposit } from '../wallets/store.ts'
import { answer, credit, paidBy } from './deposit-moves.ts'
import { post } from './post.ts'
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

/** Of what is settled already; else the rail pays later. */
function settlementOf({ rail, currency, amount, fee, settledAt }: Deposit): readonly Posting[] {
  return settledAt === null ? [] : paidBy({ rail, currency, paid: amount - fee, fee })
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
  const held = smaller(report.amount, arrival.open)
  const wallet = arrival.accountId === null ? null : walletOf(arrival.accountId, arrival.currency)
  const available = wallet === null || arrival.doubt !== null ? 0n : ws.books.balance(wallet)
  const taken = smaller(report.amount - held, available)
  if (held > 0n) {
    deposits.put(ws, { ...arrival, open: arrival.open - held })
    post(context, arrival.id, [{ from: suspense, to: clearing, amount: held, code: 'sent_back' }])
  }
  if (taken > 0n && wallet !== null) {
    post(context, arrival.id, [{ from: wallet, to: clearing, amount: taken, code: 'reversal' }])
  }
  return held + taken
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
