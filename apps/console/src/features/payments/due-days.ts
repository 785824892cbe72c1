import { useNow } from '@danbao/ui'

const DAY_MS = 24 * 60 * 60 * 1000
const DAYS = 7

/** Today and the days after, by UTC, then `later`; and the one that the address names. */
export function useDueDays(chosen: string | undefined): readonly string[] {
  const now = useNow()
  const days = Array.from({ length: DAYS }, (_, later) =>
    new Date(now + later * DAY_MS).toISOString().slice(0, 10),
  )
  const all = [...days, 'later']
  return chosen === undefined || all.includes(chosen) ? all : [chosen, ...all]
}
