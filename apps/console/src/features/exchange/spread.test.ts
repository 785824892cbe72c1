import { expect, it } from 'vitest'
import { percentOf } from '../common/percent.ts'
import { readSpread } from './spread.ts'

it.each([
  ['1.5', 150],
  ['1,05', 105],
  ['0', 0],
  [' 10 ', 1000],
  ['10.01', undefined],
  ['-1', undefined],
  ['1.555', undefined],
  ['', undefined],
])('%j is %s hundredths of a percent', (typed, bps) => {
  expect(readSpread(typed)).toBe(bps)
})

it('is written as it can be read', () => {
  for (const bps of [0, 5, 50, 150, 1000]) expect(readSpread(percentOf(bps))).toBe(bps)
})
