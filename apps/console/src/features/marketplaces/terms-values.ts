import { parseDuration } from '@danbao/kernel'

export const TIMES = ['pay_within', 'ship_within', 'confirm_within', 'inspect_within'] as const
export type TimeName = (typeof TIMES)[number]

export const UNITS = ['days', 'hours', 'minutes'] as const
export type Unit = (typeof UNITS)[number]

const UNIT_MS: Readonly<Record<Unit, number>> = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
}
const LONGEST_DAYS = 3_650

/** A time as somebody types it; without a count the product's own holds. */
export interface TypedTime {
  readonly count: string
  readonly unit: Unit
}

/** In the largest unit that it is a whole number of. */
export function typedOf(iso8601: string | null): TypedTime {
  const parsed = iso8601 === null ? undefined : parseDuration(iso8601)
  if (parsed?.ok !== true) return { count: '', unit: 'days' }
  const { value } = parsed
  const unit = UNITS.find((one) => value % UNIT_MS[one] === 0) ?? 'minutes'
  return { count: String(Math.round(value / UNIT_MS[unit])), unit }
}

/** Null: the product's own; undefined: it is no time of up to 3650 days. */
export function durationOf({ count, unit }: TypedTime): string | null | undefined {
  const typed = count.trim()
  if (typed === '') return null
  if (!/^[1-9]\d{0,6}$/.test(typed)) return undefined
  if (Number(typed) * UNIT_MS[unit] > LONGEST_DAYS * UNIT_MS.days) return undefined
  return unit === 'days' ? `P${typed}D` : `PT${typed}${unit === 'hours' ? 'H' : 'M'}`
}
