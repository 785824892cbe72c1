import { describe, expect, it } from 'vitest'
import { checkLimits } from './limits.ts'

const NONE = { always: 0n, year: 0n }

describe.each([
  [0, 150_00n, 1_000_00n, 'in_all'],
  [1, 1_000_00n, 15_000_00n, 'per_year'],
  [2, 20_000_00n, 100_000_00n, 'per_year'],
] as const)('level %d', (level, perPayment, inAll, limit) => {
  it('allows exactly so much in one payment', () => {
    expect(checkLimits(level, NONE, perPayment)).toBeUndefined()
    expect(checkLimits(level, NONE, perPayment + 1n)).toMatchObject({
      code: 'limit_exceeded',
      members: { limit: 'per_payment', allowed: perPayment.toString(), limit_currency: 'USD' },
    })
  })

  it('allows exactly so much in all', () => {
    const usage = level === 0 ? { always: inAll - 1n, year: 0n } : { always: 0n, year: inAll - 1n }
    expect(checkLimits(level, usage, 1n)).toBeUndefined()
    expect(checkLimits(level, usage, 2n)).toMatchObject({
      code: 'limit_exceeded',
      members: { limit, allowed: inAll.toString(), left: '1' },
    })
  })

  it('counts all time at level 0, the year at the others', () => {
    const usage = level === 0 ? { always: 0n, year: inAll } : { always: inAll, year: 0n }
    expect(checkLimits(level, usage, 1n)).toBeUndefined()
  })

  it('never says that less than nothing is left', () => {
    const over = { always: inAll * 2n, year: inAll * 2n }
    expect(checkLimits(level, over, 1n)).toMatchObject({ members: { left: '0' } })
  })
})
