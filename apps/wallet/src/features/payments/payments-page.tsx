import {
  Button,
  EmptyState,
  ErrorState,
  MoneyCard,
  Page,
  Select,
  SkeletonCards,
  Tabs,
  useGo,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ReceiptText } from 'lucide-react'
import { SellingOutlook } from '../selling/selling-outlook.tsx'
import { type PaymentFilter, paymentsQuery } from './queries.ts'

const listWords = words({
  title: { en: 'Payments', ru: 'Платежи', zh: '付款' },
  tabs: { en: 'Which payments', ru: 'Какие платежи', zh: '付款类别' },
  buyer: { en: 'I buy', ru: 'Покупаю', zh: '我买入' },
  seller: { en: 'I sell', ru: 'Продаю', zh: '我卖出' },
  which: { en: 'Show', ru: 'Показать', zh: '显示' },
  all: { en: 'All', ru: 'Все', zh: '全部' },
  open: { en: 'Under way', ru: 'В процессе', zh: '进行中' },
  to_ship: { en: 'To ship', ru: 'К отправке', zh: '待发货' },
  disputed: { en: 'In dispute', ru: 'Со спором', zh: '争议中' },
  closed: { en: 'Done', ru: 'Завершённые', zh: '已完成' },
  more: { en: 'Show more', ru: 'Показать ещё', zh: '显示更多' },
  none: { en: 'No payments here', ru: 'Здесь нет платежей', zh: '暂无付款' },
  none_buyer: {
    en: 'What you buy with Danbao at a marketplace stands here, and you see where your money is.',
    ru: 'Здесь будет то, что вы покупаете через Danbao на маркетплейсах, — и видно, где ваши деньги.',
    zh: '您在商城使用 Danbao 购买的商品将显示在此，可随时查看资金去向。',
  },
  none_seller: {
    en: 'What others buy from you stands here, as soon as their money is held.',
    ru: 'Здесь будет то, что покупают у вас, — как только деньги удержаны.',
    zh: '他人向您购买且资金已担保的订单将显示在此。',
  },
})

const GROUPS = {
  buyer: ['all', 'open', 'disputed', 'closed'],
  seller: ['all', 'to_ship', 'open', 'disputed', 'closed'],
} as const

type Role = keyof typeof GROUPS
type Group = (typeof GROUPS)[Role][number]

/** What somebody buys, and what they sell. The address keeps what was chosen. */
export function PaymentsPage() {
  const t = useWords(listWords)
  const go = useGo()
  const role: Role = useSearchText('role') === 'seller' ? 'seller' : 'buyer'
  const wanted = useSearchText('group')
  const group = GROUPS[role].find((one) => one === wanted) ?? 'all'
  const show = (next: Role, of: string): void =>
    go(`/payments?${new URLSearchParams({ role: next, group: of })}`, { replace: true })
  return (
    <Page title={t('title')}>
      <Tabs
        label={t('tabs')}
        value={role}
        onValue={(value) => show(value === 'seller' ? 'seller' : 'buyer', 'all')}
        tabs={(['buyer', 'seller'] as const).map((value) => ({
          value,
          label: t(value),
          content: (
            <div className="flex flex-col gap-4">
              {value === 'seller' && group === 'all' && <SellingOutlook />}
              <Select
                label={t('which')}
                placeholder={false}
                value={group}
                onValue={(of) => show(role, of)}
                options={GROUPS[value].map((one) => ({ value: one, label: t(one) }))}
              />
              <PaymentList role={value} group={group} />
            </div>
          ),
        }))}
      />
    </Page>
  )
}

function PaymentList({ role, group }: { readonly role: Role; readonly group: Group }) {
  const t = useWords(listWords)
  const filter: PaymentFilter = group === 'all' ? { role } : { role, group }
  const query = useInfiniteQuery(paymentsQuery(filter))
  if (query.data === undefined) {
    if (query.error === null) return <SkeletonCards cards={3} />
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  }
  const payments = query.data.pages.flatMap(({ data }) => data)
  if (payments.length === 0) {
    return (
      <EmptyState icon={ReceiptText} title={t('none')}>
        {group === 'all' && t(`none_${role}`)}
      </EmptyState>
    )
  }
  return (
    <>
      <ul className="flex flex-col gap-3">
        {payments.map(({ payment, counterpart, role: side }) => (
          <li key={payment.id}>
            <MoneyCard
              payment={payment}
              role={side}
              counterpart={counterpart}
              href={`/payments/${payment.id}`}
            />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          kind="secondary"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </>
  )
}
