import { newId } from './ids.ts'
import type { BalanceTransaction } from './payment-records.ts'
import type { State } from './state.ts'

/** The processor's price is 2.9% of a payment, rounded up; chargebacks cost on top of it. */
const FEE_PER_MILLE = 29
export const DISPUTE_FEE = 1500
const SETTLED_AFTER_S = 2 * 24 * 60 * 60

export interface Movement {
  readonly type: BalanceTransaction['type']
  /** Positive: to the shop. Of the currency's minor unit. */
  readonly amount: number
  readonly fee: number
  readonly currency: string
  /** The object that it comes from. */
  readonly source: string
  readonly description?: string
}

export function feeOf(amount: number): number {
  return Math.ceil((amount * FEE_PER_MILLE) / 1000)
}

/** Writes down what the shop gets, or has to give back. */
export function moveBalance(state: State, movement: Movement): BalanceTransaction {
  const { type, amount, fee, currency, source, description = null } = movement
  const created = state.now()
  return state.balanceTransactions.add({
    id: newId('txn'),
    object: 'balance_transaction',
    created,
    amount,
    available_on: created + SETTLED_AFTER_S,
    balance_type: 'payments',
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0 ? [] : [{ amount: fee, currency, type: 'stripe_fee', description: 'Card fee' }],
    net: amount - fee,
    reporting_category: type,
    source,
    status: 'pending',
    type,
  })
}
