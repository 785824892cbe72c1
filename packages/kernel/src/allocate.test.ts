import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allocateByLargestRemainder } from './allocate.ts'
import { InvariantError } from './invariant.ts'

it.each([
  [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
  [1001n, [70n, 20n, 10n], [701n, 200n, 100n]],
  [5n, [50n, 50n], [3n, 2n]],
  [10n, [1n, 2n], [3n, 7n]],
  [1n, [0n, 1n, 1n], [0n, 1n, 0n]],
  [0n, [1n, 2n], [0n, 0n]],
])('splits %s by %s into %s', (total, weights, parts) => {
  expect(allocateByLargestRemainder(total, weights)).toEqual(parts)
})

it('adds up to the total, each part within one unit of its exact share', () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 20 })
    .filter((list) => list.some((weight) => weight > 0n))
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), weights, (total, list) => {
      const parts = allocateByLargestRemainder(total, list)
      const sum = list.reduce((left, weight) => left + weight, 0n)
      expect(parts.reduce((left, part) => left + part, 0n)).toBe(total)
      expect(parts).toHaveLength(list.length)
      list.forEach((weight, index) => {
        const error = (parts[index] ?? 0n) * sum - total * weight
        expect(error > -sum && error < sum).toBe(true)
      })
    }),
  )
})

it.each([
  ['no weights', 1n, []],
  ['weights of zero only', 1n, [0n, 0n]],
  ['a negative weight', 1n, [2n, -1n]],
  ['a negative total', -1n, [1n]],
])('stops at %s', (_, total, weights) => {
  expect(() => allocateByLargestRemainder(total, weights)).toThrow(InvariantError)
})
