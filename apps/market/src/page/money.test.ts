import { expect, it } from 'vitest'
import { ownPath } from './forms.ts'
import { readPrice, showPrice, writePrice } from './money.ts'

it.each([
  ['12', 1200n],
  ['12.5', 1250n],
  [' 12,05 ', 1205n],
  ['0.01', 1n],
])('%s is read exactly', (text, minor) => {
  expect(readPrice(text)).toBe(minor)
})

it.each(['', '-1', '1.234', '1e3', '1.2.3', 'ten', '9'.repeat(12)])('%j is no price', (text) => {
  expect(readPrice(text)).toBeUndefined()
})

it('large amounts keep every digit, in the manner of each language', () => {
  expect(showPrice(123_456_789_012_345n, 'en')).toBe('$1,234,567,890,123.45')
  expect(showPrice(7n, 'ru').replaceAll(/\s/g, ' ')).toBe('0,07 $')
  expect(writePrice(7n)).toBe('0.07')
})

it.each([undefined, 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:1'])(
  'the way back never leaves the shop: %s',
  (text) => expect(ownPath(text)).toBe('/'),
)
