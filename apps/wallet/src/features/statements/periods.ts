/** Days of UTC as ISO writes them, both inclusive. */
export interface Days {
  readonly from: string
  readonly to: string
}

export const PERIODS = ['this_month', 'last_month', 'this_year', 'own'] as const
export type PeriodName = (typeof PERIODS)[number]

const MOST_MS = 366 * 86_400_000

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

/** What the name means at this moment; those that are not over end today. */
export function daysOf(name: Exclude<PeriodName, 'own'>, nowMs: number): Days {
  const now = new Date(nowMs)
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
  const today = now.toISOString().slice(0, 10)
  switch (name) {
    case 'this_month':
      return { from: day(year, month, 1), to: today }
    case 'last_month':
      return { from: day(year, month - 1, 1), to: day(year, month, 0) }
    case 'this_year':
      return { from: day(year, 0, 1), to: today }
  }
}

/** Whether a statement is written of these: whole days, in order, a year at most. */
export function areDays({ from, to }: Days): boolean {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  return last >= first && last - first < MOST_MS
}
