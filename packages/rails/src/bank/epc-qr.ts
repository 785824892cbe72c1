import { accept, currency, formatDecimal, money, refuse, type Result } from '@danbao/kernel'

/** A SEPA credit transfer that a phone can read. */
export interface EpcTransfer {
  readonly name: string
  readonly iban: string
  readonly bic: string | null
  /** Euro cents, up to 999999999.99. */
  readonly amount: bigint
  /** A creditor reference of ISO 11649. */
  readonly reference: string
}

/** Of a code with error correction M and version 13, the largest that the guideline allows. */
const MOST_BYTES = 331
const MOST_CENTS = 999_999_999_99n
const MOST_NAME = 70

/** The text of a code by EPC069-12, version 002, in UTF-8. */
export function epcQrText(transfer: EpcTransfer): Result<string, 'too_long' | 'amount_too_large'> {
  const { name, iban, bic, amount, reference } = transfer
  if (amount <= 0n || amount > MOST_CENTS) return refuse('amount_too_large')
  const text = [
    ...['BCD', '002', '1', 'SCT', bic ?? '', name, iban],
    `EUR${formatDecimal(money(currency('EUR'), amount))}`,
    // No purpose; the reference stands in its own line, and nothing follows the last one in use.
    ...['', reference],
  ].join('\n')
  const isShort = name.length <= MOST_NAME && Buffer.byteLength(text) <= MOST_BYTES
  return isShort ? accept(text) : refuse('too_long')
}
