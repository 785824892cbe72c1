import { expect, it } from 'vitest'
import {
  findNetwork,
  isCardNumber,
  isCode,
  isGoodExpiry,
  passesLuhn,
  readExpiry,
} from './card-rules.ts'
import { drawFreeNumber, outcomeOf, TEST_CARDS } from './test-cards.ts'

it.each([
  ['2221000000000009', 'mastercard'],
  ['2720999999999996', 'mastercard'],
  ['2220999999999991', undefined],
  ['2721000000000004', undefined],
  ['2200000000000004', 'mir'],
  ['2204999999999991', 'mir'],
  ['2205000000000009', undefined],
  ['3528000000000007', 'jcb'],
  ['3589999999999994', 'jcb'],
  ['3590000000000000', undefined],
  ['340000000000009', 'amex'],
  ['378282246310005', 'amex'],
  ['6200000000000005', 'unionpay'],
  ['6205500000000000004', 'unionpay'],
])('%s is of %s', (number, brand) => {
  expect(passesLuhn(number)).toBe(true)
  expect(findNetwork(number)?.brand).toBe(brand)
  expect(isCardNumber(number)).toBe(brand !== undefined)
})

it.each(['4242424242424241', '4222222222222', '0000000000000000', '', '4242 4242 4242 424x'])(
  '%s is no number of a card',
  (number) => {
    expect(isCardNumber(number)).toBe(false)
  },
)

const NOVEMBER = Date.UTC(2026, 10, 22)
it.each([
  ['11/26', true],
  ['10/26', false],
  ['11 / 2026', true],
  ['1126', true],
  ['11/46', true],
  ['12/46', false],
  ['01/47', false],
  ['00/30', false],
  ['13/30', false],
  ['1/', false],
])('on 22 November 2026 %s is good: %s', (text, isGood) => {
  const read = readExpiry(text)
  expect(read !== undefined && isGoodExpiry(read, NOVEMBER)).toBe(isGood)
})

it.each([
  ['123', '4242', true],
  ['1234', '4242', false],
  ['1234', '3782', true],
  ['123', '3782', false],
  ['12', '', false],
])('the code %s of a card that starts with %s is one: %s', (code, number, isOne) => {
  expect(isCode(code, number)).toBe(isOne)
})

it('every test card passes the form, and has a name and an alias of its own', () => {
  expect(TEST_CARDS.filter(({ number }) => !isCardNumber(number))).toEqual([])
  expect(new Set(TEST_CARDS.map(({ number }) => number)).size).toBe(TEST_CARDS.length)
  expect(new Set(TEST_CARDS.map(({ alias }) => alias)).size).toBe(TEST_CARDS.length)
})

it('draws numbers that work', () => {
  let drawn = 0
  const numbers = Array.from({ length: 50 }, () => drawFreeNumber((below) => drawn++ % below))
  for (const number of numbers) {
    expect(isCardNumber(number)).toBe(true)
    expect(outcomeOf(number)).toEqual({ bank: 'never' })
  }
})
