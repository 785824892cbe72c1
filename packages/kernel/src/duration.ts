import { invariant } from './invariant.ts'
import { accept, refuse, type Result } from './result.ts'

declare const durationBrand: unique symbol

/** A length of time in whole milliseconds. Negative looks back, as rolling limits do. */
export type Duration = number & { readonly [durationBrand]: true }

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const LONGEST_MS = 3_650 * DAY_MS

/** So many days of 24 hours. */
export function days(count: number): Duration {
  return milliseconds(count * DAY_MS)
}

/** So many hours. */
export function hours(count: number): Duration {
  return milliseconds(count * HOUR_MS)
}

/** So many minutes. */
export function minutes(count: number): Duration {
  return milliseconds(count * MINUTE_MS)
}

/** So many seconds. */
export function seconds(count: number): Duration {
  return milliseconds(count * SECOND_MS)
}

/** So many milliseconds. Throws InvariantError unless a safe integer. */
export function milliseconds(count: number): Duration {
  invariant(isDuration(count), `${count} ms is not a whole number of milliseconds`)
  return count
}

// The look-aheads refuse 'P' and a trailing 'T', which every part being optional would let through.
const ISO_DURATION =
  /^P(?=.)(?:(\d{1,9})W|(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?)$/

/**
 * Reads PnW, PnD, PTnHnMnS or PnDTnHnMnS, seconds to the millisecond. Refuses years and months,
 * whose length varies, anything negative, and more than 3650 days. Zero is allowed.
 */
export function parseDuration(iso8601: string): Result<Duration, 'malformed_duration'> {
  const match = ISO_DURATION.exec(iso8601)
  if (match === null) return refuse('malformed_duration')
  const part = (index: number, unitMs: number) => Number(match[index] ?? 0) * unitMs
  const totalMs =
    part(1, 7 * DAY_MS) +
    part(2, DAY_MS) +
    part(3, HOUR_MS) +
    part(4, MINUTE_MS) +
    Math.round(part(5, SECOND_MS))
  return totalMs <= LONGEST_MS ? accept(milliseconds(totalMs)) : refuse('malformed_duration')
}

/** The shortest of the forms parseDuration reads, in days at most: 'P14D', 'PT1H30M', 'PT0S'. */
export function formatDuration(duration: Duration): string {
  invariant(duration >= 0, 'a negative duration has no ISO 8601 form')
  if (duration === 0) return 'PT0S'
  const part = (value: number, letter: string) => (value === 0 ? '' : `${value}${letter}`)
  const date = part(Math.floor(duration / DAY_MS), 'D')
  const time =
    part(Math.floor((duration % DAY_MS) / HOUR_MS), 'H') +
    part(Math.floor((duration % HOUR_MS) / MINUTE_MS), 'M') +
    part((duration % MINUTE_MS) / SECOND_MS, 'S')
  return time === '' ? `P${date}` : `P${date}T${time}`
}

function isDuration(value: number): value is Duration {
  return Number.isSafeInteger(value)
}
