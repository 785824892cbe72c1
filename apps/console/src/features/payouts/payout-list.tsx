import type { DeskPayout } from '@danbao/contracts/console'
import { Badge, type Column, Money, RadioCards, TextLink, Time, useWords, words } from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DeskTable } from '../common/desk-table.tsx'
import { payoutStateWords, reviewWords } from './payout-words.ts'
import { payoutsQuery, WHICH, type Which } from './queries.ts'

const listWords = words({
  which: { en: 'Which', ru: 'Какие', zh: '范围' },
  review: { en: 'To be looked at', ru: 'На проверке', zh: '待审核' },
  open: { en: 'On their way', ru: 'В пути', zh: '处理中' },
  all: { en: 'All', ru: 'Все', zh: '全部' },
  seller: { en: 'Seller', ru: 'Продавец', zh: '卖家' },
  to: { en: 'To', ru: 'Куда', zh: '收款账户' },
  amount: { en: 'Amount', ru: 'Сумма', zh: '金额' },
  state: { en: 'State', ru: 'Состояние', zh: '状态' },
  asked: { en: 'Asked', ru: 'Когда', zh: '申请时间' },
  none: { en: 'Nothing here', ru: 'Ничего нет', zh: '没有记录' },
  none_text: {
    en: 'Sellers ask for payouts in their wallets.',
    ru: 'Продавцы запрашивают вывод в своих кошельках.',
    zh: '卖家在钱包中申请提现。',
  },
})

export function PayoutList() {
  const t = useWords(listWords)
  const [which, setWhich] = useState<Which>('review')
  return (
    <div className="flex flex-col gap-4">
      <RadioCards
        label={t('which')}
        hideLabel
        className="sm:flex-row"
        value={which}
        onValue={(value) => setWhich(WHICH.find((one) => one === value) ?? 'review')}
        options={WHICH.map((value) => ({ value, label: t(value) }))}
      />
      <Found which={which} />
    </div>
  )
}

function Found({ which }: { readonly which: Which }) {
  const t = useWords(listWords)
  const columns = useColumns()
  const query = useInfiniteQuery(payoutsQuery(which))
  return (
    <DeskTable
      query={query}
      caption={t(which)}
      columns={columns}
      path="/payouts"
      none={t('none')}
      noneText={t('none_text')}
    />
  )
}

function useColumns(): readonly Column<DeskPayout>[] {
  const t = useWords(listWords)
  const state = useWords(payoutStateWords)
  const review = useWords(reviewWords)
  return [
    {
      key: 'seller',
      title: t('seller'),
      cell: (one) => <TextLink href={`/payouts/${one.id}`}>{one.account.name}</TextLink>,
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'end',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    {
      key: 'to',
      title: t('to'),
      cell: ({ holder, iban }) => (
        <>
          {holder}
          <span className="digits block text-small text-ink-soft">
            {iban.slice(0, 2)} •••• {iban.slice(-4)}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      cell: (one) => (
        <>
          <Badge kind={one.state === 'review' ? 'attention' : 'neutral'}>{state(one.state)}</Badge>
          {one.state === 'review' && one.review !== null && (
            <span className="block text-small text-ink-soft">{review(one.review)}</span>
          )}
        </>
      ),
    },
    { key: 'asked', title: t('asked'), cell: (one) => <Time at={one.created_at} /> },
  ]
}
