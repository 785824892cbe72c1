import type { HomeView } from '@danbao/contracts/wallet'
import { BarChart, Card, Tabs, useMoney, useTime, useWords, words } from '@danbao/ui'
import { useState } from 'react'

const chartWords = words({
  title: { en: 'The last 30 days', ru: 'Последние 30 дней', zh: '最近 30 天' },
  text: {
    en: 'Yours at the end of each day: available, held and proceeds together.',
    ru: 'Ваши деньги на конец каждого дня: доступное, удержанное и выручка вместе.',
    zh: '每天结束时您的资金：可用、担保中和货款合计。',
  },
  day: { en: 'Day', ru: 'День', zh: '日期' },
  amount: { en: 'Amount', ru: 'Сумма', zh: '金额' },
  currencies: { en: 'Currencies', ru: 'Валюты', zh: '币种' },
})

type History = HomeView['history'][number]
type Point = Pick<History['points'][number], 'available' | 'held' | 'proceeds'>

/** The money of each day, as bars; by currency where there are several. */
export function HistoryChart({ history }: { readonly history: readonly History[] }) {
  const t = useWords(chartWords)
  const moved = history.filter(hasMoney)
  const [first] = moved
  const [chosen, setChosen] = useState(first?.currency ?? '')
  if (first === undefined) return null
  const value = moved.some(({ currency }) => currency === chosen) ? chosen : first.currency
  return (
    <Card title={t('title')}>
      <p className="mb-4 text-small text-ink-soft">{t('text')}</p>
      {moved.length === 1 ? (
        <Days history={first} />
      ) : (
        <Tabs
          label={t('currencies')}
          value={value}
          onValue={setChosen}
          tabs={moved.map((one) => ({
            value: one.currency,
            label: one.currency,
            content: <Days history={one} />,
          }))}
        />
      )}
    </Card>
  )
}

function Days({ history: { currency, points } }: { readonly history: History }) {
  const t = useWords(chartWords)
  const money = useMoney()
  const { day } = useTime()
  const bars = points.map((point, at) => {
    const value = inAll(point)
    return {
      key: point.day,
      label: day(point.day),
      value,
      text: money({ value: String(value), currency }),
      marked: at === points.length - 1,
    }
  })
  const most = bars.reduce((best, bar) => (bar.value > best.value ? bar : best))
  return (
    <>
      <p aria-hidden className="text-small text-ink-soft tabular-nums">
        {most.text}
      </p>
      <BarChart title={t('title')} heads={[t('day'), t('amount')]} bars={bars} />
    </>
  )
}

function hasMoney({ points }: History): boolean {
  return points.some((point) => inAll(point) > 0n)
}

/** A debt of sales that were taken back is no money: the day is empty, not below the line. */
function inAll({ available, held, proceeds }: Point): bigint {
  const sum = BigInt(available) + BigInt(held) + BigInt(proceeds)
  return sum > 0n ? sum : 0n
}
