import { describe, expect, it } from 'vitest'
import { openCursor, sealCursor, sealText } from './cursor.ts'

const KEY = 'cursor-demo-key'
const CURSOR = { v: 1, route: 'payments m ', filters: { state: 'held' }, position: ['a'] } as const

describe('a cursor', () => {
  it('is its JSON and 22 characters of its HMAC', () => {
    const json = '{"v":1,"k":["2026-11-22T20:00:00.000Z","tx_000123"],"d":"desc","f":"a1b2"}'
    expect(sealText(KEY, json)).toBe(
      'eyJ2IjoxLCJrIjpbIjIwMjYtMTEtMjJUMjA6MDA6MDAuMDAwWiIsInR4XzAwMDEyMyJdLCJkIjoiZGVzYyIsImYiOiJhMWIyIn0.hDRrox54Mqaq4XAkWlskxc',
    )
  })

  it('opens to what was sealed', () => {
    const cursor = { ...CURSOR, position: [...CURSOR.position] }
    expect(openCursor(KEY, sealCursor(KEY, cursor))).toEqual({ ok: true, value: cursor })
  })

  const sealed = sealCursor(KEY, { ...CURSOR, position: ['a'] })
  it.each([
    ['of another key', sealCursor('other', { ...CURSOR, position: ['a'] })],
    ['with another payload', `A${sealed.slice(1)}`],
    ['with another HMAC', `${sealed.slice(0, -1)}${sealed.endsWith('A') ? 'B' : 'A'}`],
    ['without its HMAC', sealed.split('.')[0] ?? ''],
    ['with something after it', `${sealed}x`],
    ['of another shape', sealText(KEY, '{"v":2}')],
    ['that is nothing', ''],
    ['that is a dot', '.'],
  ])('is refused when it is one %s', (_, text) => {
    expect(openCursor(KEY, text)).toEqual({ ok: false, refusal: 'invalid_cursor' })
  })
})
