import type { Duration } from './duration.ts'
import { invariant } from './invariant.ts'
import { accept, refuse, type Result } from './result.ts'

declare const instantBrand: unique symbol

/** A point in time in whole epoch milliseconds, in the years 0000 to 9999 that RFC 3339 can write. */
export type Instant = number & { readonly [instantBrand]: true }

const EARLIEST_MS = Date.parse('0000-01-01T00:00:00.000Z')
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z')

/** Whether the number is whole milliseconds in the years 0000 to 9999. */
export function isInstant(value: number): value is Instant {
  return Number.isSafeInteger(value) && value >= EARLIEST_MS && value <= LATEST_MS
}

/** The instant of epoch milliseconds. Throws InvariantError for what isInstant denies. */
export function instant(ms: number): Instant {
  invariant(isInstant(ms), `${ms} is not an instant in epoch milliseconds`)
  return ms
}

/** The instant a duration later, or earlier for a negative one. */
export function addDuration(from: Instant, duration: Duration): Instant {
  return instant(from + duration)
}

/** RFC 3339 in UTC with milliseconds: '2026-11-22T14:01:14.000Z'. */
export function formatInstant(value: Instant): string {
  return new Date(value).toISOString()
}

const RFC3339 =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/

/**
 * Reads RFC 3339 with a zone and capital T and Z; digits past the millisecond are cut off.
 * Refuses days and hours that do not exist, and leap seconds, which epoch time cannot tell apart.
 */
export function parseInstant(rfc3339: string): Result<Instant, 'malformed_instant'> {
  const match = RFC3339.exec(rfc3339)
  if (match === null) return refuse('malformed_instant')
  const [, wall = '', fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] = match
  const wallMs = Date.parse(`${wall}.${fraction.slice(0, 3).padEnd(3, '0')}Z`)
  // Date.parse moves 30 February into March and 24:00 to the next day instead of refusing them.
  if (!isInstant(wallMs) || formatInstant(wallMs).slice(0, wall.length) !== wall) {
    return refuse('malformed_instant')
  }
  const offsetMs = (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60_000
  const utcMs = sign === '-' ? wallMs + offsetMs : wallMs - offsetMs
  return isInstant(utcMs) ? accept(utcMs) : refuse('malformed_instant')
}
