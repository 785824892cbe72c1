import type { NotificationView } from '@danbao/contracts/wallet'

export interface Day {
  /** The moment of its newest. */
  readonly at: string
  readonly entries: readonly NotificationView[]
}

/** In the order in which they come; days are those of the device. */
export function byDay(entries: readonly NotificationView[]): readonly Day[] {
  const days: { at: string; entries: NotificationView[] }[] = []
  for (const entry of entries) {
    const last = days.at(-1)
    const at = entry.created_at
    if (last !== undefined && isSameDay(last.at, at)) last.entries.push(entry)
    else days.push({ at, entries: [entry] })
  }
  return days
}

function isSameDay(one: string, other: string): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString()
}

const DAY_MS = 86_400_000

/** 'Today', 'Yesterday', else the date. */
export function dayTitle(at: string, now: number, locale: string): string {
  const day = new Date(at)
  const back = Math.round((startOf(new Date(now)) - startOf(day)) / DAY_MS)
  if (back < 0 || back > 1) {
    const withYear = day.getFullYear() === new Date(now).getFullYear() ? {} : YEAR
    return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...withYear }).format(
      day,
    )
  }
  const text = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-back, 'day')
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

const YEAR = { year: 'numeric' } as const

function startOf(day: Date): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
}

/** '15 June at 18:00': fits into a sentence after 'by', in every language. */
export function dueText(at: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(Date.parse(at))
}
