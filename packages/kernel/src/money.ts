import { type Currency, currencyInfo } from './currency.ts'
import { invariant } from './invariant.ts'
import { accept, refuse, type Result } from './result.ts'

/** An amount in minor units (cents; yen), exact. Differences may be negative. */
export interface Money {
  readonly currency: Currency
  readonly minor: bigint
}

/** The largest single amount: 15 digits, so that a bigint column still holds sums of 9,000 such. */
export const MAX_MINOR = 999_999_999_999_999n

/** An amount of so many minor units. */
export function money(currency: Currency, minor: bigint): Money {
  return { currency, minor }
}

/** The sum. Throws InvariantError when the currencies differ. */
export function addMoney(a: Money, b: Money): Money {
  requireSameCurrency(a, b)
  return money(a.currency, a.minor + b.minor)
}

/** The first less the second. Throws InvariantError when the currencies differ. */
export function subtractMoney(a: Money, b: Money): Money {
  requireSameCurrency(a, b)
  return money(a.currency, a.minor - b.minor)
}

/** Order for sorting: -1, 0 or 1. Throws InvariantError when the currencies differ. */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  requireSameCurrency(a, b)
  if (a.minor === b.minor) return 0
  return a.minor < b.minor ? -1 : 1
}

/** The smaller of two sums in minor units of one currency. */
export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

/** Whether nothing is left of it. */
export function isZero(amount: Money): boolean {
  return amount.minor === 0n
}

const DECIMAL = /^(0|[1-9][0-9]{0,15})(?:\.([0-9]{1,4}))?$/

/**
 * Reads the decimal text of a rail's file or a screen: '99.9' and '18' are 9990 and 1800 cents.
 * Refuses signs, exponents, spaces, commas, foreign digits, and more decimals than the currency
 * has, because guessing about any of them would change how much money it is.
 */
export function parseDecimal(text: string, currency: Currency): Result<Money, 'malformed_amount'> {
  const { exponent } = currencyInfo(currency)
  const match = DECIMAL.exec(text)
  const fraction = match?.[2] ?? ''
  if (match === null || fraction.length > exponent) return refuse('malformed_amount')
  const minor = BigInt(`${match[1]}${fraction.padEnd(exponent, '0')}`)
  return minor <= MAX_MINOR ? accept(money(currency, minor)) : refuse('malformed_amount')
}

/** Decimal text with exactly the currency's decimals and no currency: '10.50', '-0.05', '18'. */
export function formatDecimal({ currency, minor }: Money): string {
  const { exponent } = currencyInfo(currency)
  const sign = minor < 0n ? '-' : ''
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0')
  if (exponent === 0) return sign + digits
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

function requireSameCurrency(a: Money, b: Money): void {
  invariant(a.currency === b.currency, `${a.currency} and ${b.currency} do not mix`)
}
