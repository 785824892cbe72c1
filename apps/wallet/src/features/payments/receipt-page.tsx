import {
  type OwnPaymentDetail,
  PAYMENT_LINE_WORDS,
  paymentLineWord,
  RECEIPT_WORDS,
} from '@danbao/contracts/wallet'
import {
  buttonClass,
  Facts,
  Loaded,
  Money,
  Page,
  Paper,
  PrintButton,
  paymentStateWords,
  SkeletonCards,
  useLanguage,
  usePathText,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { usePerson } from '../../session.ts'
import { heldLines } from './held-lines.ts'
import { paymentQuery } from './queries.ts'

const lineWords = words(PAYMENT_LINE_WORDS)

const receiptWords = words({
  ...RECEIPT_WORDS,
  pdf: { en: 'Save as PDF', ru: 'Сохранить PDF', zh: '保存为 PDF' },
})

/** A payment on paper. */
export function ReceiptPage() {
  const t = useWords(receiptWords)
  const id = usePathText('id')
  const query = useQuery(paymentQuery(id))
  return (
    <Page title={t('title')} back={`/payments/${id}`} actions={<ReceiptTools id={id} />}>
      <Loaded query={query} skeleton={<SkeletonCards cards={1} />}>
        {(own) => <Receipt own={own} />}
      </Loaded>
    </Page>
  )
}

function ReceiptTools({ id }: { readonly id: string }) {
  const t = useWords(receiptWords)
  const language = useLanguage()
  return (
    <div className="flex flex-wrap items-center gap-3">
      <PrintButton />
      <a
        className={`${buttonClass({ kind: 'secondary' })} print:hidden`}
        href={`/wallet/api/payments/${id}/receipt.pdf?language=${language}`}
        download={`danbao-${id}.pdf`}
      >
        <Download aria-hidden className="size-5 shrink-0" />
        {t('pdf')}
      </a>
    </div>
  )
}

function Receipt({ own }: { readonly own: OwnPaymentDetail }) {
  const t = useWords(receiptWords)
  const state = useWords(paymentStateWords)
  const { moment } = useTime()
  const person = usePerson()
  const { payment, role, counterpart, marketplace } = own
  const names = role === 'buyer' ? [person.name, counterpart] : [counterpart, person.name]
  const maybe = (name: string, value: string | null | undefined) =>
    value === null || value === undefined ? [] : [{ name, value }]
  return (
    <Paper title={t('title')} amount={payment.amount} foot={t('foot')}>
      <Facts
        facts={[
          ...maybe(t('buyer'), names[0]),
          ...maybe(t('seller'), names[1]),
          { name: t('shop'), value: marketplace },
          ...maybe(t('goods'), payment.description),
          ...maybe(t('order'), payment.reference),
          { name: t('state'), value: state(payment.state) },
          ...(payment.paid_at === null
            ? []
            : [{ name: t('paid'), value: moment(payment.paid_at) }]),
          {
            name: t('number'),
            value: <span className="text-small break-all">{payment.id}</span>,
          },
        ]}
      />
      <Movements own={own} />
    </Paper>
  )
}

function Movements({ own }: { readonly own: OwnPaymentDetail }) {
  const t = useWords(receiptWords)
  const name = useWords(lineWords)
  const { moment } = useTime()
  const lines = heldLines(own.transfers, own.payment.amount.currency)
  if (lines.length === 0) return null
  return (
    <table className="mt-5 w-full text-small">
      <caption className="mb-2 text-start font-strong">{t('movements')}</caption>
      <tbody className="divide-y divide-line">
        {lines.map(({ id, code, at, amount, change }) => (
          <tr key={id}>
            <td className="py-2 pe-3 align-top">
              {name(paymentLineWord(code))}
              <span className="block text-ink-soft">{moment(at)}</span>
            </td>
            <td className="py-2 text-end align-top">
              <Money amount={change ?? amount} signed={change !== null} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
