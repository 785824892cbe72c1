import type { DeskPaymentPage } from '@danbao/contracts/console'
import {
  Card,
  EscrowTimeline,
  Facts,
  Loaded,
  Money,
  Page,
  PaymentBadge,
  SkeletonCards,
  usePathText,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Allowed } from '../common/allowed.tsx'
import { LOOKED_AT } from '../common/paged.ts'
import { TransferLines } from '../common/transfer-lines.tsx'
import { PaymentFacts } from './payment-facts.tsx'

const pageWords = words({
  payment: { en: 'Payment', ru: 'Платёж', zh: '付款' },
  timeline: { en: 'Where the money is', ru: 'Где деньги', zh: '资金进度' },
  facts: { en: 'About the payment', ru: 'О платеже', zh: '付款信息' },
  money: { en: 'The money', ru: 'Деньги', zh: '资金' },
  transfers: { en: 'Movements of the money', ru: 'Движение денег', zh: '资金流水' },
  amount: { en: 'In all', ru: 'Всего', zh: '总额' },
  coupon: { en: 'Of it by coupon', ru: 'Из них купоном', zh: '其中优惠券' },
  in_escrow: { en: 'Held now', ru: 'Удержано сейчас', zh: '当前担保' },
  released: { en: 'To the seller', ru: 'Продавцу', zh: '放款给卖家' },
  commission: { en: 'Commission', ru: 'Комиссия', zh: '佣金' },
  refunded: { en: 'Back to the buyer', ru: 'Возвращено покупателю', zh: '退还买家' },
  claimed_back: { en: 'Claimed back later', ru: 'Взыскано позже', zh: '事后追回' },
})

export function PaymentPage() {
  return (
    <Allowed to="payment.read">
      <Payment />
    </Allowed>
  )
}

function Payment() {
  const t = useWords(pageWords)
  const id = usePathText('id')
  const query = useQuery({
    queryKey: ['payment', id],
    queryFn: ({ signal }) => api.call('getPayment', { params: { id }, signal }),
    ...LOOKED_AT,
  })
  const { data } = query
  return (
    <Page
      key={id}
      title={data?.payment.description ?? t('payment')}
      back="/payments"
      intro={data && <Intro found={data} />}
    >
      <Loaded query={query} skeleton={<SkeletonCards cards={3} />}>
        {(found) => <Parts found={found} />}
      </Loaded>
    </Page>
  )
}

interface FoundProps {
  readonly found: DeskPaymentPage
}

function Intro({ found: { payment, marketplace } }: FoundProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-small">
      <Money amount={payment.amount} size="large" />
      <PaymentBadge state={payment.state} />
      <span>{marketplace}</span>
      <span className="break-all select-all">{payment.id}</span>
    </div>
  )
}

function Parts({ found }: FoundProps) {
  const t = useWords(pageWords)
  const { payment, dispute, transfers } = found
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      <Card title={t('timeline')}>
        <EscrowTimeline payment={payment} dispute={dispute} role="staff" />
      </Card>
      <Card title={t('facts')}>
        <PaymentFacts found={found} />
      </Card>
      <Card title={t('money')}>
        <Sums payment={payment} />
      </Card>
      <Card title={t('transfers')}>
        <TransferLines transfers={transfers} />
      </Card>
    </div>
  )
}

/** What is nothing is left out, but for the two that are asked first. */
function Sums({ payment }: Pick<DeskPaymentPage, 'payment'>) {
  const t = useWords(pageWords)
  const sums = [
    { name: t('amount'), amount: payment.amount, always: true },
    { name: t('coupon'), amount: payment.coupon },
    { name: t('in_escrow'), amount: payment.in_escrow, always: true },
    { name: t('released'), amount: payment.released },
    { name: t('commission'), amount: payment.commission.taken },
    { name: t('refunded'), amount: payment.refunded },
    { name: t('claimed_back'), amount: payment.claimed_back },
  ]
  const shown = sums.filter(({ amount, always }) => always === true || amount.value !== '0')
  return (
    <Facts facts={shown.map(({ name, amount }) => ({ name, value: <Money amount={amount} /> }))} />
  )
}
