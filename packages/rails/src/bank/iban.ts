import { accept, refuse, type Result } from '@danbao/kernel'
import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools'

/** An International Bank Account Number (ISO 13616), without spaces, if its check digits hold. */
export function parseIban(text: string): Result<string, 'malformed_iban'> {
  const compact = electronicFormatIBAN(text) ?? ''
  return isValidIBAN(compact) ? accept(compact) : refuse('malformed_iban')
}

/** A bank's code (ISO 9362) in capitals: 8 characters, or 11 with the branch. */
export function parseBic(text: string): Result<string, 'malformed_bic'> {
  const compact = text.replaceAll(/\s/g, '').toUpperCase()
  return isValidBIC(compact) ? accept(compact) : refuse('malformed_bic')
}
