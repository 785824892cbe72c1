import { type Currency, currencyInfo, divideRounded } from '@danbao/kernel'

/** Units of a currency for one euro, as an exact fraction. */
export interface Rate {
  readonly units: bigint
  readonly scale: bigint
  /** Of which day it is; the euro's own rate has none. */
  readonly day?: string
}

/** The newest rate of each currency that is not too old; the euro itself is always 1. */
export type RateTable = ReadonlyMap<Currency, Rate>

/** Reads a published rate without passing through a float: `0.86410` is 86410/100000. */
export function parseRate(text: string, day: string): Rate {
  const [whole = '0', fraction = ''] = text.split('.')
  return { units: BigInt(whole + fraction), scale: 10n ** BigInt(fraction.length), day }
}

const EURO: Rate = { units: 1n, scale: 1n }

/** The rates of two currencies; undefined when one is missing. */
function ratesOfBoth(
  table: RateTable | undefined,
  from: Currency,
  to: Currency,
): readonly [Rate, Rate] | undefined {
  const rateOf = (of: Currency): Rate | undefined => (of === 'EUR' ? EURO : table?.get(of))
  const [a, b] = [rateOf(from), rateOf(to)]
  return a === undefined || b === undefined ? undefined : [a, b]
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
  const both = ratesOfBoth(table, from, to)
  if (both === undefined) return undefined
  const [a, b] = both
  const numerator = minor * b.units * a.scale * minorUnits(to)
  const denominator = a.units * b.scale * minorUnits(from)
  return divideRounded(numerator, denominator, 'half-even')
}

const minorUnits = (of: Currency): bigint => 10n ** BigInt(currencyInfo(of).exponent)
const ALL_BPS = 10_000n

/** An exchange that somebody is offered. */
export interface Exchange {
  /** Minor units of `from`: what `buys` costs, the spread included, rounded up. */
  readonly pays: bigint
  /** What one unit of `from` buys of `to`, less the spread, for display. */
  readonly rate: string
  /** The day of the older of the two rates. */
  readonly day: string
}

export interface ExchangeAsked {
  readonly from: Currency
  readonly to: Currency
  /** Minor units of `to`. */
  readonly buys: bigint
  /** Hundredths of a percent, below 10,000. */
  readonly spreadBps: number
}

/**
 * What an amount costs in another currency: one fraction, rounded once, up. Selling for `pays` at the
 * same spread gives `buys` or a part of a unit more. Undefined when a rate is missing.
 */
export function priceExchange(
  table: RateTable | undefined,
  { from, to, buys, spreadBps }: ExchangeAsked,
): Exchange | undefined {
  const both = ratesOfBoth(table, from, to)
  if (both === undefined) return undefined
  const [a, b] = both
  const kept = ALL_BPS - BigInt(spreadBps)
  const [gives, takes] = [b.units * a.scale * kept, a.units * b.scale * ALL_BPS]
  const pays = divideRounded(buys * takes * minorUnits(from), gives * minorUnits(to), 'up')
  const day = [a.day, b.day].filter((one) => one !== undefined).toSorted()[0] ?? ''
  return { pays, rate: displayRate(gives, takes), day }
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
