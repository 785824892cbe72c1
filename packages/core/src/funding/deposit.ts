import type { DepositDoubt, Rail } from '@danbao/contracts'
import type { Currency, Instant, Uuid } from '@danbao/kernel'
import type { TopUp } from './top-up.ts'
import { WAYS } from './ways.ts'

/** Money that a rail says has arrived, or has gone back. Minor units of `currency`. */
export interface Deposit {
  readonly id: Uuid
  readonly keyId: Uuid
  readonly rail: Rail
  readonly kind: 'arrival' | 'reversal'
  /** The rail's own name for it. */
  readonly key: string
  readonly currency: Currency
  readonly amount: bigint
  /** What the rail kept of it when it paid the operator. */
  readonly fee: bigint
  /** What of it waits for staff: of an arrival in suspense, of a reversal not covered. */
  readonly open: bigint
  /** Why it was not credited, or not covered, by itself. */
  readonly doubt: DepositDoubt | null
  readonly topUpId: Uuid | null
  /** Of a reversal: the arrival that it takes back, if that is known. */
  readonly reversesId: Uuid | null
  /** Whose wallet got it, or is suggested to get it. */
  readonly accountId: Uuid | null
  readonly walletId: Uuid | null
  readonly reference: string | null
  readonly payer: string | null
  readonly payerAccount: string | null
  /** What the payer wrote, or what the rail said about it. */
  readonly note: string | null
  /** Where in the file it stands. */
  readonly place: string | null
  readonly fileId: Uuid | null
  /** When the rail paid the operator; null: it still owes it. */
  readonly settledAt: Instant | null
  readonly settlementId: Uuid | null
  readonly createdAt: Instant
}

/** What a rail reported, before anybody has looked at what it is for. */
export interface Report {
  readonly rail: Rail
  readonly key: string
  readonly currency: Currency
  readonly amount: bigint
  readonly fee: bigint
  /** Whether the money is with the operator already. */
  readonly settled: boolean
  /** What may name the top-up, as the rail wrote it. */
  readonly reference: string | null
  /** Somebody who looked at the names says that it was paid by another person. */
  readonly otherPayer: boolean
  readonly payer: string | null
  readonly payerAccount: string | null
  readonly note: string | null
  readonly place: string | null
  readonly fileId: Uuid | null
}

/**
 * Why a deposit is not credited to the top-up that its reference names. What comes in parts may come
 * in parts; more than was announced never goes into a wallet, from which it could not be sent back.
 */
export function doubtAbout(topUp: TopUp | undefined, report: Report): DepositDoubt | null {
  if (report.reference === null) return 'no_reference'
  if (topUp === undefined) return 'unknown_reference'
  if (topUp.currency !== report.currency) return 'wrong_currency'
  if (topUp.state !== 'awaiting') return 'not_awaited'
  if (report.otherPayer) return 'other_payer'
  const left = topUp.amount - topUp.arrived
  const inParts = topUp.rail !== 'card' && WAYS[topUp.rail].inParts
  const fits = inParts ? report.amount <= left : report.amount === left
  return fits ? null : 'wrong_amount'
}
