import { describe, expect, it } from 'vitest'
import { differencesOf } from './differences.ts'

const READ = {
  family_name: 'KUZNETSOV',
  given_name: 'IVAN PETROVICH',
  birth_date: '1990-01-02',
  document_number: 'K1234567',
  expires_on: '2031-05-06',
}

describe('what was typed against what was read', () => {
  it('is another name or number: both are shown', () => {
    const typed = { ...READ, family_name: 'Smith', document_number: 'ZZZ999' }
    expect(differencesOf(typed, READ)).toEqual([
      { field: 'family_name', read: 'KUZNETSOV', typed: 'Smith' },
      { field: 'document_number', read: 'K1234567', typed: 'ZZZ999' },
    ])
  })

  it('is the same in small letters, with hyphens, blanks and marks', () => {
    const typed = { ...READ, given_name: ' Ivan-Petrovich ', document_number: 'k 1234567' }
    expect(differencesOf(typed, READ)).toEqual([])
    for (const [is, was] of [
      ['Müller', 'MUELLER'],
      ['Müller', 'MULLER'],
      ['Strauß', 'STRAUSS'],
      ['Łukasz', 'LUKASZ'],
      ['Ødegård', 'OEDEGAARD'],
      ['José', 'JOSE'],
    ] as const) {
      const own = { ...READ, family_name: is }
      expect(differencesOf(own, { ...READ, family_name: was })).toEqual([])
    }
  })

  it('can not be told where it is in other letters, or nothing was read', () => {
    expect(differencesOf({ ...READ, family_name: 'Кузнецов' }, READ)).toEqual([])
    expect(differencesOf({ ...READ, family_name: 'Smith' }, null)).toEqual([])
    expect(differencesOf({ ...READ, expires_on: '2030-01-01' }, { expires_on: null })).toEqual([])
  })
})
