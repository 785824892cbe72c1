import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currency } from './currency.ts'
import { InvariantError } from './invariant.ts'
import {
  addMoney,
  compareMoney,
  formatDecimal,
  isZero,
  MAX_MINOR,
  money,
  parseDecimal,
  smaller,
  subtractMoney,
} from './money.ts'

const usd = (minor: bigint) => money(currency('USD'), minor)
const jpy = (minor: bigint) => money(currency('JPY'), minor)

describe('arithmetic', () => {
  it('finds the smaller of two sums', () => {
    expect([smaller(1n, 2n), smaller(2n, 1n), smaller(-1n, 1n)]).toEqual([1n, 1n, -1n])
  })

  it('adds, subtracts below zero and compares within a currency', () => {
    expect(addMoney(usd(10n), usd(5n))).toEqual(usd(15n))
    expect(subtractMoney(usd(5n), usd(10n))).toEqual(usd(-5n))
    expect([usd(3n), usd(-1n), usd(2n)].toSorted(compareMoney)).toEqual([
      usd(-1n),
      usd(2n),
      usd(3n),
    ])
    expect(compareMoney(usd(2n), usd(2n))).toBe(0)
    expect(isZero(usd(0n))).toBe(true)
    expect(isZero(usd(-1n))).toBe(false)
  })

  it.each([addMoney, subtractMoney, compareMoney])('never mixes currencies: %o', (operation) => {
    expect(() => operation(usd(1n), jpy(1n))).toThrow(InvariantError)
  })
})

describe('decimal text', () => {
  it.each([
    ['99.9', 'USD', 9990n],
    ['18', 'USD', 1800n],
    ['10.50', 'USD', 1050n],
    ['0', 'USD', 0n],
    ['0.01', 'USD', 1n],
    ['18', 'JPY', 18n],
    ['1.005', 'KWD', 1005n],
    ['1.0001', 'CLF', 10001n],
    ['9999999999999.99', 'USD', MAX_MINOR],
    ['999999999999999', 'JPY', MAX_MINOR],
  ])('reads %s %s as %s minor units', (text, code, minor) => {
    const wanted = money(currency(code), minor)
    expect(parseDecimal(text, wanted.currency)).toEqual({ ok: true, value: wanted })
  })

  it.each([
    ['1.005', 'USD'],
    ['1.0', 'JPY'],
    ['10000000000000.00', 'USD'],
    ['1000000000000000', 'JPY'],
    ...['', '.', '1.', '.5', '01', '00', '+1', '-1', '1e3', '0x1', ' 1', '1 ', '1\n', '1,5'].map(
      (text) => [text, 'USD'] as const,
    ),
    ...['1.2.3', '١٢', '\uff11\uff12', 'NaN', 'Infinity', '9'.repeat(40)].map(
      (text) => [text, 'USD'] as const,
    ),
  ] as const)('refuses "%s" %s', (text, code) => {
    expect(parseDecimal(text, currency(code))).toEqual({ ok: false, refusal: 'malformed_amount' })
  })

  it.each([
    ['USD', 1050n, '10.50'],
    ['USD', 0n, '0.00'],
    ['USD', -5n, '-0.05'],
    ['USD', -1999n, '-19.99'],
    ['JPY', 18n, '18'],
    ['JPY', -18n, '-18'],
    ['KWD', 7n, '0.007'],
    ['CLF', 12345n, '1.2345'],
  ])('writes %s %s as %s', (code, minor, text) => {
    expect(formatDecimal(money(currency(code), minor))).toBe(text)
  })

  it('reads back what it wrote', () => {
    const amounts = fc.record({
      currency: fc.constantFrom('USD', 'JPY', 'KWD', 'CLF').map(currency),
      minor: fc.bigInt({ min: 0n, max: MAX_MINOR }),
    })
    fc.assert(
      fc.property(amounts, (amount) => {
        const read = parseDecimal(formatDecimal(amount), amount.currency)
        expect(read).toEqual({ ok: true, value: amount })
      }),
    )
  })
})
