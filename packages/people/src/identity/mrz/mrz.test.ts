import { describe, expect, it } from 'vitest'
import { checkDigit } from './check-digit.ts'
import { ageOn, birthOf, expiryOf } from './dates.ts'
import { matchesName, nameKey } from './names.ts'
import { zoneSpellings } from './transliterate.ts'
import { dataOf, judgeData, judgeName, judgeZone } from './verdicts.ts'
import { readZone, type Zone } from './zone.ts'

const ERIKSSON = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
]
const CARD = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
]
const SHCHUKINA = [
  'P<RUSSHCHUKINA<<NATALIA<<<<<<<<<<<<<<<<<<<<<',
  '7123456783RUS9002281F3103108<<<<<<<<<<<<<<<6',
]
const LONG = [
  'I<PRT007777779<ZZ92<<<<<<<<<<<',
  '8303143M3405282PRT<<<<<<<<<<<2',
  'CACADOR<DE<ARAUJO<<ANDRE<ESTEV',
]
const TD2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']

function zoneOf(lines: readonly string[]): Zone {
  const zone = readZone(lines)
  if (!zone.ok) throw new Error(zone.refusal)
  return zone.value
}

function wrongDigits(lines: readonly string[]): string[] {
  return [...zoneOf(lines).digits].filter(([, ok]) => !ok).map(([name]) => name)
}

describe('check digits', () => {
  it.each([
    ['AB2134<<<', '5'],
    ['520727', '3'],
    ['L898902C3', '6'],
    ['007777779ZZ9', '2'],
    ['', '0'],
  ])('of %s is %s', (text, digit) => {
    expect(checkDigit(text)).toBe(digit)
  })

  it.each([
    ['a passport', ERIKSSON],
    ['a card', CARD],
    ['an older card', TD2],
    ['an empty personal number with a filler', SHCHUKINA],
    ['and with a zero', [SHCHUKINA[0] ?? '', '7123456783RUS9002281F3103108<<<<<<<<<<<<<<06']],
    ['a number longer than its field', LONG],
  ])('hold for %s', (_, lines) => {
    expect(wrongDigits(lines)).toEqual([])
  })

  it('name the field that was tampered with', () => {
    const changed = (from: string, to: string) => [
      ERIKSSON[0] ?? '',
      (ERIKSSON[1] ?? '').replace(from, to),
    ]
    expect(wrongDigits(changed('<<<<<10', '<<<<<20'))).toEqual(['personal', 'composite'])
    expect(wrongDigits(changed('L898902C36', 'L898902C46'))).toEqual(['number', 'composite'])
    expect(wrongDigits(changed('7408122', '7408132'))).toEqual(['birth', 'composite'])
    expect(wrongDigits(changed('1204159', '1205159'))).toEqual(['expiry', 'composite'])
    expect(wrongDigits(changed('<<<<<10', '<<<<<11'))).toEqual(['composite'])
  })

  it('of every field of every format notice every changed digit', () => {
    for (const lines of [ERIKSSON, CARD, SHCHUKINA, LONG, TD2]) {
      const row = lines.length === 3 ? 0 : 1
      for (const at of [5, 6, 7, 8]) {
        const line = lines[row] ?? ''
        const digit = Number.parseInt(line.charAt(at), 10)
        if (Number.isNaN(digit)) continue
        const tampered = `${line.slice(0, at)}${(digit + 1) % 10}${line.slice(at + 1)}`
        expect(wrongDigits(lines.with(row, tampered))).toContain('composite')
      }
    }
  })
})

