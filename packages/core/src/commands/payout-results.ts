import { accept, type Currency, type Uuid } from '@danbao/kernel'
import type { Command, Context } from '../engine/command.ts'
import { refuseWith } from '../engine/refusal.ts'
import type { Payout, PayoutBatch } from '../payouts/payout.ts'
import { batches, batchNumber, needBatchNumber, needPayout, payouts } from '../payouts/store.ts'
import { platformAccount } from '../wallets/address.ts'
import { answer, giveBack, noSuchPayout, wrongState } from './payouts.ts'
import { post } from './post.ts'

export interface SendRequest {
  /** Of the batch: it is made once. */
  readonly id: Uuid
  readonly currency: Currency
  /** Those that are still queued go; whoever was faster has taken the others. */
  readonly payouts: readonly Uuid[]
}

/** Hands payouts to the bank: from now on nobody can take them back but the bank. */
export function sendPayouts({ id, currency, payouts: wanted }: SendRequest): Command {
  return {
    name: 'send_payouts',
    needs: [needBatchNumber(id), ...wanted.map(needPayout)],
    decide({ ws, at }) {
      const queued = wanted.flatMap((one) => {
        const payout = payouts.get(ws, one)
        return payout?.state === 'queued' && payout.currency === currency ? [payout] : []
      })
      if (queued.length === 0) return refuseWith('wrong_state', 'None of these is queued.')
      const batch: PayoutBatch = {
        ...{ id, number: batchNumber(ws, id), currency, count: queued.length, createdAt: at },
        amount: queued.reduce((sum, { amount }) => sum + amount, 0n),
      }
      batches.put(ws, batch)
      for (const payout of queued) payouts.put(ws, { ...payout, state: 'sent', batchId: id })
      const body = { number: batch.number.toString(), count: batch.count }
      return accept({ status: 201, body: JSON.stringify(body) })
    },
  }
}

/**
 * The bank has paid it. Said again by the same booking it changes nothing; another booking of the same
 * payout is refused: then the bank has paid twice, and somebody has to look.
 */
export function recordPaidPayout(id: Uuid, key: string): Command {
  return {
    name: 'record_paid_payout',
    needs: [needPayout(id)],
    decide(context) {
      const payout = payouts.get(context.ws, id)
      if (payout === undefined) return noSuchPayout()
      if (payout.paidKey === key) return answer(payout)
      if (payout.paidAt !== null && payout.paidKey === null) {
        // Its return was told before it was.
        const known = { ...payout, paidKey: key }
        payouts.put(context.ws, known)
        return answer(known)
      }
      if (payout.state !== 'sent') return wrongState(payout)
      const left = leave(context, { ...payout, paidKey: key })
      const paid: Payout = { ...left, state: 'paid', endedAt: context.at }
      payouts.put(context.ws, paid)
      return answer(paid)
    },
  }
}

/** The bank got it back, and so did we. A bank may say so before it has said that it paid. */
export function recordReturnedPayout(
  id: Uuid,
  { key, reason }: { readonly key: string; readonly reason: string | null },
): Command {
  return {
    name: 'record_returned_payout',
    needs: [needPayout(id)],
    decide(context) {
      const payout = payouts.get(context.ws, id)
      if (payout === undefined) return noSuchPayout()
      if (payout.returnedKey === key) return answer(payout)
      if (payout.state !== 'sent' && payout.state !== 'paid') return wrongState(payout)
      const paid = payout.state === 'paid' ? payout : leave(context, payout)
      const { currency, amount } = paid
      const from = platformAccount('external', currency)
      const to = platformAccount('payout_clearing', currency)
      post(context, paid.id, [{ from, to, amount, code: 'payout_back' }])
      return answer(giveBack(context, { ...paid, returnedKey: key }, 'returned', reason))
    },
  }
}

/** The bank did not carry it out: no money has moved there. */
export function recordRejectedPayout(id: Uuid, reason: string | null): Command {
  return {
    name: 'record_rejected_payout',
    needs: [needPayout(id)],
    decide(context) {
      const payout = payouts.get(context.ws, id)
      if (payout === undefined) return noSuchPayout()
      if (payout.state !== 'sent') return wrongState(payout)
      return answer(giveBack(context, payout, 'returned', reason))
    },
  }
}

/** The money is gone from the operator's bank. */
function leave(context: Context, payout: Payout): Payout {
  const { currency, amount } = payout
  const from = platformAccount('payout_clearing', currency)
  const to = platformAccount('external', currency)
  post(context, payout.id, [{ from, to, amount, code: 'payout_paid' }])
  return { ...payout, paidAt: context.at }
}
