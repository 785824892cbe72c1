import type { OwnPaymentDetail } from '@danbao/contracts/wallet'
import {
  Avatar,
  Card,
  EscrowTimeline,
  Facts,
  Loaded,
  Money,
  Page,
  PaymentBadge,
  SkeletonCards,
  TextLink,
  Time,
  usePathText,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { DisputePanel } from '../disputes/dispute-panel.tsx'
import { PaymentActions } from './payment-actions.tsx'
import { paymentQuery } from './queries.ts'
import { WhyLines } from './why-lines.tsx'

const pageWords = words({
  title: { en: 'Payment', ru: 'Платёж', zh: '付款' },
  timeline: { en: 'Where the money is', ru: 'Где деньги', zh: '资金在哪里' },
  facts: { en: 'Details', ru: 'Подробности', zh: '详情' },
  shop: { en: 'Marketplace', ru: 'Маркетплейс', zh: '商城' },
  reference: { en: 'Order', ru: 'Заказ', zh: '订单' },
  carrier: { en: 'Carrier', ru: 'Перевозчик', zh: '承运商' },
  tracking: { en: 'Tracking number', ru: 'Трек-номер', zh: '运单号' },
  reason: { en: 'Reason given', ru: 'Указанная причина', zh: '所述原因' },
  created: { en: 'Created', ru: 'Создан', zh: '创建时间' },
  number: { en: 'Payment number', ru: 'Номер платежа', zh: '付款编号' },
  receipt: { en: 'Receipt', ru: 'Квитанция', zh: '收据' },
})

/** One payment, for its buyer or its seller: where the money is, what is next, what can be done. */
export function PaymentPage() {
  const t = useWords(pageWords)
  const query = useQuery(paymentQuery(usePathText('id')))
  return (
    <Page title={query.data?.payment.description ?? t('title')} back="/payments">
      <Loaded query={query} skeleton={<SkeletonCards cards={3} />}>
        {(own) => <Payment own={own} />}
      </Loaded>
    </Page>
  )
}

function Payment({ own }: { readonly own: OwnPaymentDetail }) {
  const t = useWords(pageWords)
  const { payment, role, counterpart } = own
  return (
    <>
      <Card>
        <div className="flex items-center gap-3">
          {counterpart !== null && <Avatar name={counterpart} />}
          <div className="min-w-0 flex-1">
            <p className="break-words">{counterpart}</p>
            <Money amount={payment.amount} size="figure" />
          </div>
          <PaymentBadge state={payment.state} />
        </div>
      </Card>
      <PaymentActions own={own} />
      <DisputePanel detail={own} />
      <Card title={t('timeline')}>
        <EscrowTimeline payment={payment} dispute={own.dispute} role={role} />
      </Card>
      <WhyLines own={own} />
      <Details own={own} />
    </>
  )
}

function Details({ own: { payment, marketplace } }: { readonly own: OwnPaymentDetail }) {
  const t = useWords(pageWords)
  const { shipment, reference, reason } = payment
  const maybe = (name: string, value: string | null) =>
    value === null ? [] : [{ name, value: <span className="break-words">{value}</span> }]
  return (
    <Card
      title={t('facts')}
      action={<TextLink href={`/payments/${payment.id}/receipt`}>{t('receipt')}</TextLink>}
    >
      <Facts
        facts={[
          { name: t('shop'), value: marketplace },
          ...maybe(t('reference'), reference),
          ...maybe(t('carrier'), shipment.carrier),
          ...maybe(t('tracking'), shipment.tracking),
          ...maybe(t('reason'), reason),
          { name: t('created'), value: <Time at={payment.created_at} /> },
          {
            name: t('number'),
            value: <span className="text-small break-all select-all">{payment.id}</span>,
          },
        ]}
      />
    </Card>
  )
}
