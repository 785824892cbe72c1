export type StatementKind =
  | 'check'
  | 'check_released'
  | 'hold'
  | 'hold_released'
  | 'purchase'
  | 'refund'
  | 'refund_failed'
  | 'chargeback'
  | 'chargeback_undone'

/** What the bank shows to the holder of a card. */
export interface StatementLine {
  /** Of the card. */
  readonly fingerprint: string
  /** Seconds since 1970. */
  readonly at: number
  readonly kind: StatementKind
  /** Of the currency's minor unit. */
  readonly amount: number
  readonly currency: string
  /** Of the object that it comes from. */
  readonly ref: string
}

export interface Statement {
  write(line: StatementLine): void
  /** Newest first; of one card, or of all. */
  read(fingerprint?: string): readonly StatementLine[]
}

export function createStatement(): Statement {
  const lines: StatementLine[] = []
  return {
    write: (line) => void lines.unshift(line),
    read: (fingerprint) =>
      lines.filter((line) => fingerprint === undefined || line.fingerprint === fingerprint),
  }
}
