import type { SellingView } from '@danbao/contracts/wallet'

type Day = SellingView['expected'][number]['days'][number]

/** A day, or the week from it on. */
export interface DayAhead {
  readonly day: string
  /** The last day it counts; the day itself, but for a week. */
  readonly until: string
  /** Minor units. */
  readonly value: bigint
}

const DAY_MS = 86_400_000

/**
 * Every day from today to the last on which money comes, also those on which none does; by weeks
 * where that would be too many.
 */
export function daysAhead(at: string, days: readonly Day[]): readonly DayAhead[] {
  const values = new Map(days.map(({ day, amount }) => [day, BigInt(amount.value)]))
  const today = at.slice(0, 10)
  const last = [...values.keys()].reduce((latest, day) => (day > latest ? day : latest), today)
  const ahead: DayAhead[] = []
  for (let ms = Date.parse(today); ms <= Date.parse(last); ms += DAY_MS) {
    const day = new Date(ms).toISOString().slice(0, 10)
    // What is overdue comes in a moment.
    const late = [...values].filter(([one]) => ahead.length === 0 && one < day)
    const value = late.reduce((sum, [, one]) => sum + one, values.get(day) ?? 0n)
    ahead.push({ day, until: day, value })
  }
  return ahead.length > MOST_DAYS ? inWeeks(ahead) : ahead
}

/** More bars than these can not be told apart on a phone. */
const MOST_DAYS = 35
const WEEK = 7

function inWeeks(days: readonly DayAhead[]): readonly DayAhead[] {
  const weeks: DayAhead[] = []
  for (let at = 0; at < days.length; at += WEEK) {
    const week = days.slice(at, at + WEEK)
    const value = week.reduce((sum, one) => sum + one.value, 0n)
    const [day = '', until = day] = [week[0]?.day, week.at(-1)?.day]
    weeks.push({ day, until, value })
  }
  return weeks
}
