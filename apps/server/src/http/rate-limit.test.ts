import { instant, manualClock, seconds } from '@danbao/kernel'
import { expect, it } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

it('counts each name for itself and starts anew with every minute', () => {
  const clock = manualClock(instant(10_000))
  const limit = createRateLimit(2, clock)
  expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([0, 0, 50])
  expect(limit.take('b')).toBe(0)
  clock.advance(seconds(49))
  expect(limit.take('a')).toBe(1)
  clock.advance(seconds(1))
  expect(limit.take('a')).toBe(0)
})
