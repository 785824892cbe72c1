// The due day as four digits of a boleto: days since 7 October 1997, which begin again at 1000 after
// 9999 (FEBRABAN): 2025-02-21 is 9999, 2025-02-22 is 1000.

const DAY_MS = 86_400_000
const BASE = Date.UTC(1997, 9, 7)
const FIRST = 1000
const ROUND = 9000
/** A factor read on some day is of a day from 3000 days before to 5500 days after. */
const BACK = 3000

/** `2026-12-31` → `1677`; null, no due day → `0000`. Throws RangeError for what is no day. */
export function dueFactor(day: string | null): string {
  if (day === null) return '0000'
  const days = daysOf(day)
  const factor = days < FIRST ? days : ((days - FIRST) % ROUND) + FIRST
  return factor.toString().padStart(4, '0')
}

/** The day that a factor means when it is read on `today`; null: no due day. */
export function dueDay(factor: string, today: string): string | null {
  const value = Number.parseInt(factor, 10)
  if (value === 0) return null
  const earliest = daysOf(today) - BACK
  let days = value
  while (days < earliest) days += ROUND
  return new Date(BASE + days * DAY_MS).toISOString().slice(0, 10)
}

function daysOf(day: string): number {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) throw new RangeError(`${day} is no day.`)
  return Math.round((at - BASE) / DAY_MS)
}
