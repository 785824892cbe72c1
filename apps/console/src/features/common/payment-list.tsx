import type { PersonPayment } from '@danbao/contracts/console'
import {
  Badge,
  HeldBadge,
  Money,
  paymentStateWords,
  TextLink,
  Time,
  useMoney,
  useWords,
  words,
} from '@danbao/ui'
import { ArrowDownLeft, ArrowUpRight } from 'lucide-react'
import { useMay } from '../../session.ts'

const listWords = words({
  buyer: { en: 'Buys', ru: 'Покупает', zh: '买入' },
  seller: { en: 'Sells', ru: 'Продаёт', zh: '卖出' },
  untitled: { en: 'Without description', ru: 'Без описания', zh: '无说明' },
  held: { en: '{amount} held', ru: 'удержано {amount}', zh: '担保 {amount}' },
  dispute: { en: 'With a dispute', ru: 'Есть спор', zh: '有争议' },
})

/** Payments of one person, newest first, from their side. */
export function PaymentList({ payments }: { readonly payments: readonly PersonPayment[] }) {
  return (
    <ul className="divide-y divide-line">
      {payments.map((payment) => (
        <li key={payment.id} className="py-2.5">
          <PaymentLine payment={payment} />
        </li>
      ))}
    </ul>
  )
}

function PaymentLine({ payment }: { readonly payment: PersonPayment }) {
  const t = useWords(listWords)
  const say = useWords(paymentStateWords)
  const money = useMoney()
  const leads = useMay()('payment.read')
  const { side, state, amount, in_escrow: held, description, dispute } = payment
  const Icon = side === 'buyer' ? ArrowUpRight : ArrowDownLeft
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1 text-small">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-soft" />
      <div className="min-w-32 flex-1">
        <p className="break-words">
          {leads ? (
            <TextLink href={`/payments/${payment.id}`}>{description ?? t('untitled')}</TextLink>
          ) : (
            (description ?? t('untitled'))
          )}
        </p>
        <p className="text-ink-soft">
          {t(side)} · <Time at={payment.created_at} />
        </p>
        <p className="break-all text-ink-soft select-all">{payment.id}</p>
      </div>
      <div className="ms-auto flex flex-col items-end gap-1">
        <Money amount={amount} />
        <span className="flex flex-wrap justify-end gap-1">
          <Badge>{say(state)}</Badge>
          {dispute !== null && <Badge kind="attention">{t('dispute')}</Badge>}
          {held.value !== '0' && <HeldBadge>{t('held', { amount: money(held) })}</HeldBadge>}
        </span>
      </div>
    </div>
  )
}
