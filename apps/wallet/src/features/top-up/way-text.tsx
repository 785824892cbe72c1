import { useMoney, useWords } from '@danbao/ui'
import { railWords, type Way, type WayBounds } from './rail-words.ts'

export interface WayTextProps {
  readonly rail: Way['rail']
  readonly bounds: WayBounds
}

/** When it arrives, what it costs, and how much goes this way. */
export function WayText({ rail, bounds }: WayTextProps) {
  const t = useWords(railWords)
  const money = useMoney()
  const { least, most, left_this_month: left } = bounds
  const range =
    most === null
      ? t('from', { least: money(least) })
      : t('from_to', { least: money(least), most: money(most) })
  return (
    <>
      {t(`${rail}_text`)} {range}.{left !== null && ` ${t('this_month', { left: money(left) })}.`}
    </>
  )
}
