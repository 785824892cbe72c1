import type { InvoiceDetail } from '@danbao/contracts/wallet'
import {
  Callout,
  Facts,
  Loaded,
  Money,
  Page,
  Paper,
  PrintButton,
  SkeletonCards,
  TextLink,
  usePathText,
  useSearchText,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { usePerson } from '../../session.ts'
import { invoiceQuery } from './queries.ts'
import { usePeriod } from './use-period.ts'

const invoiceWords = words({
  title: { en: 'Commission invoice', ru: 'Счёт за комиссию', zh: '佣金账单' },
  running: {
    en: 'The month is not over: more may be added until then.',
    ru: 'Месяц ещё не закончился: суммы могут измениться.',
    zh: '本月尚未结束，金额仍可能变化。',
  },
  number: { en: 'Number', ru: 'Номер', zh: '编号' },
  period: { en: 'Period (UTC)', ru: 'Период (UTC)', zh: '期间（UTC）' },
  seller: { en: 'Seller', ru: 'Продавец', zh: '卖家' },
  shop: { en: 'Marketplace', ru: 'Маркетплейс', zh: '商城' },
  lines: { en: 'Sales', ru: 'Продажи', zh: '销售' },
  of: { en: 'of {amount}', ru: 'с {amount}', zh: '销售额 {amount}' },
  given_back: { en: 'given back after a claim', ru: 'возвращено по претензии', zh: '因索赔退回' },
  untitled: { en: 'Goods', ru: 'Товар', zh: '商品' },
  sum: { en: 'Together', ru: 'Итого', zh: '合计' },
  foot: {
    en: 'Kept back when the sales were released. Nothing is to be paid.',
    ru: 'Удержано при выплате за продажи. Платить ничего не нужно.',
    zh: '已在放款时扣除，无需支付。',
  },
})

/** The commission of a month, on paper. */
export function InvoicePage() {
  const t = useWords(invoiceWords)
  const address = {
    marketplace: usePathText('id'),
    month: useSearchText('month') ?? '',
    currency: useSearchText('currency') ?? '',
  }
  const query = useQuery(invoiceQuery(address))
  return (
    <Page title={t('title')} back="/invoices" actions={<PrintButton />}>
      <Loaded query={query} skeleton={<SkeletonCards cards={1} />}>
        {(invoice) => <Invoice invoice={invoice} />}
      </Loaded>
    </Page>
  )
}

interface InvoiceProps {
  readonly invoice: InvoiceDetail
}

function Invoice({ invoice }: InvoiceProps) {
  const t = useWords(invoiceWords)
  const period = usePeriod()
  const person = usePerson()
  return (
    <>
      {!invoice.final && <Callout kind="info">{t('running')}</Callout>}
      <Paper title={t('title')} amount={invoice.total} foot={t('foot')}>
        <Facts
          facts={[
            { name: t('number'), value: invoice.number },
            { name: t('period'), value: period(invoice.month) },
            { name: t('seller'), value: person.name },
            { name: t('shop'), value: invoice.marketplace.name },
          ]}
        />
        <Lines invoice={invoice} />
      </Paper>
    </>
  )
}

function Lines({ invoice: { lines, total } }: InvoiceProps) {
  const t = useWords(invoiceWords)
  return (
    <table className="mt-5 w-full text-small">
      <caption className="mb-2 text-start font-strong">{t('lines')}</caption>
      <tbody className="divide-y divide-line">
        {lines.map((line) => (
          <LineRow key={`${line.payment} ${line.at} ${line.commission.value}`} line={line} />
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t-2 border-line font-strong">
          <th scope="row" className="py-2 text-start">
            {t('sum')}
          </th>
          <td className="py-2 text-end">
            <Money amount={total} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function LineRow({ line }: { readonly line: InvoiceDetail['lines'][number] }) {
  const t = useWords(invoiceWords)
  const { moment } = useTime()
  const { payment, description, reference, at, gross, commission } = line
  return (
    <tr>
      <td className="py-2 pe-3 align-top break-words">
        <TextLink href={`/payments/${payment}`}>{description ?? t('untitled')}</TextLink>
        <span className="block text-ink-soft">
          {reference !== null && `${reference} · `}
          {moment(at)}
        </span>
        <span className="block text-ink-soft">
          {gross === null ? t('given_back') : t.rich('of', { amount: <Money amount={gross} /> })}
        </span>
      </td>
      <td className="py-2 text-end align-top">
        <Money amount={commission} />
      </td>
    </tr>
  )
}
