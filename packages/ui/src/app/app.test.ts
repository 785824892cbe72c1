import { describe, expect, it } from 'vitest'
import { parseSearch, safeNext, signInFor, stringifySearch } from './addresses.ts'
import { createKeptReads } from './kept-reads.ts'

describe('the way after signing in', () => {
  it.each(['/', '/settings?tab=2#x', '/payments/pay_1'])('leads to %s', (path) =>
    expect(safeNext(path)).toBe(path),
  )

  it.each([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/a\\b',
    'javascript:alert(1)',
    '/\t/evil.example',
    ' /x',
  ])('never leads to %j', (path) => expect(safeNext(path)).toBe('/'))

  it('is remembered by the sign-in', () => {
    expect(signInFor('/levels?a=1')).toBe('/sign-in?next=%2Flevels%3Fa%3D1')
    expect(signInFor('/')).toBe('/sign-in')
  })
})

describe('the query of an address', () => {
  it('stays text, also where it looks like a number', () => {
    expect(parseSearch('?token=00123&x=true')).toEqual({ token: '00123', x: 'true' })
  })

  it('leaves out what is not there', () => {
    expect(stringifySearch({ a: 'b c', b: undefined, c: '' })).toBe('?a=b+c')
    expect(stringifySearch({})).toBe('')
  })
})

describe('what was read last', () => {
  const openMemory = () => {
    const texts = new Map<string, string>()
    return {
      read: (key: string) => texts.get(key) ?? null,
      write: (key: string, text: string) => void texts.set(key, text),
      forget: (key: string) => void texts.delete(key),
    }
  }

  it('is there again, the newest of each kind', () => {
    const reads = createKeptReads('wallet', openMemory())
    reads.keep({ key: ['home'], data: 1, at: 1 })
    reads.keep({ key: ['me'], data: 2, at: 2 })
    reads.keep({ key: ['home'], data: 3, at: 3 })
    expect(reads.all()).toEqual([
      { key: ['me'], data: 2, at: 2 },
      { key: ['home'], data: 3, at: 3 },
    ])
  })

  it('is gone after signing out', () => {
    const reads = createKeptReads('wallet', openMemory())
    reads.keep({ key: ['home'], data: 1, at: 1 })
    reads.forget()
    expect(reads.all()).toEqual([])
  })

  it('is nothing when the memory is damaged', () => {
    const memory = openMemory()
    memory.write('read.wallet', '[{"key":1},{"key":["a"],"data":1,"at":1}, 7]')
    expect(createKeptReads('wallet', memory).all()).toHaveLength(1)
    memory.write('read.wallet', '{')
    expect(createKeptReads('wallet', memory).all()).toEqual([])
  })
})
