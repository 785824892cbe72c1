import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitableLine, readLine, writeBarcode } from './barcode.ts'
import { dueDay, dueFactor } from './due-factor.ts'
import { interleaved2of5 } from './interleaved.ts'
import { formatTaxId, parseTaxId } from './tax-id.ts'

describe('the factor of a due day', () => {
  it.each([
    ['2000-07-03', '1000'],
    ['2002-05-01', '1667'],
    ['2010-11-17', '4789'],
    ['2025-02-21', '9999'],
    ['2025-02-22', '1000'],
    ['2026-11-22', '1638'],
    ['2026-12-31', '1677'],
    [null, '0000'],
  ])('of %s is %s', (day, factor) => expect(dueFactor(day)).toBe(factor))

  it.each([
    ['1000', '2025-02-22'],
    ['9999', '2025-02-21'],
    ['1677', '2026-12-31'],
    ['7000', '2041-07-28'],
    ['8000', '2019-09-02'],
    ['0000', null],
  ])('%s, read on 22 November 2026, is %s', (factor, day) =>
    expect(dueDay(factor, '2026-11-22')).toBe(day),
  )
})

const VECTORS = [
  [
    '2000-07-03',
    123_45n,
    '00197100000000123451234567890123456789012345',
    '00191.23454 67890.123457 67890.123457 7 10000000012345',
  ],
  [
    '2025-02-21',
    100_50n,
    '00196999900000100500000012345678901234567817',
    '00190.00009 12345.678903 12345.678176 6 99990000010050',
  ],
  [
    '2025-02-22',
    100_50n,
    '00191100000000100500000012345678901234567817',
    '00190.00009 12345.678903 12345.678176 1 10000000010050',
  ],
  [
    '2026-12-31',
    159_90n,
    '34196167700000159901091234567898765432109000',
    '34191.09123 34567.898761 54321.090000 6 16770000015990',
  ],
  [
    '2026-12-31',
    999_999_99n,
    '23791167700999999991234567890123456789012345',
    '23791.23454 67890.123457 67890.123457 1 16770099999999',
  ],
  [
    null,
    0n,
    '03392000000000000009876543210987654321098765',
    '03399.87653 43210.987657 43210.987657 2 00000000000000',
  ],
  [
    '2026-12-31',
    50_00n,
    '10491167700000050000000000000000000000000007',
    '10490.00001 00000.000000 00000.000075 1 16770000005000',
  ],
  [
    '2026-12-31',
    50_00n,
    '10491167700000050000000000000000000000000002',
    '10490.00001 00000.000000 00000.000026 1 16770000005000',
  ],
] as const

describe('a boleto', () => {
  it.each(VECTORS)('due %s of %s centavos is %s', (dueOn, amount, barcode, line) => {
    const [bank, freeField] = [barcode.slice(0, 3), barcode.slice(19)]
    expect(writeBarcode({ bank, dueDay: dueOn, amount, freeField })).toBe(barcode)
    expect(digitableLine(barcode)).toBe(line)
    expect(readLine(line)).toEqual({ ok: true, value: barcode })
  })

  it.each([
    ['', 'malformed_line'],
    ['00190.00009 12345.678903 12345.678176 6 9999000001005', 'malformed_line'],
    ['8364000001 1 33850138000 6 00000000000 0 00000000000 0', 'utility_slip'],
    ['00180.00009 12345.678903 12345.678176 6 99990000010050', 'foreign_currency'],
    ['00190.00008 12345.678903 12345.678176 6 99990000010050', 'wrong_field_digit'],
    ['00190.00009 12345.678903 12345.678176 7 99990000010050', 'wrong_general_digit'],
  ])('%j is refused: %s', (line, problem) =>
    expect(readLine(line)).toEqual({ ok: false, refusal: problem }),
  )

  it('has any slip of one digit in the first three fields found', () => {
    const line = '34191091233456789876154321090000616770000015990'
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 31 }), fc.integer({ min: 1, max: 9 }), (at, more) => {
        const digit = (Number(line.charAt(at)) + more) % 10
        expect(readLine(`${line.slice(0, at)}${digit}${line.slice(at + 1)}`).ok).toBe(false)
      }),
    )
  })

  it('is drawn as interleaved 2 of 5', () => {
    // Start, then 0 (n n w w n) as bars and 1 (w n n n w) as spaces, stop.
    expect(interleaved2of5('01')).toBe('11111311313113311')
    const bars = interleaved2of5(VECTORS[0][2])
    expect(bars).toHaveLength(227)
    expect([...bars].reduce((sum, width) => sum + Number(width), 0)).toBe(405)
    expect(() => interleaved2of5('123')).toThrow(RangeError)
  })
})

describe('a tax number', () => {
  it.each([
    ['529.982.247-25', 'cpf'],
    ['39053344705', 'cpf'],
    ['111.444.777-35', 'cpf'],
    ['11.222.333/0001-81', 'cnpj'],
    ['16.727.230/0001-97', 'cnpj'],
    ['12.abc.345/01DE-35', 'cnpj'],
    ['1A.2B3.C4D/0001-79', 'cnpj'],
  ])('%s is a %s', (text, kind) => {
    const parsed = parseTaxId(text)
    expect(parsed).toMatchObject({ ok: true, value: { kind } })
    if (parsed.ok) expect(parseTaxId(formatTaxId(parsed.value))).toEqual(parsed)
  })

  it.each([
    ...['529.982.247-24', '111.111.111-11', '12ABC34501DE34', '00000000000000', '', '5299822472'],
    '11.222.333/0001-8A',
  ])('%j is none', (text) => expect(parseTaxId(text).ok).toBe(false))

  it('is printed with its marks', () => {
    expect(formatTaxId({ kind: 'cpf', value: '52998224725' })).toBe('529.982.247-25')
    expect(formatTaxId({ kind: 'cnpj', value: '12ABC34501DE35' })).toBe('12.ABC.345/01DE-35')
  })
})
