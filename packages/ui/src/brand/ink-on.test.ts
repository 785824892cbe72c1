import { expect, it } from 'vitest'
import { inkOn } from './ink-on.ts'

it.each([
  ['#ffffff', '#000000'],
  ['#000000', '#ffffff'],
  ['#0b6a4f', '#ffffff'],
  ['#ffd400', '#000000'],
  // The worst of the greys: both are nearly equal there.
  ['#757575', '#ffffff'],
  ['#777777', '#000000'],
] as const)('on %s stands %s', (color, ink) => {
  expect(inkOn(color)).toBe(ink)
})
