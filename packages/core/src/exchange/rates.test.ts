import { currency, type Currency, currencyInfo } from '@danbao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert, displayRate, parseRate, priceExchange, type RateTable } from './rates.ts'

const perEuro: [Currency, string][] = [
  [currency('USD'), '1.1761'],
  [currency('GBP'), '0.86410'],
  [currency('JPY'), '184.37'],
  [currency('KRW'), '1725.08'],
  [currency('BRL'), '5.7794'],
  [currency('THB'), '37.897'],
]
const DAY = '2026-05-08'
const table: RateTable = new Map(perEuro.map(([code, rate]) => [code, parseRate(rate, DAY)]))

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
    const halves: RateTable = new Map([[currency('USD'), parseRate('0.5', DAY)]])
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
    expect(parseRate('0.86410', DAY)).toEqual({ units: 86_410n, scale: 100_000n, day: DAY })
    expect(parseRate('184', DAY)).toEqual({ units: 184n, scale: 1n, day: DAY })
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
})

describe('what an amount costs in another currency', () => {
  const price = (buys: bigint, to: string, from: string, spreadBps = 0) =>
    priceExchange(table, { buys, to: currency(to), from: currency(from), spreadBps })

  it.each([
    [117_61n, 'USD', 'EUR', 0, 100_00n, '1.17610'],
    [136_11n, 'USD', 'GBP', 0, 100_01n, '1.36107'],
    [72_36n, 'GBP', 'USD', 150, 99_99n, '0.723696'],
    [15_441n, 'JPY', 'USD', 150, 100_00n, '154.412'],
    [6_28n, 'USD', 'JPY', 150, 1_000n, '0.00628334'],
    [1n, 'EUR', 'JPY', 0, 2n, '0.00542388'],
    [649_16n, 'THB', 'BRL', 100, 100_00n, '6.49168'],
  ])('%d %s in %s at %d basis points: %d', (buys, to, from, bps, pays, rate) => {
    expect(price(buys, to, from, bps)).toEqual({ pays, rate, day: DAY })
  })

  it('goes by the day of the older rate, and is none without a rate', () => {
    const mixed: RateTable = new Map([...table, [currency('RUB'), parseRate('95.1', '2026-05-06')]])
    const [RUB, USD] = [currency('RUB'), currency('USD')]
    const asked = { buys: 1_00n, to: USD, from: RUB, spreadBps: 0 }
    expect(priceExchange(mixed, asked)).toMatchObject({ day: '2026-05-06' })
    expect(priceExchange(table, asked)).toBeUndefined()
    expect(priceExchange(undefined, asked)).toBeUndefined()
  })

  it('is the least that brings as much when it is sold at the same spread', () => {
    const codes = fc.constantFrom('EUR', 'USD', 'GBP', 'BRL', 'JPY', 'KRW').map(currency)
    const sums = fc.bigInt({ min: 1n, max: 10n ** 13n })
    const of = (code: Currency) => table.get(code) ?? { units: 1n, scale: 1n }
    const minor = (code: Currency) => 10n ** BigInt(currencyInfo(code).exponent)
    fc.assert(
      fc.property(sums, codes, codes, fc.nat(1000), (buys, from, to, spreadBps) => {
        const [a, b] = [of(from), of(to)]
        const brings = b.units * a.scale * BigInt(10_000 - spreadBps) * minor(to)
        const whole = a.units * b.scale * 10_000n * minor(from)
        const pays = priceExchange(table, { buys, from, to, spreadBps })?.pays ?? 0n
        expect(pays * brings).toBeGreaterThanOrEqual(buys * whole)
        expect((pays - 1n) * brings).toBeLessThan(buys * whole)
      }),
    )
  })
})
