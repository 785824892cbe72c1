import type { DeskPaymentPage } from '@danbao/contracts/console'
import { Facts, TextLink, useTime, useWords, words } from '@danbao/ui'
import type { ReactNode } from 'react'
import { useMay } from '../../session.ts'
import { PartyName } from '../common/party-name.tsx'
import { verdictWords } from '../common/span-words.ts'
import { caseAddress } from '../desk/case-address.ts'
import { disputeStateWords } from '../desk/dispute/dispute-words.ts'

const factWords = words({
  buyer: { en: 'Buyer', ru: 'Покупатель', zh: '买家' },
  seller: { en: 'Seller', ru: 'Продавец', zh: '卖家' },
  marketplace: { en: 'Marketplace', ru: 'Маркетплейс', zh: '商城' },
  reference: { en: 'Its reference', ru: 'Номер в маркетплейсе', zh: '商城编号' },
  checkout: { en: 'Checkout', ru: 'Оформление', zh: '结账单' },
  carrier: { en: 'Carrier', ru: 'Перевозчик', zh: '承运商' },
  tracking: { en: 'Tracking number', ru: 'Трек-номер', zh: '运单号' },
  dispute: { en: 'Dispute', ru: 'Спор', zh: '争议' },
  check: { en: 'Check', ru: 'Проверка', zh: '核查' },
  waiting: { en: 'Waits for staff', ru: 'Ждёт сотрудника', zh: '待人工核查' },
  reason: { en: 'Reason given', ru: 'Указанная причина', zh: '所述原因' },
  created: { en: 'Made', ru: 'Создан', zh: '创建时间' },
})

/** Who, where, and what leads on; what there is not is left out. */
export function PaymentFacts({ found }: { readonly found: DeskPaymentPage }) {
  const t = useWords(factWords)
  const { moment } = useTime()
  const { payment, buyer, seller, marketplace, dispute, check } = found
  const { carrier, tracking } = payment.shipment
  const given = [
    fact(t('reference'), payment.reference),
    fact(t('checkout'), payment.checkout),
    fact(t('carrier'), carrier),
    fact(t('tracking'), tracking),
    dispute !== null && { name: t('dispute'), value: <DisputeLink dispute={dispute} /> },
    check !== null && { name: t('check'), value: <CheckLink check={check} /> },
    fact(t('reason'), payment.reason),
  ]
  return (
    <Facts
      facts={[
        { name: t('buyer'), value: <PartyName party={buyer} /> },
        { name: t('seller'), value: <PartyName party={seller} /> },
        { name: t('marketplace'), value: marketplace },
        { name: t('created'), value: moment(payment.created_at) },
        ...given.filter((one) => one !== false),
      ]}
    />
  )
}

function fact(name: string, text: string | null): { name: string; value: ReactNode } | false {
  if (text === null) return false
  return { name, value: <span className="break-all select-all">{text}</span> }
}

function DisputeLink({ dispute }: { readonly dispute: NonNullable<DeskPaymentPage['dispute']> }) {
  const say = useWords(disputeStateWords)
  const may = useMay()
  const state = say(dispute.state)
  if (!may('dispute.decide')) return state
  const href = caseAddress({ kind: 'dispute', subject: dispute.id })
  return <TextLink href={href}>{state}</TextLink>
}

function CheckLink({ check }: { readonly check: NonNullable<DeskPaymentPage['check']> }) {
  const t = useWords(factWords)
  const say = useWords(verdictWords)
  const may = useMay()
  const state = check.verdict === null ? t('waiting') : say(check.verdict)
  // Without a case there is nothing to be seen that is not here.
  if (!may('payment.check') || check.verdict === 'cleared') return state
  const href = caseAddress({ kind: 'payment_check', subject: check.leader })
  return <TextLink href={href}>{state}</TextLink>
}
