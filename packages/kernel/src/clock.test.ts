import { afterEach, describe, expect, it, vi } from 'vitest'
import { manualClock, systemClock } from './clock.ts'
import { days, milliseconds, seconds } from './duration.ts'
import { instant } from './instant.ts'
import { InvariantError } from './invariant.ts'

describe('the system clock', () => {
  afterEach(() => void vi.useRealTimers())

  it('follows the machine, but stands still while the machine is set back', () => {
    vi.useFakeTimers({ now: 10_000 })
    const clock = systemClock()
    vi.setSystemTime(11_000)
    expect(clock.now()).toBe(11_000)
    vi.setSystemTime(5_000)
    expect(clock.now()).toBe(11_000)
    vi.setSystemTime(11_001)
    expect(clock.now()).toBe(11_001)
  })
})

describe('a manual clock', () => {
  it('stands still until it is moved', () => {
    const clock = manualClock(instant(1000))
    expect(clock.now()).toBe(1000)
    clock.advance(seconds(2))
    expect(clock.now()).toBe(3000)
    clock.set(instant(days(1)))
    expect(clock.now()).toBe(86_400_000)
  })

  it('refuses to go back and stays where it is', () => {
    const clock = manualClock(instant(1000))
    expect(() => clock.set(instant(999))).toThrow(InvariantError)
    expect(() => clock.advance(milliseconds(-1))).toThrow(InvariantError)
    clock.set(instant(1000))
    expect(clock.now()).toBe(1000)
  })
})
