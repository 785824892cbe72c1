import { hours, instant } from '@danbao/kernel'
import { expect, it } from 'vitest'
import { nextAttempt, readRetryAfter } from './schedule.ts'

const at = instant(Date.parse('2026-06-01T12:00:00Z'))
const wait = (failed: number, more: { retryAfterMs?: number; random?: number } = {}): number => {
  const next = nextAttempt({ failed, at, retryAfterMs: 0, random: 0, ...more })
  return next === undefined ? Number.NaN : (next - at) / 1_000
}

it('ten retries follow the first attempt, over about 75 hours, then it gives up', () => {
  const waits = Array.from({ length: 11 }, (_, index) => wait(index + 1))
  expect(waits).toEqual([
    5,
    60,
    300,
    1_800,
    7_200,
    18_000,
    36_000,
    50_400,
    72_000,
    86_400,
    Number.NaN,
  ])
  const all = waits.slice(0, 10).reduce((sum, one) => sum + one, 0)
  expect(all / 3_600).toBeCloseTo(75.6, 1)
})

it('jitter adds up to a tenth', () => {
  expect(wait(2, { random: 0.5 })).toBe(63)
  expect(wait(2, { random: 1 })).toBe(66)
})

it('Retry-After makes a wait longer, never shorter, and at most a day', () => {
  expect(wait(1, { retryAfterMs: 120_000 })).toBe(120)
  expect(wait(3, { retryAfterMs: 120_000 })).toBe(300)
  expect(wait(1, { retryAfterMs: 999 * 3_600_000 })).toBe(hours(24) / 1_000)
})

it('Retry-After is seconds or a date', () => {
  expect(readRetryAfter('120', at)).toBe(120_000)
  expect(readRetryAfter('Mon, 01 Jun 2026 12:00:30 GMT', at)).toBe(30_000)
  expect(readRetryAfter('Mon, 01 Jun 2020 12:00:30 GMT', at)).toBe(0)
  expect(readRetryAfter('soon', at)).toBe(0)
  expect(readRetryAfter(undefined, at)).toBe(0)
})
