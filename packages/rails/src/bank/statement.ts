import type { Currency } from '@danbao/kernel'

/** What a bank has sent: statements, or notices of what moved. */
export interface StatementFile {
  readonly format: 'camt.053' | 'camt.054' | 'mt940'
  readonly statements: readonly Statement[]
}

/** Of one account. */
export interface Statement {
  /** The bank's name for it. */
  readonly id: string
  /** What is counted up from one statement to the next: a gap is a statement that is missing. */
  readonly sequence: string | null
  /** IBAN, or the account number where there is none; without spaces, in capitals. */
  readonly account: string
  readonly currency: Currency
  /** Booked balances with their signs, in minor units; null: the file has none, as a notice. */
  readonly opening: bigint | null
  readonly closing: bigint | null
  /** Booked ones only: what is pending is no money yet. */
  readonly entries: readonly StatementEntry[]
}

/** One movement: of a batch, one of its transactions. */
export interface StatementEntry {
  /** Where in the file it stands, for people. */
  readonly place: string
  /** Minor units of the statement's currency, above zero. */
  readonly amount: bigint
  /** Whether the account got it or gave it. */
  readonly direction: 'in' | 'out'
  /** Takes back what was booked before: a reversal by the bank, or a returned transfer. */
  readonly isReversal: boolean
  /** Why it was returned, as a code of ISO 20022, e.g. `AC04`. */
  readonly returnReason: string | null
  /** `2026-11-22`: the day of the value, else of the booking. */
  readonly valueDate: string | null
  /** The creditor reference as it was written; null: none in a field of its own. */
  readonly reference: string | null
  /** Null also for `NOTPROVIDED`. */
  readonly endToEndId: string | null
  /** What was written to the payee, in one line. */
  readonly text: string
  /** Who paid or was paid. */
  readonly counterparty: string | null
  readonly counterpartyAccount: string | null
  /**
   * The booking by which the bank knows it, also in another file, and which part of it this is,
   * counted from 1: a notice may tell a batch in parts that the statement tells in one.
   */
  readonly booking: { readonly reference: string | null; readonly part: number }
}

/** What movements come to: what came in, less what went out. */
export function sumOf(movements: readonly Pick<StatementEntry, 'direction' | 'amount'>[]): bigint {
  return movements.reduce(
    (sum, { direction, amount }) => (direction === 'in' ? sum + amount : sum - amount),
    0n,
  )
}
