import { describe, expect, it } from 'vitest'
import { CURRENCY_TABLE } from './currency-table.ts'
import {
  currency,
  currencyInfo,
  DEFAULT_CURRENCIES,
  isCurrency,
  parseCurrency,
  SANDBOX_CURRENCIES,
} from './currency.ts'
import { InvariantError } from './invariant.ts'

const exponents = (wanted: number) =>
  [...CURRENCY_TABLE.values()].filter((row) => row.exponent === wanted).map((row) => row.code)

describe('the table', () => {
  it('has well-formed codes, each numeric code once', () => {
    const rows = [...CURRENCY_TABLE.values()]
    for (const row of rows) {
      expect(row.code).toMatch(/^[A-Z]{3}$/)
      expect(row.numeric).toMatch(/^\d{3}$/)
      expect(row.name).not.toBe('')
    }
    expect(rows).toHaveLength(164)
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length)
    expect(new Set(rows.map((row) => row.numeric)).size).toBe(rows.length)
  })

  it('has exactly these currencies without two decimals', () => {
    expect(exponents(0).join(' ')).toBe(
      'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
    )
    expect(exponents(3).join(' ')).toBe('BHD IQD JOD KWD LYD OMR TND')
    expect(exponents(4).join(' ')).toBe('CLF UYW')
    expect(exponents(2)).toHaveLength(164 - 17 - 7 - 2)
  })

  it.each([
    ['USD', '840', 2],
    ['EUR', '978', 2],
    ['GBP', '826', 2],
    ['CNY', '156', 2],
    ['HKD', '344', 2],
    ['JPY', '392', 0],
    ['SGD', '702', 2],
    ['AUD', '036', 2],
    ['CAD', '124', 2],
    ['NZD', '554', 2],
    ['CHF', '756', 2],
    ['SEK', '752', 2],
    ['NOK', '578', 2],
    ['DKK', '208', 2],
    ['BRL', '986', 2],
    ['RUB', '643', 2],
    ['THB', '764', 2],
    ['KRW', '410', 0],
    ['KWD', '414', 3],
    ['BHD', '048', 3],
    ['HUF', '348', 2],
    ['IDR', '360', 2],
    ['XCG', '532', 2],
  ])('gives %s the numeric code %s and %i decimals', (code, numeric, exponent) => {
    expect(currencyInfo(currency(code))).toMatchObject({ code, numeric, exponent })
  })

  it.each(['BGN', 'HRK', 'ANG', 'ZWL', 'XAU', 'XXX', 'usd', 'US', 'USD ', ''])(
    'refuses "%s": withdrawn, not money, or misspelt',
    (code) => {
      expect(isCurrency(code)).toBe(false)
      expect(parseCurrency(code)).toEqual({ ok: false, refusal: 'unknown_currency' })
      expect(() => currency(code)).toThrow(InvariantError)
    },
  )
})

it('reads a known code from outside', () => {
  expect(parseCurrency('EUR')).toEqual({ ok: true, value: 'EUR' })
})

it('enables 14 currencies by default, and the real and the ruble in sandboxes', () => {
  expect(DEFAULT_CURRENCIES.join(' ')).toBe(
    'USD EUR GBP CNY HKD JPY SGD AUD CAD NZD CHF SEK NOK DKK',
  )
  expect(SANDBOX_CURRENCIES).toEqual([...DEFAULT_CURRENCIES, 'BRL', 'RUB'])
})
