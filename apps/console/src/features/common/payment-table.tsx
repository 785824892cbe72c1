import type { DeskPayment } from '@danbao/contracts/console'
import {
  Badge,
  type Column,
  Money,
  PaymentBadge,
  Table,
  TextLink,
  Time,
  useWords,
  words,
} from '@danbao/ui'
import { disputeStateWords } from '../desk/dispute/dispute-words.ts'
import { PartyName } from './party-name.tsx'

const tableWords = words({
  payment: { en: 'Payment', ru: 'Платёж', zh: '付款' },
  amount: { en: 'Amount', ru: 'Сумма', zh: '金额' },
  state: { en: 'State', ru: 'Состояние', zh: '状态' },
  buyer: { en: 'Buyer', ru: 'Покупатель', zh: '买家' },
  seller: { en: 'Seller', ru: 'Продавец', zh: '卖家' },
  paid: { en: 'Paid', ru: 'Оплачен', zh: '付款时间' },
  due: { en: 'Next', ru: 'Дальше', zh: '下一步' },
  untitled: { en: 'Without description', ru: 'Без описания', zh: '无说明' },
  pay: { en: 'Expires {when}', ru: 'Истекает {when}', zh: '{when}过期' },
  check: { en: 'Check ends {when}', ru: 'Конец проверки {when}', zh: '核查截止：{when}' },
  ship: { en: 'Refund {when}', ru: 'Возврат {when}', zh: '{when}退款' },
  confirmation: { en: 'Release {when}', ru: 'Выплата {when}', zh: '{when}放款' },
  inspection: { en: 'Release {when}', ru: 'Выплата {when}', zh: '{when}放款' },
})

export interface PaymentTableProps {
  /** What it lists, for screen readers. */
  readonly caption: string
  readonly payments: readonly DeskPayment[]
}

/** Payments of anybody; each leads to its page and to the two people. */
export function PaymentTable({ caption, payments }: PaymentTableProps) {
  return <Table caption={caption} columns={useColumns()} rows={payments} rowKey={({ id }) => id} />
}

function useColumns(): readonly Column<DeskPayment>[] {
  const t = useWords(tableWords)
  return [
    {
      key: 'payment',
      title: t('payment'),
      className: 'md:min-w-48',
      cell: (payment) => <Title payment={payment} />,
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'end',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'state', title: t('state'), cell: (payment) => <Standing payment={payment} /> },
    { key: 'buyer', title: t('buyer'), cell: ({ buyer }) => <PartyName party={buyer} /> },
    { key: 'seller', title: t('seller'), cell: ({ seller }) => <PartyName party={seller} /> },
    {
      key: 'paid',
      title: t('paid'),
      cell: ({ paid_at: at }) => (at === null ? '—' : <Time at={at} />),
    },
    { key: 'due', title: t('due'), cell: ({ due }) => <Next due={due} /> },
  ]
}

function Title({ payment }: { readonly payment: DeskPayment }) {
  const t = useWords(tableWords)
  const { id, description, marketplace, reference } = payment
  return (
    <>
      <span className="block break-words">
        <TextLink href={`/payments/${id}`}>{description ?? t('untitled')}</TextLink>
      </span>
      <span className="block break-all text-ink-soft">
        {[marketplace, reference].filter((part) => part !== null).join(' · ')}
      </span>
    </>
  )
}

function Standing({ payment: { state, dispute } }: { readonly payment: DeskPayment }) {
  const say = useWords(disputeStateWords)
  return (
    <span className="flex flex-wrap gap-1">
      <PaymentBadge state={state} />
      {dispute !== null && <Badge kind="attention">{say(dispute.state)}</Badge>}
    </span>
  )
}

function Next({ due }: Pick<DeskPayment, 'due'>) {
  const t = useWords(tableWords)
  return due === null ? '—' : t.rich(due.what, { when: <Time at={due.at} /> })
}
