import { describe, expect, it } from 'vitest'
import { areDays, daysOf } from './periods.ts'

const at = Date.parse('2026-03-05T23:30:00Z')

describe('a period', () => {
  it.each([
    ['this_month', '2026-03-01', '2026-03-05'],
    ['last_month', '2026-02-01', '2026-02-28'],
    ['this_year', '2026-01-01', '2026-03-05'],
  ] as const)('%s is from %s to %s', (name, from, to) => {
    expect(daysOf(name, at)).toEqual({ from, to })
  })

  it('of last month is December in January', () => {
    const january = Date.parse('2027-01-31T00:00:00Z')
    expect(daysOf('last_month', january)).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  })

  it.each([
    ['2026-01-01', '2026-01-01', true],
    ['2026-01-01', '2027-01-01', true],
    ['2026-01-01', '2027-01-02', false],
    ['2026-01-02', '2026-01-01', false],
    ['', '2026-01-01', false],
  ])('from %j to %j: %s', (from, to, fits) => {
    expect(areDays({ from, to })).toBe(fits)
  })
})
