/** What became of one boleto, as its bank tells it. Amounts in centavos. */
export interface ReturnEntry {
  readonly place: string
  /** The bank's movement code, e.g. `06`. */
  readonly code: string
  /** Whether money came; everything else is news without any. */
  readonly isPaid: boolean
  /** What we had it registered with; null: nothing. */
  readonly ourId: string | null
  /** The bank's name for it (nosso número), without spaces. */
  readonly ourNumber: string
  /** What we call it (seu número); null: nothing. */
  readonly documentNumber: string | null
  /** With interest and fines. */
  readonly paid: bigint
  /** What the bank keeps of it. */
  readonly fee: bigint
  /** `2026-11-21`; null: the file does not say. */
  readonly paidOn: string | null
  /** When the bank has it on our account; null: not yet. */
  readonly creditedOn: string | null
  readonly payerTaxId: string | null
  readonly payerName: string | null
}

/** A bank's return file (retorno) of collection. */
export interface ReturnFile {
  readonly format: 'cnab240' | 'cnab400'
  /** Three digits. */
  readonly bank: string
  /** By which the bank counts its files. */
  readonly sequence: string
  readonly entries: readonly ReturnEntry[]
}
