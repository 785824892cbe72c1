import {
  addDuration,
  type Duration,
  hours,
  type Instant,
  milliseconds,
  minutes,
  seconds,
} from '@danbao/kernel'

/** After each failure; the first attempt is made at once. About 75 hours in all. */
const RETRIES: readonly Duration[] = [
  seconds(5),
  minutes(1),
  minutes(5),
  minutes(30),
  hours(2),
  hours(5),
  hours(10),
  hours(14),
  hours(20),
  hours(24),
]
const JITTER = 0.1
const LONGEST_WAIT = hours(24)

interface Failure {
  /** How many attempts have failed in this round, 1 or more. */
  readonly failed: number
  readonly at: Instant
  /** How long the receiver asks to be left alone. */
  readonly retryAfterMs: number
  /** 0 to 1. */
  readonly random: number
}

/** When to try again; undefined: give up. */
export function nextAttempt({ failed, at, retryAfterMs, random }: Failure): Instant | undefined {
  const wait = RETRIES[failed - 1]
  if (wait === undefined) return undefined
  // So that what failed together does not come back together.
  const scheduled = wait * (1 + JITTER * random)
  const asked = Math.min(retryAfterMs, LONGEST_WAIT)
  return addDuration(at, milliseconds(Math.round(Math.max(scheduled, asked))))
}

/** Retry-After in milliseconds: seconds or a date of the real time; 0 when it says nothing. */
export function readRetryAfter(header: string | undefined, real: Instant): number {
  if (header === undefined) return 0
  if (/^\d{1,9}$/.test(header)) return Number.parseInt(header, 10) * 1_000
  const date = Date.parse(header)
  return Number.isNaN(date) ? 0 : Math.max(0, date - real)
}