describe('a zone', () => {
  it('is read field by field', () => {
    expect(dataOf(zoneOf(ERIKSSON), '2011-01-01')).toEqual({
      family_name: 'ERIKSSON',
      given_name: 'ANNA MARIA',
      birth_date: '1974-08-12',
      nationality: 'UTO',
      issuing_country: 'UTO',
      document_number: 'L898902C3',
      expires_on: '2012-04-15',
    })
    expect(zoneOf(LONG)).toMatchObject({ number: '007777779ZZ9', truncated: true, optional: '' })
    expect(zoneOf(CARD)).toMatchObject({ format: 'TD1', number: 'D23145890', issuer: 'UTO' })
    expect(zoneOf(TD2)).toMatchObject({ format: 'TD2', familyName: 'ERIKSSON' })
  })

  it('has zeros in letters and letters in digits repaired', () => {
    const misread = [ERIKSSON[0] ?? '', 'L898902C36UT07408122F12O4159ZE184226B<<<<<10']
    expect(zoneOf(misread)).toMatchObject({ nationality: 'UTO', expiry: '120415' })
    expect(wrongDigits(misread)).toEqual([])
  })

  it('of an internal Russian passport has digits in names and no expiry', () => {
    const zone = zoneOf([
      'PNRUSZ3KOVA<<NATALI8<SERGEEVNA<<<<<<<<<<<<<<',
      '4008000008RUS8301015F<<<<<<<0110115770001<38',
    ])
    expect(zone.givenName).toBe('NATALI8 SERGEEVNA')
    expect(dataOf(zone, '2026-01-01').expires_on).toBeNull()
    expect(matchesName(zone, { familyName: 'Зчкова', givenName: 'Наталия' })).toBe(true)
  })

  it.each([
    ['one line', [ERIKSSON[0] ?? '']],
    ['a short line', [ERIKSSON[0] ?? '', 'L898902C36UTO']],
    ['small letters', ERIKSSON.map((line) => line.toLowerCase())],
    ['nothing', []],
  ])('is refused when it is %s', (_, lines) => {
    expect(readZone(lines)).toMatchObject({ ok: false })
  })
})

describe('dates', () => {
  it('of birth lie in the past, of expiry in this century', () => {
    expect(birthOf('260101', '2026-06-01')).toBe('2026-01-01')
    expect(birthOf('270101', '2026-06-01')).toBe('1927-01-01')
    expect(birthOf('74<<<<', '2026-06-01')).toBeUndefined()
    expect(birthOf('740230', '2026-06-01')).toBeUndefined()
    expect(expiryOf('990101')).toBe('2099-01-01')
  })

  it('count a year on the birthday, not before', () => {
    expect(ageOn('2026-06-01', '2008-06-01')).toBe(18)
    expect(ageOn('2026-06-01', '2008-06-02')).toBe(17)
  })
})

describe('Russian names', () => {
  it.each([
    ['Юрий', 'IURII'],
    ['Наталья', 'NATALIA'],
    ['Щукина', 'SHCHUKINA'],
    ['Подъячев', 'PODIEIACHEV'],
    ['Хрущёв', 'KHRUSHCHEV'],
    ['Цой', 'TSOI'],
    ['Жукова-Чайковская', 'ZHUKOVA CHAIKOVSKAIA'],
    ['Алексей', 'ALEKSEI'],
  ])('%s is written %s', (name, zone) => {
    expect(zoneSpellings(name)[0]).toBe(zone)
  })

  it.each([
    ['IURII', 'YURIY'],
    ['NATALIA', 'NATALYA'],
    ['IULIIA', 'YULIYA'],
    ['TSOI', 'TCOI'],
    ['ALEKSEI', 'ALEKSEY'],
    ['KHRUSHCHEV', 'KHRUSCHEV'],
    ['MARIIA', 'MARIA'],
    ['SOLOVEV', 'SOLOVYEV'],
  ])('%s and %s are one name', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  it.each([
    ['IVANOV', 'IVANOVA'],
    ['ZHUKOV', 'ZUKOV'],
    ['SHUKIN', 'SHCHUKIN'],
    ['ANNA', 'INNA'],
  ])('%s and %s are two', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other))
  })
})

