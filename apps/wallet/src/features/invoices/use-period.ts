import { useTime, useWords, words } from '@danbao/ui'

const periodWords = words({
  period: { en: '{from} – {to}', ru: '{from} – {to}', zh: '{from}–{to}' },
})

/** The days of a month such as `2026-11`, as somebody writes them. */
export function usePeriod(): (month: string) => string {
  const t = useWords(periodWords)
  const { day } = useTime()
  return (month) => t('period', { from: day(`${month}-01`), to: day(lastDayOf(month)) })
}

function lastDayOf(month: string): string {
  const last = new Date(`${month}-01`)
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  return last.toISOString().slice(0, 10)
}
