import { instant } from '@danbao/kernel'
import { describe, expect, it } from 'vitest'
import { lapseOf, nextWord, standingOf } from './expiry.ts'

const at = (text: string) => instant(Date.parse(text))
const NOVEMBER = { month: 11, year: 2026 }

describe('a card', () => {
  it.each([
    ['2026-10-31T23:59:59Z', 'good'],
    ['2026-11-01T00:00:00Z', 'expiring'],
    ['2026-11-30T23:59:59Z', 'expiring'],
    ['2026-12-01T00:00:00Z', 'expired'],
  ])('of November is at %s %s', (now, standing) => {
    expect(standingOf(NOVEMBER, at(now))).toBe(standing)
  })

  it('of December lapses with the year', () => {
    expect(lapseOf({ month: 12, year: 2026 })).toBe(at('2027-01-01T00:00:00Z'))
  })

  it('is spoken of 30 days before its end, then at the end, then no more', () => {
    expect(nextWord(NOVEMBER, at('2026-05-01T00:00:00Z'))).toBe(at('2026-11-01T00:00:00Z'))
    expect(nextWord(NOVEMBER, at('2026-11-01T00:00:00Z'))).toBe(at('2026-12-01T00:00:00Z'))
    expect(nextWord(NOVEMBER, at('2026-12-01T00:00:00Z'))).toBeNull()
  })
})
