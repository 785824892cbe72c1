import type { PersonPage } from '@danbao/contracts/console'
import { Card, EmptyState, SkeletonLines, useWords, words } from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ReceiptText } from 'lucide-react'
import { PagedList } from '../common/paged-list.tsx'
import { PaymentList } from '../common/payment-list.tsx'
import { personPaymentsQuery } from './queries.ts'

const tabWords = words({
  empty: { en: 'No payments yet', ru: 'Платежей ещё не было', zh: '尚无付款' },
  empty_text: {
    en: 'What the person buys or sells will stand here.',
    ru: 'Здесь появятся покупки и продажи.',
    zh: '用户的买入和卖出会显示在这里。',
  },
})

export function PaymentsTab({ found }: { readonly found: PersonPage }) {
  const t = useWords(tabWords)
  const query = useInfiniteQuery(personPaymentsQuery(found.person.id))
  if (found.payments.length === 0) {
    return (
      <EmptyState icon={ReceiptText} title={t('empty')}>
        {t('empty_text')}
      </EmptyState>
    )
  }
  return (
    <Card>
      <PagedList query={query} skeleton={<SkeletonLines lines={6} />}>
        {(payments) => <PaymentList payments={payments} />}
      </PagedList>
    </Card>
  )
}
