import { expect, it } from 'vitest'
import { daysAhead } from './days-ahead.ts'

const on = (day: string, value: string) => ({ day, amount: { value, currency: 'USD' } })

it('shows the days without money too, up to the last with some', () => {
  const days = [on('2026-03-01', '500'), on('2026-02-27', '20')]
  expect(daysAhead('2026-02-27T21:00:00.000Z', days)).toEqual([
    { day: '2026-02-27', until: '2026-02-27', value: 20n },
    { day: '2026-02-28', until: '2026-02-28', value: 0n },
    { day: '2026-03-01', until: '2026-03-01', value: 500n },
  ])
})

it('counts what is overdue as of today', () => {
  const days = [on('2026-02-25', '7'), on('2026-02-27', '20')]
  expect(daysAhead('2026-02-27T00:00:00.000Z', days)).toEqual([
    { day: '2026-02-27', until: '2026-02-27', value: 27n },
  ])
})

it('goes by weeks over a long time, and loses nothing', () => {
  const days = [on('2026-03-01', '500'), on('2026-03-07', '20'), on('2026-04-09', '3')]
  const weeks = daysAhead('2026-03-01T12:00:00.000Z', days)
  expect(weeks).toHaveLength(6)
  expect(weeks[0]).toEqual({ day: '2026-03-01', until: '2026-03-07', value: 520n })
  expect(weeks.at(-1)).toEqual({ day: '2026-04-05', until: '2026-04-09', value: 3n })
  expect(weeks.reduce((sum, { value }) => sum + value, 0n)).toBe(523n)
})
