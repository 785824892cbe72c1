import type { CurrencyOverview } from '@danbao/contracts/console'
import {
  type AmountView,
  BarChart,
  BarList,
  Card,
  Money,
  Seal,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import type { ReactNode } from 'react'
import { ageWords } from '../common/span-words.ts'
import { useDrill } from './use-drill.ts'

const moneyWords = words({
  held: { en: 'Held now', ru: 'Удержано сейчас', zh: '当前担保' },
  held_text: {
    en: 'By the time since it was paid.',
    ru: 'По времени с оплаты.',
    zh: '按付款后的时长。',
  },
  due: { en: 'Released by itself', ru: 'Автоматические выплаты', zh: '即将自动放款' },
  due_text: {
    en: 'What sellers get unless a buyer objects.',
    ru: 'Что получат продавцы, если покупатели не возразят.',
    zh: '若买家无异议，卖家将收到的款项。',
  },
  today: { en: 'Today', ru: 'Сегодня', zh: '今天' },
  later: { en: 'In a week or later', ru: 'Через неделю и позже', zh: '一周后或更晚' },
  secured: { en: 'Secured', ru: 'Взято под защиту', zh: '新增担保' },
  released: { en: 'Released', ru: 'Выплачено продавцам', zh: '已放款' },
  month: { en: 'In the last 30 days.', ru: 'За последние 30 дней.', zh: '最近 30 天。' },
  day: { en: 'Day', ru: 'День', zh: '日期' },
  amount: { en: 'Amount', ru: 'Сумма', zh: '金额' },
})

interface MoneyPartProps {
  readonly money: CurrencyOverview
}

/** The money of one currency: what is there, what leaves next, what came and went. */
export function MoneyPart({ money }: MoneyPartProps) {
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      <Held money={money} />
      <Due money={money} />
      <Days money={money} what="secured" />
      <Days money={money} what="released" />
    </div>
  )
}

function Held({ money: { currency, held, ages } }: MoneyPartProps) {
  const t = useWords(moneyWords)
  const age = useWords(ageWords)
  const { summed } = useDrill()
  const bars = ages.map((one) =>
    summed({
      ...one,
      key: one.age,
      label: age(`age_${one.age}`),
      currency,
      filter: { held: one.age },
    }),
  )
  return (
    <Figure
      title={t('held')}
      text={t('held_text')}
      total={{ value: held.value, currency }}
      mark={held.payments > 0 && <Seal size={24} />}
    >
      <BarList title={t('held')} bars={bars} />
    </Figure>
  )
}

function Due({ money: { currency, due } }: MoneyPartProps) {
  const t = useWords(moneyWords)
  const { day } = useTime()
  const { summed } = useDrill()
  const nameOf = (one: string, at: number): string => {
    if (one === 'later') return t('later')
    return at === 0 ? t('today') : day(one)
  }
  const bars = due.map((one, at) =>
    summed({
      ...one,
      key: one.day,
      label: nameOf(one.day, at),
      currency,
      filter: { due_on: one.day },
      marked: at === 0,
    }),
  )
  return (
    <Figure title={t('due')} text={t('due_text')} total={{ value: sumOf(due), currency }}>
      <BarList title={t('due')} bars={bars} />
    </Figure>
  )
}

interface DaysProps extends MoneyPartProps {
  readonly what: 'secured' | 'released'
}

function Days({ money: { currency, days }, what }: DaysProps) {
  const t = useWords(moneyWords)
  const { day } = useTime()
  const { summed } = useDrill()
  const bars = days.map((one, at) =>
    summed({
      ...one[what],
      key: one.day,
      label: day(one.day),
      currency,
      filter: what === 'secured' ? { paid_on: one.day } : { released_on: one.day },
      marked: at === days.length - 1,
    }),
  )
  const value = sumOf(days.map((one) => one[what]))
  return (
    <Figure title={t(what)} text={t('month')} total={{ value, currency }}>
      <BarChart title={t(what)} heads={[t('day'), t('amount')]} bars={bars} />
    </Figure>
  )
}

function sumOf(parts: readonly { readonly value: string }[]): string {
  return parts.reduce((sum, { value }) => sum + BigInt(value), 0n).toString()
}

interface FigureProps {
  readonly title: string
  readonly text: string
  readonly total: AmountView
  readonly mark?: ReactNode
  readonly children: ReactNode
}

/** The sum large, and below it what it is made of. */
function Figure({ title, text, total, mark, children }: FigureProps) {
  return (
    <Card title={title}>
      <p className="flex items-center gap-2">
        {mark}
        <Money amount={total} size="title" />
      </p>
      <p className="mb-3 text-small text-ink-soft">{text}</p>
      {children}
    </Card>
  )
}
