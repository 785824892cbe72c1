import type { Rail, Refusal } from '@danbao/contracts'
import { accept, type Currency, type Uuid } from '@danbao/kernel'
import { charges } from '../charges/store.ts'
import type { Command, Context } from '../engine/command.ts'
import { refuseWith } from '../engine/refusal.ts'
import {
  deposits,
  needDeposit,
  needReturned,
  needSettlement,
  railId,
  returnedOf,
  settlements,
} from '../funding/store.ts'
import { paidBy } from './deposit-moves.ts'
import { post } from './post.ts'

/** What a rail paid the operator for what it had reported before. Minor units of `currency`. */
export interface SettleRequest {
  readonly rail: Rail
  readonly currency: Currency
  readonly paid: bigint
  /** What it kept. */
  readonly fee: bigint
  /** Of the rail: one payment is settled once. */
  readonly reference: string
  readonly deposits: readonly Uuid[]
  readonly charges: readonly Uuid[]
}

/**
 * The rail has paid: external → clearing, and what it kept out of the fees. It has to be exactly
 * what the named items come to, so that the clearing account stays explained.
 */
export function settleRail(request: SettleRequest): Command {
  const { rail, currency, paid, fee, reference } = request
  // By its reference: one payment of a rail is one settlement, whoever enters it.
  const id = railId(rail, `settlement ${reference}`)
  return {
    name: 'settle_rail',
    needs: [
      needSettlement(id),
      ...request.deposits.flatMap((deposit) => [needDeposit(deposit), needReturned(deposit)]),
      ...request.charges.map((charge) => (ws: Context['ws']) => charges.want(ws, charge)),
    ],
    decide(context) {
      const { ws, at } = context
      if (settlements.get(ws, id) !== undefined) {
        return refuseWith('reference_in_use', 'A payment with this reference was entered already.')
      }
      const value = valueOf(context, request)
      if (!value.ok) return value
      if (value.value !== paid + fee || value.value <= 0n) {
        return refuseWith('amount_mismatch', 'The items come to another sum than this.', {
          items: value.value.toString(),
          said: (paid + fee).toString(),
        })
      }
      post(context, id, paidBy({ rail, currency, paid, fee }))
      settlements.put(ws, { id, rail, currency, paid, fee, reference, createdAt: at })
      for (const one of request.deposits) {
        const deposit = deposits.get(ws, one)
        if (deposit) deposits.put(ws, { ...deposit, settledAt: at, settlementId: id })
      }
      for (const one of request.charges) {
        const charge = charges.get(ws, one)
        if (charge) charges.put(ws, { ...charge, settlementId: id })
      }
      return accept({
        status: 201,
        body: JSON.stringify({ paid: paid.toString(), fee: fee.toString() }),
      })
    },
  }
}

/** What the items come to, if all of them are this rail's and still open. */
function valueOf(
  { ws }: Context,
  request: SettleRequest,
):
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly refusal: Refusal } {
  let sum = 0n
  for (const one of request.deposits) {
    const deposit = deposits.get(ws, one)
    const fits = deposit?.rail === request.rail && deposit.currency === request.currency
    if (!fits || deposit.settledAt !== null) return gone()
    sum += deposit.kind === 'arrival' ? deposit.amount - returnedOf(ws, one) : -deposit.amount
  }
  for (const one of request.charges) {
    const charge = charges.get(ws, one)
    const fits = request.rail === 'card' && charge?.currency === request.currency
    if (!fits || charge.state !== 'captured' || charge.settlementId !== null) return gone()
    sum += charge.amount
  }
  return accept(sum)
}

function gone(): { readonly ok: false; readonly refusal: Refusal } {
  return refuseWith('wrong_state', 'One of these is settled already, or not of this rail.')
}
