import { currency, type Currency } from '@danbao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert, crossRate, displayRate, parseRate, type RateTable } from './rates.ts'

const perEuro: [Currency, string][] = [
  [currency('USD'), '1.1761'],
  [currency('GBP'), '0.86410'],
  [currency('JPY'), '184.37'],
  [currency('KRW'), '1725.08'],
  [currency('BRL'), '5.7794'],
  [currency('THB'), '37.897'],
]
const table: RateTable = {
  day: '2026-05-08',
  perEuro: new Map(perEuro.map(([code, rate]) => [code, parseRate(rate)])),
}

describe('conversion', () => {
  it.each([
    [100_00n, 'EUR', 'USD', 117_61n],
    [100_00n, 'USD', 'EUR', 85_03n],
    [100_00n, 'GBP', 'USD', 136_11n],
    [1n, 'JPY', 'EUR', 1n],
    [100_000n, 'KRW', 'EUR', 57_97n],
    [100_00n, 'USD', 'USD', 100_00n],
    [0n, 'GBP', 'USD', 0n],
  ])('%d %s is so much %s', (minor, from, to, expected) => {
    expect(convert(table, minor, currency(from), currency(to))).toBe(expected)
  })

  it('is one fraction, rounded once, half to even', () => {
    const halves: RateTable = {
      day: '2026-05-08',
      perEuro: new Map([[currency('USD'), parseRate('0.5')]]),
    }
    const usd = (minor: bigint) => convert(halves, minor, currency('EUR'), currency('USD'))
    expect([usd(1n), usd(3n), usd(5n)]).toEqual([0n, 2n, 2n])
  })

  it('is undefined where a rate is missing, but not from a currency to itself', () => {
    expect(convert(table, 1n, currency('RUB'), currency('USD'))).toBeUndefined()
    expect(convert(table, 1n, currency('USD'), currency('RUB'))).toBeUndefined()
    expect(convert(undefined, 1n, currency('GBP'), currency('USD'))).toBeUndefined()
    expect(convert(undefined, 1n, currency('RUB'), currency('RUB'))).toBe(1n)
  })

  it('there and back loses less than what one unit is worth', () => {
    const codes = fc.constantFrom('EUR', 'USD', 'GBP', 'BRL', 'THB').map(currency)
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), codes, codes, (minor, from, to) => {
        const there = convert(table, minor, from, to) ?? -1n
        const back = convert(table, there, to, from) ?? -1n
        const unit = convert(table, 1n, to, from) ?? -1n
        const off = back > minor ? back - minor : minor - back
        expect(off).toBeLessThanOrEqual(unit + 1n)
      }),
    )
  })
})

describe('a published rate', () => {
  it('is read digit by digit', () => {
    expect(parseRate('0.86410')).toEqual({ units: 86_410n, scale: 100_000n })
    expect(parseRate('184')).toEqual({ units: 184n, scale: 1n })
  })

  it.each([
    [11_761n, 10_000n, '1.17610'],
    [1n, 3n, '0.333333'],
    [184_37n, 100n, '184.370'],
    [1n, 184_37n, '0.0000542388'],
    [1_725_080n, 1n, '1725080'],
    [1n, 1n, '1.00000'],
  ])('%d / %d is shown with six significant digits', (numerator, denominator, shown) => {
    expect(displayRate(numerator, denominator)).toBe(shown)
  })

  it('is crossed over the euro', () => {
    expect(crossRate(table, currency('USD'), currency('GBP'))).toBe('0.734716')
    expect(crossRate(table, currency('EUR'), currency('USD'))).toBe('1.17610')
    expect(crossRate(table, currency('RUB'), currency('USD'))).toBeUndefined()
  })
})
