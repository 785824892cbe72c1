import { expect, it } from 'vitest'
import { basisPointsOf, percentOf } from '../common/percent.ts'
import { durationOf, typedOf } from './terms-values.ts'

it.each([
  ['P5D', '5', 'days'],
  ['PT36H', '36', 'hours'],
  ['P1DT30M', '1470', 'minutes'],
  ['P2W', '14', 'days'],
] as const)('%s is shown as %s %s', (iso8601, count, unit) => {
  expect(typedOf(iso8601)).toEqual({ count, unit })
})

it('nothing typed is the default of the product, for times and the commission', () => {
  expect(typedOf(null).count).toBe('')
  expect(durationOf({ count: ' ', unit: 'hours' })).toBeNull()
  expect(percentOf(null)).toBe('')
  expect(basisPointsOf('')).toBeNull()
})

it.each(['0', '-1', '1.5', 'two', '3651'])('%s days are no time', (count) => {
  expect(durationOf({ count, unit: 'days' })).toBeUndefined()
})

it.each([
  ['7', 'days', 'P7D'],
  ['36', 'hours', 'PT36H'],
  ['90', 'minutes', 'PT90M'],
] as const)('%s %s are %s', (count, unit, iso8601) => {
  expect(durationOf({ count, unit })).toBe(iso8601)
})

it.each([
  [250, '2.5'],
  [0, '0'],
  [5, '0.05'],
  [1000, '10'],
  [10_000, '100'],
] as const)('%i basis points are %s percent, and back', (points, percent) => {
  expect(percentOf(points)).toBe(percent)
  expect(basisPointsOf(percent)).toBe(points)
})

it.each(['100.01', '2.555', 'x', '-1'])('%s is no percentage', (typed) => {
  expect(basisPointsOf(typed)).toBeUndefined()
})

it('a comma is taken for a point', () => {
  expect(basisPointsOf('2,5')).toBe(250)
})
