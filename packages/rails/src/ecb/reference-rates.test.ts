import { readFile } from 'node:fs/promises'
import { invariant } from '@danbao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isReferenceRates, readReferenceRates } from './reference-rates.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function file(days: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<gesmes:subject>Reference rates</gesmes:subject>
	<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
	<Cube>${days}</Cube>
</gesmes:Envelope>`
}

const day = (rates: string, time = '2026-05-08'): string => `<Cube time='${time}'>${rates}</Cube>`
const rate = (currency: string, value: string): string =>
  `<Cube currency='${currency}' rate='${value}'/>`
const GOOD = file(day(rate('USD', '1.1761') + rate('GBP', '0.86410') + rate('TRY', '53.1')))

describe('the rates of a day', () => {
  it('are read as the bank has published them', async () => {
    const path = new URL('../../vectors/eurofxref-daily-sample.xml', import.meta.url)
    const read = readReferenceRates(await readFile(path))
    invariant(read.ok, 'the file is whole')
    const { day, perEuro } = read.value
    expect([day, perEuro.size]).toEqual(['2026-05-08', 16])
    expect([perEuro.get('GBP'), perEuro.get('KRW')]).toEqual(['0.86410', '1725.08'])
  })

  it('are read as they are written: zeros at the end stay', () => {
    expect(isReferenceRates(bytes(GOOD))).toBe(true)
    expect(readReferenceRates(bytes(GOOD))).toEqual({
      ok: true,
      value: {
        day: '2026-05-08',
        perEuro: new Map([
          ['USD', '1.1761'],
          ['GBP', '0.86410'],
          ['TRY', '53.1'],
        ]),
      },
    })
  })

  it.each([
    ['not_one_day', file('')],
    ['not_one_day', file(day(rate('USD', '1')) + day(rate('USD', '1'), '2026-05-07'))],
    ['malformed_date', file(day(rate('USD', '1'), '2026-13-08'))],
    ['malformed_date', file(day(rate('USD', '1'), '8 May'))],
    ['empty', file(day(''))],
    ['unknown_currency', file(day(rate('EUR', '1')))],
    ['unknown_currency', file(day(rate('usd', '1')))],
    ['duplicate_currency', file(day(rate('USD', '1.1') + rate('USD', '1.1')))],
    ...['0', '0.000', '-1.2', '1,2', '1e3', '', '١', '12345678'].map((text) => [
      'malformed_rate',
      file(day(rate('USD', text))),
    ]),
    ['not_xml', GOOD.slice(0, -20)],
    ['doctype', GOOD.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')],
    ['too_large', GOOD + ' '.repeat(11 * 1024 * 1024)],
  ])('are refused whole: %s', (code, text) => {
    expect(readReferenceRates(bytes(text))).toMatchObject({ ok: false, refusal: { code } })
  })

  it('never throw, whatever a file has become on its way', () => {
    fc.assert(
      fc.property(fc.nat(GOOD.length), fc.nat(40), fc.string(), (at, length, put) => {
        const damaged = GOOD.slice(0, at) + put + GOOD.slice(at + length)
        expect(readReferenceRates(bytes(damaged))).toHaveProperty('ok')
      }),
    )
  })
})
