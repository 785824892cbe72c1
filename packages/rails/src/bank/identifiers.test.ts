import { describe, expect, test } from 'vitest'
import { epcQrText } from './epc-qr.ts'
import { parseBic, parseIban } from './iban.ts'
import { createRf, findRf, normaliseRf, parseRf } from './rf.ts'

describe('an RF reference', () => {
  test.each([
    ['539007547034', 'RF18539007547034'],
    ['WAL20261122A7', 'RF85WAL20261122A7'],
    ['INV2026000123', 'RF98INV2026000123'],
    ['ABCDEFGHIJKLMNOPQRSTU', 'RF95ABCDEFGHIJKLMNOPQRSTU'],
    ['1', 'RF741'],
  ])('of %s is %s', (body, reference) => {
    expect(createRf(body)).toBe(reference)
    expect(parseRf(reference)).toEqual({ ok: true, value: reference })
  })

  test.each(['', 'a', 'ABCDEFGHIJKLMNOPQRSTUV', 'Ä', 'A B'])('has no body %j', (body) => {
    expect(() => createRf(body)).toThrow(RangeError)
  })

  test.each(['RF17539007547034', 'RF18', 'XX18539007547034', '', 'RF1853900754703'])(
    '%j is none',
    (text) => {
      expect(parseRf(text)).toEqual({ ok: false, refusal: 'malformed_reference' })
    },
  )

  test('may be typed as people type, and is the same with zeros in front', () => {
    expect(parseRf('rf18 5390-0754 7034')).toEqual({ ok: true, value: 'RF18539007547034' })
    expect(normaliseRf('RF18000000000539007547034')).toBe('RF18539007547034')
    expect(normaliseRf('RF18539007547034')).toBe('RF18539007547034')
  })

  test.each([
    ['top up rf18 5390 0754 7034 thanks', ['RF18539007547034']],
    ['RF85WAL20261122A7ERIKA MUSTERMANN', ['RF85WAL20261122A7']],
    ['/RF85 WAL2 0261 122A 7/RF18539007547034', ['RF85WAL20261122A7', 'RF18539007547034']],
    ['RF17539007547034 is wrong', []],
    ['no reference', []],
  ])('is found in %j', (text, found) => {
    expect(findRf(text)).toEqual(expect.arrayContaining(found))
    if (found.length === 0) expect(findRf(text)).toEqual([])
  })
})

describe('an IBAN', () => {
  test.each([
    'DE89 3704 0044 0532 0130 00',
    'gb29nwbk60161331926819',
    'FR1420041010050500013M02606',
    'CH9300762011623852957',
    'NO9386011117947',
    'BR1800360305000010009795493C1',
    'BE71096123456769',
  ])('%s is one', (text) => {
    expect(parseIban(text)).toEqual({ ok: true, value: text.replaceAll(' ', '').toUpperCase() })
  })

  test.each(['DE89370400440532013001', 'DE8937040044053201300', 'XX89370400440532013000', ''])(
    '%j is none',
    (text) => {
      expect(parseIban(text)).toEqual({ ok: false, refusal: 'malformed_iban' })
    },
  )
})

describe('a BIC', () => {
  test('is written in capitals', () => {
    expect(parseBic('cobadeff xxx')).toEqual({ ok: true, value: 'COBADEFFXXX' })
    expect(parseBic('NBBEBEBB')).toEqual({ ok: true, value: 'NBBEBEBB' })
  })

  test.each(['COBA', 'COBAXXFF1', 'COBADEFFXX', ''])('%j is none', (text) => {
    expect(parseBic(text)).toEqual({ ok: false, refusal: 'malformed_bic' })
  })
})

describe('the text of an EPC code', () => {
  const transfer = {
    name: 'Wallet Demo GmbH',
    iban: 'DE89370400440532013000',
    bic: null,
    amount: 12_30n,
    reference: 'RF85WAL20261122A7',
  }

  test('has its lines in the order of the guideline, and none behind the reference', () => {
    const text =
      'BCD\n002\n1\nSCT\n\nWallet Demo GmbH\nDE89370400440532013000\nEUR12.30\n\nRF85WAL20261122A7'
    expect(epcQrText(transfer)).toEqual({ ok: true, value: text })
    expect(Buffer.byteLength(text)).toBe(82)
  })

  test('names the bank where it is known', () => {
    expect(epcQrText({ ...transfer, bic: 'COBADEFFXXX' })).toMatchObject({
      value: expect.stringContaining('SCT\nCOBADEFFXXX\nWallet'),
    })
  })

  test.each([
    [{ amount: 0n }, 'amount_too_large'],
    [{ amount: 100_000_000_000n }, 'amount_too_large'],
    [{ name: 'x'.repeat(71) }, 'too_long'],
    [{ name: 'Я'.repeat(70), reference: 'R'.repeat(150) }, 'too_long'],
  ])('is not made of what does not fit', (change, refusal) => {
    expect(epcQrText({ ...transfer, ...change })).toEqual({ ok: false, refusal })
  })
})
