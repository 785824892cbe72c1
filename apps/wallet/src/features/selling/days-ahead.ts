import type { SellingView } from '@danbao/contracts/wallet'

type Day = SellingView['expected'][number]['days'][number]

export interface DayAhead {
  readonly day: string
  /** Minor units. */
  readonly value: bigint
}

const DAY_MS = 86_400_000

/** Every day from today to the last on which money comes, also those on which none does. */
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
    ahead.push({ day, value })
  }
  return ahead
}
