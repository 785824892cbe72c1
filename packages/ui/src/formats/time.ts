/** How a moment is told: to the person's locale and zone, seen from now. Milliseconds throughout. */
export interface TimeView {
  readonly locale: string
  readonly now: number
  /** IANA name; the browser's own when left out. */
  readonly timeZone?: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NEAR = 7 * DAY
/** The weekday of today would be that of a week later too. */
const ONE_WEEKDAY = 6 * DAY

/** 'in 3 days', '2 hours ago', and further than a week away the date with time and zone. */
export function formatTime(at: number, view: TimeView): string {
  const distance = at - view.now
  if (Math.abs(distance) >= NEAR) return formatMoment(at, view)
  const relative = new Intl.RelativeTimeFormat(view.locale, { numeric: 'auto' })
  const [unit, size] = unitFor(Math.abs(distance))
  const count = unit === 'day' ? daysBetween(at, view) : Math.trunc(distance / size)
  return relative.format(count, unit)
}

/** Midnights between: 47 hours are not always 'tomorrow'. */
function daysBetween(at: number, { now, timeZone }: TimeView): number {
  // Canada writes a day as ISO does.
  const calendar = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  })
  const dayOf = (moment: number): number => Date.parse(calendar.format(moment))
  return Math.round((dayOf(at) - dayOf(now)) / DAY)
}

function unitFor(distance: number): readonly [Intl.RelativeTimeFormatUnit, number] {
  if (distance < MINUTE) return ['second', 1000]
  if (distance < HOUR) return ['minute', MINUTE]
  return distance < DAY ? ['hour', HOUR] : ['day', DAY]
}

/** 'Mar 4, 2027, 6:00 PM GMT+1'. */
export function formatMoment(at: number, { locale, timeZone }: TimeView): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(at)
}

/** 'Friday, 18:00': a deadline of the coming days. Further away its date too. */
export function formatDeadline(at: number, view: TimeView): string {
  if (Math.abs(at - view.now) >= ONE_WEEKDAY) return formatMoment(at, view)
  return new Intl.DateTimeFormat(view.locale, {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: view.timeZone,
  }).format(at)
}

/** 'Mar 4, 2027'. */
export function formatDate(at: number, { locale, timeZone }: TimeView): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at)
}

/** A day of the calendar ('2031-05-09'), which has no zone: a birthday is the same everywhere. */
export function formatDay(day: string, locale: string): string {
  return formatDate(Date.parse(`${day}T00:00:00Z`), { locale, now: 0, timeZone: 'UTC' })
}

/** The two largest units of what is left: '2 days, 4 hours', '9 minutes, 30 seconds'. */
export function formatRemaining(milliseconds: number, locale: string): string {
  const left = Math.max(0, milliseconds)
  const all = [
    ['day', Math.floor(left / DAY)],
    ['hour', Math.floor(left / HOUR) % 24],
    ['minute', Math.floor(left / MINUTE) % 60],
    ['second', Math.floor(left / 1000) % 60],
  ] as const
  const first = all.findIndex(([, count]) => count > 0)
  const shown = first < 0 ? all.slice(-1) : all.slice(first, first + 2)
  const texts = shown
    .filter(([, count], at) => at === 0 || count > 0)
    .map(([unit, count]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    )
  return new Intl.ListFormat(locale, { type: 'unit' }).format(texts)
}
