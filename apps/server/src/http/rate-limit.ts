import type { Clock } from '@danbao/kernel'

/** Requests in any minute of the clock. */
export interface RateLimits {
  readonly perKey: number
  readonly perAddress: number
}

/** A guard against runaways, not a price list: more than one process can answer. */
export const DEFAULT_RATE_LIMITS: RateLimits = { perKey: 600_000, perAddress: 1_200_000 }

const WINDOW_MS = 60_000

/** Counts by name within the present minute. */
export interface RateLimit {
  /** Counts one; 0 when it is within the limit, else the seconds until the next minute. */
  take(name: string): number
}

export function createRateLimit(limit: number, clock: Clock): RateLimit {
  let window = 0
  // Forgotten every minute, so it never holds more names than a minute has requests.
  let counts = new Map<string, number>()
  return {
    take(name) {
      const now = clock.now()
      const current = Math.floor(now / WINDOW_MS)
      if (current !== window) {
        window = current
        counts = new Map()
      }
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      return count <= limit ? 0 : Math.ceil(((current + 1) * WINDOW_MS - now) / 1000)
    },
  }
}
