import { currency } from '@danbao/kernel'
import type { Refusal } from '@danbao/contracts'
import type { Level } from '../accounts/account.ts'

/** The currency in which limits are expressed. */
export const LIMIT_CURRENCY = currency('USD')

/** In minor units of `LIMIT_CURRENCY`. */
interface Limits {
  readonly perPayment: bigint
  readonly inAll: bigint
  /** Over all time, or over a rolling 365 days. */
  readonly over: 'always' | 'year'
}

/** What a level allows. */
export const LIMITS: Readonly<Record<Level, Limits>> = {
  0: { perPayment: 150_00n, inAll: 1_000_00n, over: 'always' },
  1: { perPayment: 1_000_00n, inAll: 15_000_00n, over: 'year' },
  2: { perPayment: 20_000_00n, inAll: 100_000_00n, over: 'year' },
}

/** What a buyer's payments count, in minor units of `LIMIT_CURRENCY`. */
export interface Usage {
  readonly always: bigint
  readonly year: bigint
}

/** Refuses what would exceed a limit of the level. `base` is the whole authorisation. */
export function checkLimits(level: Level, usage: Usage, base: bigint): Refusal | undefined {
  const { perPayment, inAll, over } = LIMITS[level]
  if (base > perPayment) return exceeded(level, 'per_payment', perPayment, perPayment)
  const left = inAll - usage[over]
  if (base > left) return exceeded(level, over === 'year' ? 'per_year' : 'in_all', inAll, left)
  return undefined
}

function exceeded(level: Level, limit: string, allowed: bigint, left: bigint): Refusal {
  const rest = left > 0n ? left : 0n
  return {
    code: 'limit_exceeded',
    detail: `Level ${level} does not allow this amount. A higher level has higher limits.`,
    members: {
      limit,
      allowed: allowed.toString(),
      left: rest.toString(),
      limit_currency: LIMIT_CURRENCY,
    },
  }
}