describe('the name of the profile', () => {
  const judge = (lines: readonly string[], givenName: string, familyName: string) =>
    matchesName(zoneOf(lines), { givenName, familyName })

  it('is that of the document, in Latin or Cyrillic letters, with or without second names', () => {
    expect(judge(ERIKSSON, 'Anna', 'Eriksson')).toBe(true)
    expect(judge(ERIKSSON, 'Anna Maria', 'ERIKSSON')).toBe(true)
    expect(judge(SHCHUKINA, 'Наталья', 'Щукина')).toBe(true)
    expect(judge(SHCHUKINA, 'Наталья Ивановна', 'Щукина')).toBe(true)
    expect(judge(SHCHUKINA, 'Natalya', 'Schukina')).toBe(true)
  })

  it('is another one', () => {
    expect(judge(ERIKSSON, 'Maria', 'Eriksson')).toBe(false)
    expect(judge(ERIKSSON, 'Anna', 'Erikson')).toBe(false)
    expect(judge(SHCHUKINA, 'Наталья', 'Щукин')).toBe(false)
  })

  it('may be longer than the zone has room for', () => {
    expect(judge(LONG, 'André Estevão', 'Caçador de Araújo')).toBe(true)
    expect(judge(LONG, 'Andreas', 'Caçador de Araújo')).toBe(false)
  })

  it('is written with umlauts, or without', () => {
    const zone = { lines: [], givenName: 'JOERG', familyName: 'MUELLER', truncated: false }
    expect(matchesName(zone, { givenName: 'Jörg', familyName: 'Müller' })).toBe(true)
    const plain = { ...zone, givenName: 'JORG', familyName: 'MULLER' }
    expect(matchesName(plain, { givenName: 'Jörg', familyName: 'Müller' })).toBe(true)
  })

  it('in a script that zones do not write is left to people', () => {
    expect(judge(ERIKSSON, '安娜', '埃里克松')).toBeUndefined()
  })
})

describe('verdicts', () => {
  const data = {
    family_name: 'Eriksson',
    given_name: 'Anna Maria',
    birth_date: '1974-08-12',
    nationality: 'SWE',
    issuing_country: 'SWE',
    document_number: 'L898902C3',
    expires_on: '2030-04-15',
  }
  const judged = {
    mode: 'live',
    today: '2026-06-01',
    documentType: 'passport',
    name: { givenName: 'Anna', familyName: 'Eriksson' },
  } as const
  const failed = (changed: Partial<typeof data>, mode: 'live' | 'sandbox' = 'live') =>
    judgeData({ ...data, ...changed }, { ...judged, mode })
      .filter(({ ok }) => ok === false)
      .map(({ check, detail }) => `${check} ${detail ?? ''}`)

  it('let a good document pass', () => {
    expect(failed({})).toEqual([])
    expect(failed({ nationality: 'D', issuing_country: 'D' })).toEqual([])
    expect(failed({ nationality: 'XXA', issuing_country: 'UNO' })).toEqual([])
    expect(judgeName(zoneOf(ERIKSSON), data, judged.name)).toMatchObject({ ok: true })
  })

  it('name what is wrong', () => {
    expect(failed({ expires_on: '2026-05-31' })).toEqual(['expiry expired'])
    expect(failed({ expires_on: '2026-06-01' })).toEqual([])
    expect(failed({ birth_date: '2008-06-02' })).toEqual(['age under_age'])
    expect(failed({ birth_date: '1900-06-02' })).toEqual(['birth_date too_old'])
    expect(failed({ issuing_country: 'ZZZ' })).toEqual(['issuing_country unknown_country'])
  })

  it('know a specimen, which only a sandbox accepts', () => {
    expect(failed({ issuing_country: 'UTO' })).toEqual(['issuing_country test_document'])
    expect(failed({ issuing_country: 'UTO' }, 'sandbox')).toEqual([])
  })

  it('see that a passport is no card', () => {
    const kinds = (lines: readonly string[], type: 'passport' | 'identity_card') =>
      judgeZone(zoneOf(lines), type).find(({ check }) => check === 'document_type')?.ok
    expect(kinds(ERIKSSON, 'passport')).toBe(true)
    expect(kinds(CARD, 'identity_card')).toBe(true)
    expect(kinds(CARD, 'passport')).toBe(false)
    expect(kinds(ERIKSSON, 'identity_card')).toBe(false)
  })
})
