import type { InvoiceView } from '@danbao/contracts/wallet'
import {
  Badge,
  Card,
  EmptyState,
  Link,
  Loaded,
  Money,
  Page,
  SkeletonCards,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight, FileText } from 'lucide-react'
import { invoicePath, invoicesQuery } from './queries.ts'
import { usePeriod } from './use-period.ts'

const listWords = words({
  title: { en: 'Commission', ru: 'Комиссия', zh: '佣金' },
  intro: {
    en: 'What your sales cost you, month by month. It was kept back when you were paid: there is nothing to pay.',
    ru: 'Во что обошлись вам продажи, по месяцам. Комиссия удержана при выплате: платить ничего не нужно.',
    zh: '每月的销售佣金，已在放款时扣除，无需另行支付。',
  },
  running: { en: 'Still running', ru: 'Ещё идёт', zh: '本月未结束' },
  none: { en: 'No commission yet', ru: 'Комиссии пока не было', zh: '暂无佣金' },
  none_text: {
    en: 'When a sale is released to you, its commission stands here.',
    ru: 'Когда деньги за продажу выплатят вам, комиссия появится здесь.',
    zh: '销售款放款给您后，佣金将显示在此。',
  },
})

/** What a seller was charged, by month, marketplace and currency. */
export function InvoicesPage() {
  const t = useWords(listWords)
  const query = useQuery(invoicesQuery)
  return (
    <Page title={t('title')} intro={t('intro')} back="/payments?role=seller">
      <Loaded query={query} skeleton={<SkeletonCards cards={2} />}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={FileText} title={t('none')}>
              {t('none_text')}
            </EmptyState>
          ) : (
            <Card>
              <ul className="divide-y divide-line">
                {data.map((invoice) => (
                  <li key={invoice.number}>
                    <InvoiceRow invoice={invoice} />
                  </li>
                ))}
              </ul>
            </Card>
          )
        }
      </Loaded>
    </Page>
  )
}

function InvoiceRow({ invoice }: { readonly invoice: InvoiceView }) {
  const t = useWords(listWords)
  const period = usePeriod()
  const { month, currency, marketplace, total, final } = invoice
  return (
    <Link
      href={invoicePath({ marketplace: marketplace.id, month, currency })}
      className="-mx-2 flex items-center gap-3 rounded-card px-2 py-3 hover:bg-well"
    >
      <span className="min-w-0 flex-1">
        <span className="block break-words">{period(month)}</span>
        <span className="block text-small text-ink-soft">{marketplace.name}</span>
        {!final && <Badge>{t('running')}</Badge>}
      </span>
      <Money amount={total} />
      <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-soft rtl:rotate-180" />
    </Link>
  )
}
