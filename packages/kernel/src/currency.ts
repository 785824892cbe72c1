import { CURRENCY_TABLE, type CurrencyInfo } from './currency-table.ts'
import { InvariantError, invariant } from './invariant.ts'
import { accept, refuse, type Result } from './result.ts'

declare const currencyBrand: unique symbol

/** The code of an active ISO 4217 currency, in capitals. */
export type Currency = string & { readonly [currencyBrand]: true }

/** Whether the text is exactly the code of an active ISO 4217 currency. */
export function isCurrency(code: string): code is Currency {
  return CURRENCY_TABLE.has(code)
}

/** Reads a code from outside. Lower case is refused: the API has one spelling. */
export function parseCurrency(text: string): Result<Currency, 'unknown_currency'> {
  return isCurrency(text) ? accept(text) : refuse('unknown_currency')
}

/** A code known to be right: a constant in code, or read back from a column that is checked. */
export function currency(code: string): Currency {
  invariant(isCurrency(code), `${code} is not an ISO 4217 currency`)
  return code
}

/** Numeric code, exponent and English name. */
export function currencyInfo(code: Currency): CurrencyInfo {
  const info = CURRENCY_TABLE.get(code)
  if (info === undefined) throw new InvariantError(`${code} is not an ISO 4217 currency`)
  return info
}

/** Enabled in every new database. */
export const DEFAULT_CURRENCIES: readonly Currency[] =
  'USD EUR GBP CNY HKD JPY SGD AUD CAD NZD CHF SEK NOK DKK'.split(' ').map(currency)

/** Sandboxes also enable what the boleto and WebMoney rails of Brazil and Russia need. */
export const SANDBOX_CURRENCIES: readonly Currency[] = [
  ...DEFAULT_CURRENCIES,
  currency('BRL'),
  currency('RUB'),
]
