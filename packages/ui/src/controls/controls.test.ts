import { MAX_FILE_BYTES } from '@danbao/contracts'
import { describe, expect, it } from 'vitest'
import { percentOf } from '../figures/percent-of.ts'
import { initials } from '../parts/initials.ts'
import { checkFile, PICTURES_AND_PDF, typeOf } from './check-file.ts'
import { findCountries, listCountries } from './countries.ts'
import { nameIssuer } from './issuers.ts'

const rules = { types: PICTURES_AND_PDF, maxBytes: MAX_FILE_BYTES }
const file = (name: string, type: string, size = 10) => ({ name, type, size })

describe('a chosen file', () => {
  it.each([
    file('a.jpg', 'image/jpeg'),
    file('A.HEIC', ''),
    file('scan', 'application/pdf', MAX_FILE_BYTES),
  ])('is taken: %j', (one) => expect(checkFile(one, rules)).toBeUndefined())

  it.each([
    [file('a.gif', 'image/gif'), 'file_type'],
    [file('a.jpg', 'text/html'), 'file_type'],
    [file('a', ''), 'file_type'],
    [file('a.png', 'image/png', MAX_FILE_BYTES + 1), 'file_too_large'],
    [file('a.png', 'image/png', 0), 'file_empty'],
  ] as const)('is refused: %j with %s', (one, problem) =>
    expect(checkFile(one, rules)).toBe(problem),
  )

  it('gets its type by its ending where the browser knows none', () => {
    expect(typeOf(file('IMG_1.HEIC', 'application/octet-stream'), rules)).toBe('image/heic')
  })
})

describe('countries', () => {
  const codes = ['DE', 'AX', 'NE', 'RU', 'SE']
  const english = new Map(listCountries(codes, 'en').map(({ code, name }) => [code, name]))
  const found = (typed: string, locale: string) =>
    findCountries(typed, listCountries(codes, locale), english).map(({ code }) => code)

  it('stand in the order of the language', () => {
    expect(listCountries(codes, 'ru').map(({ name }) => name)).toEqual([
      'Аландские о-ва',
      'Германия',
      'Нигер',
      'Россия',
      'Швеция',
    ])
  })

  it('are found in the language, in English, by code and without accents', () => {
    expect(found('герм', 'ru')).toEqual(['DE'])
    expect(found('germ', 'ru')).toEqual(['DE'])
    expect(found('aland', 'en')).toEqual(['AX'])
    expect(found('俄', 'zh')).toEqual(['RU'])
    expect(found('nowhere', 'en')).toEqual([])
  })

  it('that begin with what was typed come first', () => {
    expect(found('se', 'en')[0]).toBe('SE')
    expect(found('n', 'en')[0]).toBe('NE')
  })
})

it.each([
  ['Anna Petrova', 'AP'],
  ['  анна мария петрова ', 'АП'],
  ['王小明', '明'],
  ['Cher', 'C'],
  ['', ''],
])('the initials of %j are %s', (name, letters) => expect(initials(name)).toBe(letters))

it.each([
  [0n, 100n, 0],
  [1n, 1_000_000n, 1],
  [50n, 100n, 50],
  [200n, 100n, 100],
  [5n, 0n, 0],
])('%s of %s fills %s percent', (used, of, percent) => expect(percentOf(used, of)).toBe(percent))

describe('the issuer of a document', () => {
  const named = (code: string) => nameIssuer(code, 'ru', (key) => `(${key})`)

  it('has one name, however the code is written', () => {
    expect(['DE', 'DEU', 'D'].map(named)).toEqual(['Германия', 'Германия', 'Германия'])
    expect(named('RUS')).toBe(named('RU'))
  })

  it('may be no country, or one that nobody knows', () => {
    expect(named('UTO')).toBe('(UTO)')
    expect(named('XXA')).toBe('(XXA)')
    expect(named('QQQ')).toBe('QQQ')
    expect(named('')).toBe('')
  })
})
