import type { DeskFilter } from '@danbao/contracts/console'
import { Card, EmptyState, Page, SkeletonLines, useWords, words } from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ReceiptText } from 'lucide-react'
import { api } from '../../api.ts'
import { Allowed } from '../common/allowed.tsx'
import { PagedList } from '../common/paged-list.tsx'
import { afterCursor, LOOKED_AT, PAGED } from '../common/paged.ts'
import { PaymentTable } from '../common/payment-table.tsx'
import { FilterNotes } from './filter-notes.tsx'
import { usePaymentFilter } from './filter.ts'
import { PaymentFilters } from './payment-filters.tsx'

const pageWords = words({
  title: { en: 'Payments', ru: 'Платежи', zh: '付款' },
  intro: {
    en: 'Of all marketplaces, newest first. What you look at is kept in the audit log.',
    ru: 'Всех маркетплейсов, новые сверху. Ваши просмотры остаются в журнале.',
    zh: '所有商城的付款，最新在前。您的查看会记入审计日志。',
  },
  found: { en: 'Payments found', ru: 'Найденные платежи', zh: '找到的付款' },
  empty: { en: 'No payment fits', ru: 'Таких платежей нет', zh: '没有符合的付款' },
  empty_text: {
    en: 'Take a filter away to see more.',
    ru: 'Уберите один из фильтров.',
    zh: '请减少筛选条件。',
  },
})

export function PaymentsPage() {
  const t = useWords(pageWords)
  const filter = usePaymentFilter()
  return (
    <Allowed to="payment.read">
      <Page title={t('title')} intro={t('intro')}>
        <Card>
          <PaymentFilters filter={filter} />
          <FilterNotes filter={filter} />
        </Card>
        <Card>
          <Found filter={filter} />
        </Card>
      </Page>
    </Allowed>
  )
}

function Found({ filter }: { readonly filter: DeskFilter }) {
  const t = useWords(pageWords)
  const query = useInfiniteQuery({
    queryKey: ['payments', filter],
    queryFn: ({ pageParam, signal }) =>
      api.call('listPayments', {
        query: { ...filter, ...afterCursor(pageParam) },
        signal,
      }),
    ...PAGED,
    ...LOOKED_AT,
  })
  return (
    <PagedList
      query={query}
      skeleton={<SkeletonLines lines={6} />}
      empty={
        <EmptyState icon={ReceiptText} title={t('empty')}>
          {t('empty_text')}
        </EmptyState>
      }
    >
      {(payments) => <PaymentTable caption={t('found')} payments={payments} />}
    </PagedList>
  )
}
