import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvariantError } from './invariant.ts'
import { basisPoints, divideRounded, type Rounding } from './rounding.ts'

const MODES = ['half-even', 'half-up', 'half-down', 'down', 'up', 'floor', 'ceiling'] as const

// Halves, in the order of MODES.
const TABLE: readonly (readonly [bigint, readonly bigint[]])[] = [
  [1n, [0n, 1n, 0n, 0n, 1n, 0n, 1n]],
  [3n, [2n, 2n, 1n, 1n, 2n, 1n, 2n]],
  [5n, [2n, 3n, 2n, 2n, 3n, 2n, 3n]],
  [-1n, [0n, -1n, 0n, 0n, -1n, -1n, 0n]],
  [-3n, [-2n, -2n, -1n, -1n, -2n, -2n, -1n]],
  [-5n, [-2n, -3n, -2n, -2n, -3n, -3n, -2n]],
]

describe('divideRounded', () => {
  it.each(TABLE)('rounds %s halves in every mode', (halves, wanted) => {
    expect(MODES.map((mode) => divideRounded(halves, 2n, mode))).toEqual(wanted)
    expect(MODES.map((mode) => divideRounded(-halves, -2n, mode))).toEqual(wanted)
  })

  it.each([
    [7n, 3n, [2n, 2n, 2n, 2n, 3n, 2n, 3n]],
    [8n, 3n, [3n, 3n, 3n, 2n, 3n, 2n, 3n]],
    [-8n, 3n, [-3n, -3n, -3n, -2n, -3n, -3n, -2n]],
    [6n, 3n, [2n, 2n, 2n, 2n, 2n, 2n, 2n]],
  ])('rounds %s / %s, which is no half, in every mode', (numerator, denominator, wanted) => {
    expect(MODES.map((mode) => divideRounded(numerator, denominator, mode))).toEqual(wanted)
  })

  it('is never a whole unit away from the exact value', () => {
    const nonZero = fc.bigInt({ min: -1_000_000n, max: 1_000_000n }).filter((d) => d !== 0n)
    const mode = fc.constantFrom<Rounding>(...MODES)
    fc.assert(
      fc.property(fc.bigInt(), nonZero, mode, (numerator, denominator, rounding) => {
        const error = divideRounded(numerator, denominator, rounding) * denominator - numerator
        expect(error < 0n ? -error : error).toBeLessThan(
          denominator < 0n ? -denominator : denominator,
        )
      }),
    )
  })

  it('stops at a division by zero', () => {
    expect(() => divideRounded(1n, 0n, 'down')).toThrow(InvariantError)
  })
})

describe('basisPoints', () => {
  it('takes hundredths of a percent and rounds once', () => {
    expect(basisPoints(1999n, 250, 'half-even')).toBe(50n)
    expect(basisPoints(1000n, 125n, 'half-even')).toBe(12n)
    expect(basisPoints(1000n, 125n, 'half-up')).toBe(13n)
    expect(basisPoints(77n, 10_000, 'down')).toBe(77n)
    expect(basisPoints(77n, 0, 'up')).toBe(0n)
  })

  it.each([-1, 10_001, 0.5, Number.NaN, -1n, 10_001n])('stops at %s basis points', (bps) => {
    expect(() => basisPoints(100n, bps, 'down')).toThrow(InvariantError)
  })
})
