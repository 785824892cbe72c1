import { invariant } from './invariant.ts'

/** `half-up` and `up` go away from zero, `half-down` and `down` towards it, on both sides of it. */
export type Rounding = 'half-even' | 'half-up' | 'half-down' | 'down' | 'up' | 'floor' | 'ceiling'

/** The exact fraction rounded once to a whole number. Throws InvariantError for a denominator of 0. */
export function divideRounded(numerator: bigint, denominator: bigint, mode: Rounding): bigint {
  invariant(denominator !== 0n, 'division by zero')
  const quotient = numerator / denominator
  const remainder = numerator % denominator
  if (remainder === 0n) return quotient
  const negative = numerator < 0n !== denominator < 0n
  const twice = 2n * absolute(remainder)
  const half = absolute(denominator)
  const beyondHalf = twice === half ? 0 : twice > half ? 1 : -1
  if (!goesAwayFromZero(mode, beyondHalf, negative, quotient % 2n !== 0n)) return quotient
  return negative ? quotient - 1n : quotient + 1n
}

/** So many hundredths of a percent of an amount. `bps` is a whole number from 0 to 10000. */
export function basisPoints(minor: bigint, bps: number | bigint, mode: Rounding): bigint {
  const whole = typeof bps === 'bigint' || Number.isInteger(bps)
  invariant(whole && bps >= 0 && bps <= 10_000, `${bps} basis points`)
  return divideRounded(minor * BigInt(bps), 10_000n, mode)
}

function goesAwayFromZero(
  mode: Rounding,
  beyondHalf: -1 | 0 | 1,
  negative: boolean,
  odd: boolean,
): boolean {
  switch (mode) {
    case 'half-even':
      return beyondHalf > 0 || (beyondHalf === 0 && odd)
    case 'half-up':
      return beyondHalf >= 0
    case 'half-down':
      return beyondHalf > 0
    case 'down':
      return false
    case 'up':
      return true
    case 'floor':
      return negative
    case 'ceiling':
      return !negative
  }
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}
