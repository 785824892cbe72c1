import type { DeskDeposit } from '@danbao/contracts/console'
import { Badge, type Column, Money, RadioCards, TextLink, Time, useWords, words } from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DeskTable } from '../common/desk-table.tsx'
import { doubtWords, railWords } from './deposit-words.ts'
import { depositsQuery } from './queries.ts'

const listWords = words({
  which: { en: 'Which', ru: 'Какие', zh: '范围' },
  open: { en: 'Waiting for staff', ru: 'Ждут сотрудников', zh: '待人工处理' },
  all: { en: 'All', ru: 'Все', zh: '全部' },
  arrived: { en: 'Arrived', ru: 'Когда', zh: '时间' },
  payer: { en: 'From', ru: 'От кого', zh: '付款人' },
  way: { en: 'Way', ru: 'Канал', zh: '渠道' },
  amount: { en: 'Amount', ru: 'Сумма', zh: '金额' },
  why: { en: 'Why it waits', ru: 'Почему ждёт', zh: '等待原因' },
  none: { en: 'Nothing waits', ru: 'Ничего не ждёт', zh: '没有待处理的款项' },
  none_text: {
    en: 'All that arrived found its owner.',
    ru: 'Всё, что пришло, нашло владельца.',
    zh: '所有款项均已入账。',
  },
  nobody: { en: 'Not named', ru: 'Не указан', zh: '未注明' },
  back: { en: 'went back', ru: 'ушло обратно', zh: '已退回' },
})

export function DepositList() {
  const t = useWords(listWords)
  const [which, setWhich] = useState<'open' | 'all'>('open')
  return (
    <div className="flex flex-col gap-4">
      <RadioCards
        label={t('which')}
        hideLabel
        className="sm:flex-row"
        value={which}
        onValue={(value) => setWhich(value === 'all' ? 'all' : 'open')}
        options={(['open', 'all'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <Found which={which} />
    </div>
  )
}

function Found({ which }: { readonly which: 'open' | 'all' }) {
  const t = useWords(listWords)
  const columns = useColumns()
  const query = useInfiniteQuery(depositsQuery(which))
  return (
    <DeskTable
      query={query}
      caption={t(which)}
      columns={columns}
      path="/deposits"
      none={t('none')}
      noneText={t('none_text')}
    />
  )
}

function useColumns(): readonly Column<DeskDeposit>[] {
  const t = useWords(listWords)
  const rail = useWords(railWords)
  const doubt = useWords(doubtWords)
  return [
    {
      key: 'payer',
      title: t('payer'),
      cell: (one) => <TextLink href={`/deposits/${one.id}`}>{one.payer ?? t('nobody')}</TextLink>,
    },
    { key: 'way', title: t('way'), cell: (one) => rail(one.rail) },
    {
      key: 'amount',
      title: t('amount'),
      align: 'end',
      cell: (one) => (
        <>
          <Money amount={one.open.value === '0' ? one.amount : one.open} />
          {one.kind === 'reversal' && (
            <span className="block text-small text-ink-soft">{t('back')}</span>
          )}
        </>
      ),
    },
    {
      key: 'why',
      title: t('why'),
      cell: (one) =>
        one.doubt !== null &&
        one.open.value !== '0' && <Badge kind="attention">{doubt(one.doubt)}</Badge>,
    },
    { key: 'arrived', title: t('arrived'), cell: (one) => <Time at={one.created_at} /> },
  ]
}
