import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isReturnFile, readReturnFile } from './return-file.ts'

const vector = (name: string): Buffer =>
  readFileSync(new URL(`../../vectors/${name}`, import.meta.url))
const cnab240 = vector('cnab240-retorno-sample.ret')
const cnab400 = vector('cnab400-itau-retorno-sample.ret')

/** Writes over what stands at a place of a line, both counted from 1. */
function damage(file: Buffer, line: number, place: number, text: string): Buffer {
  const lines = file.toString('latin1').split('\r\n')
  const old = lines[line - 1] ?? ''
  lines[line - 1] = old.slice(0, place - 1) + text + old.slice(place - 1 + text.length)
  return Buffer.from(lines.join('\r\n'), 'latin1')
}

const problemOf = (file: Buffer) => readReturnFile(file)

describe('a return file', () => {
  it('of 240 characters tells what was paid, by whom, and what the bank keeps', () => {
    expect(readReturnFile(cnab240)).toMatchObject({
      ok: true,
      value: {
        ...{ format: 'cnab240', bank: '001', sequence: '000001' },
        entries: [
          {
            ...{
              code: '06',
              isPaid: true,
              paid: 159_90n,
              fee: 1_50n,
              ourId: 'topup_01J0000000000000001',
            },
            ...{ ourNumber: '12345670000000001', documentNumber: 'TOPUP-000001' },
            ...{ paidOn: '2026-11-21', creditedOn: '2026-11-23' },
            ...{ payerTaxId: '52998224725', payerName: 'JOAO DA SILVA TESTE', place: 'line 3' },
          },
          { code: '06', isPaid: true, paid: 102_33n, payerTaxId: '11222333000181' },
          { code: '09', isPaid: false, paid: 0n, creditedOn: null },
          { code: '17', isPaid: true, paid: 75_00n },
        ],
      },
    })
  })

  it('of 400 characters too', () => {
    expect(readReturnFile(cnab400)).toMatchObject({
      ok: true,
      value: {
        ...{ format: 'cnab400', bank: '341' },
        entries: [
          {
            ...{ code: '06', isPaid: true, paid: 159_90n, fee: 1_50n, ourNumber: '123456780' },
            ...{ documentNumber: 'TOPUP01', paidOn: '2026-11-21', creditedOn: '2026-11-23' },
          },
          { code: '09', isPaid: false, paid: 0n, creditedOn: null },
        ],
      },
    })
  })

  it('is known by its first line, with either end of lines, a mark in front or Ctrl-Z behind', () => {
    expect(isReturnFile(cnab240)).toBe(true)
    expect(isReturnFile(Buffer.from('date;amount\n1;2\n'))).toBe(false)
    const unix = Buffer.from(cnab400.toString('latin1').replaceAll('\r', ''), 'latin1')
    expect(readReturnFile(unix)).toEqual(readReturnFile(cnab400))
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), cnab400, Buffer.from([0x1a])])
    expect(readReturnFile(marked)).toEqual(readReturnFile(cnab400))
  })

  it.each([
    ['of an unknown bank', damage(cnab240, 1, 1, '999'), 'unknown_bank', 'line 1'],
    ['that goes to a bank', damage(cnab240, 1, 143, '1'), 'no_return_file', 'line 1'],
    ['with a wrong count of a lot', damage(cnab240, 11, 18, '000009'), 'wrong_count', 'line 11'],
    ['with a wrong count of lines', damage(cnab240, 12, 24, '000011'), 'wrong_count', 'line 12'],
    ['whose U says something else', damage(cnab240, 4, 16, '09'), 'wrong_record', 'line 3'],
    ['whose U is gone', damage(cnab240, 4, 14, 'Y'), 'wrong_record', 'line 3'],
    ['with letters in an amount', damage(cnab240, 4, 80, 'X'), 'malformed_amount', 'line 4'],
    ['paid with nothing', damage(cnab240, 4, 78, '0'.repeat(15)), 'malformed_amount', 'line 3'],
    ['paid on no day', damage(cnab240, 4, 138, '31022026'), 'malformed_date', 'line 4'],
    ['without an end', damage(cnab400, 4, 1, '1'), 'wrong_record', 'line 4'],
    ['with a line too many', damage(cnab400, 3, 395, '000009'), 'wrong_count', 'line 3'],
    ['with a short line', damage(cnab400, 2, 400, '\r\n'), 'wrong_width', 'line 2'],
    ['of nothing', Buffer.alloc(0), 'wrong_width', 'line 1'],
  ])('%s is refused whole', (_what, file, code, place) =>
    expect(problemOf(file)).toMatchObject({ ok: false, refusal: { code, place } }),
  )

  it('never fails otherwise, however it is damaged', () => {
    const any = fc.record({
      file: fc.constantFrom(cnab240, cnab400),
      at: fc.nat(3000),
      bytes: fc.uint8Array({ maxLength: 300 }),
    })
    fc.assert(
      fc.property(any, ({ file, at, bytes }) => {
        const broken = Buffer.concat([
          file.subarray(0, at),
          bytes,
          file.subarray(at + bytes.length),
        ])
        expect(typeof readReturnFile(broken).ok).toBe('boolean')
      }),
    )
  })
})
