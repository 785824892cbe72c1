import { type Currency, currencyInfo, divideRounded } from '@danbao/kernel'

/** Units of a currency for one euro, as an exact fraction. */
export interface Rate {
  readonly units: bigint
  readonly scale: bigint
}

/** The rates of one day; the euro itself is always 1. */
export interface RateTable {
  readonly day: string
  readonly perEuro: ReadonlyMap<Currency, Rate>
}

/** Reads a published rate without passing through a float: `0.86410` is 86410/100000. */
export function parseRate(text: string): Rate {
  const [whole = '0', fraction = ''] = text.split('.')
  return { units: BigInt(whole + fraction), scale: 10n ** BigInt(fraction.length) }
}

const EURO: Rate = { units: 1n, scale: 1n }

function rateOf(table: RateTable, of: Currency): Rate | undefined {
  return of === 'EUR' ? EURO : table.perEuro.get(of)
}

/**
 * Converts minor units by the cross rate, as one fraction rounded once, half-even.
 * Undefined when a rate is missing.
 */
export function convert(
  table: RateTable | undefined,
  minor: bigint,
  from: Currency,
  to: Currency,
): bigint | undefined {
  if (from === to || minor === 0n) return minor
  if (table === undefined) return undefined
  const a = rateOf(table, from)
  const b = rateOf(table, to)
  if (a === undefined || b === undefined) return undefined
  const numerator = minor * b.units * a.scale * 10n ** BigInt(currencyInfo(to).exponent)
  const denominator = a.units * b.scale * 10n ** BigInt(currencyInfo(from).exponent)
  return divideRounded(numerator, denominator, 'half-even')
}

const SIGNIFICANT_DIGITS = 6

/** A fraction as decimal text with six significant digits, for display only. */
export function displayRate(numerator: bigint, denominator: bigint): string {
  let scale = 0
  while (numerator * 10n ** BigInt(scale) < denominator * 10n ** BigInt(SIGNIFICANT_DIGITS - 1)) {
    scale += 1
  }
  const digits = divideRounded(numerator * 10n ** BigInt(scale), denominator, 'half-even')
  const text = digits.toString().padStart(scale + 1, '0')
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`
}

/** What one unit of `from` buys of `to`, for display. */
export function crossRate(table: RateTable, from: Currency, to: Currency): string | undefined {
  const a = rateOf(table, from)
  const b = rateOf(table, to)
  if (a === undefined || b === undefined) return undefined
  return displayRate(b.units * a.scale, a.units * b.scale)
}
