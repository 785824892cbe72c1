import type { ExchangeDesk } from '@danbao/contracts/console'
import { Badge, type Column, Table, useTime, useWords, words } from '@danbao/ui'

const rateWords = words({
  caption: { en: 'Rates', ru: 'Курсы', zh: '汇率' },
  currency: { en: 'Currency', ru: 'Валюта', zh: '货币' },
  rate: { en: 'For one euro', ru: 'За один евро', zh: '每欧元' },
  day: { en: 'Of', ru: 'На дату', zh: '日期' },
  source: { en: 'From', ru: 'Откуда', zh: '来源' },
  ecb: { en: 'central bank', ru: 'центральный банк', zh: '中央银行' },
  staff: { en: 'typed in', ru: 'внесён вручную', zh: '手动录入' },
  stale: { en: 'Too old, refused', ru: 'Устарел, не действует', zh: '已过期，拒绝使用' },
  none: { en: 'No rate, refused', ru: 'Нет курса', zh: '没有汇率' },
})

type Line = ExchangeDesk['rates'][number]

export function Rates({ exchange: { rates } }: { readonly exchange: ExchangeDesk }) {
  const t = useWords(rateWords)
  const time = useTime()
  const columns: readonly Column<Line>[] = [
    { key: 'currency', title: t('currency'), cell: ({ currency }) => currency },
    {
      key: 'rate',
      title: t('rate'),
      align: 'end',
      cell: ({ rate }) => (
        <span className="tabular-nums">{rate === null ? '—' : rate.per_euro}</span>
      ),
    },
    {
      key: 'day',
      title: t('day'),
      cell: ({ rate }) => (rate === null ? '—' : time.day(rate.day)),
    },
    {
      key: 'source',
      title: t('source'),
      cell: ({ rate }) => {
        if (rate === null) return <Badge kind="attention">{t('none')}</Badge>
        return rate.stale ? <Badge kind="attention">{t('stale')}</Badge> : t(rate.source)
      },
    },
  ]
  return (
    <Table
      caption={t('caption')}
      columns={columns}
      rows={rates}
      rowKey={({ currency }) => currency}
      empty={null}
    />
  )
}
