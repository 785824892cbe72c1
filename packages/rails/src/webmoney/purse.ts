import { accept, type Currency, currency, refuse, type Result } from '@danbao/kernel'

/** The kinds of purses whose units are currencies of ISO 4217. */
const CURRENCIES: Readonly<Record<string, Currency>> = {
  Z: currency('USD'),
  E: currency('EUR'),
}

/** A purse is a letter, which says its unit, and 12 digits. A WMID is no purse and can not be paid. */
export function parsePurse(text: string): Result<string, 'malformed_purse'> {
  return /^[A-Z]\d{12}$/.test(text) ? accept(text) : refuse('malformed_purse')
}

/** What a purse holds; undefined: nothing that is a currency here. */
export function purseCurrency(purse: string): Currency | undefined {
  return parsePurse(purse).ok ? CURRENCIES[purse.charAt(0)] : undefined
}
