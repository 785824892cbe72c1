import type { PaymentCheckCase } from '@danbao/contracts/console'
import { Badge, Callout, HeldBadge, Loaded, Money, useMoney, useTime } from '@danbao/ui'
import { paymentStateWords, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../../session.ts'
import { Level } from '../../common/person-state.tsx'
import { Section } from '../../common/section.tsx'
import { CaseHead } from '../case-head.tsx'
import { CaseSkeleton } from '../case-skeleton.tsx'
import { paymentCheckQuery } from '../queries.ts'
import { BuyerFacts } from './buyer-facts.tsx'
import { ScoreList } from './score-list.tsx'

const contentWords = words({
  title: { en: 'Payment by {name}', ru: 'Платёж: {name}', zh: '{name} 的付款' },
  why: { en: 'Why it waits', ru: 'Почему ждёт', zh: '等待原因' },
  buyer: { en: 'The buyer', ru: 'Покупатель', zh: '买家' },
  payments: {
    en: '{count, plural, one {# payment} other {# payments, paid together}}',
    ru: '{count, plural, one {# платёж} few {# платежа, оплачены вместе} many {# платежей, оплачены вместе} other {# платежа, оплачены вместе}}',
    zh: '{count, plural, one {# 笔付款} other {# 笔付款（一并支付）}}',
  },
  to: { en: 'to {seller}', ru: 'продавец: {seller}', zh: '卖家：{seller}' },
  untitled: { en: 'Without description', ru: 'Без описания', zh: '无说明' },
  held: { en: '{amount} held', ru: 'удержано {amount}', zh: '担保 {amount}' },
  asked: {
    en: 'The identity was asked for',
    ru: 'Личность запрошена',
    zh: '已要求身份验证',
  },
  asked_text: {
    en: '{name} asked {time}. Once it is approved, the payment goes on by itself.',
    ru: 'Запрос: {name}, {time}. После одобрения платёж пройдёт сам.',
    zh: '{name}于{time}要求验证。通过后付款将自动继续。',
  },
  told: {
    en: 'The buyer read: “{words}”',
    ru: 'Покупателю написали: «{words}»',
    zh: '已告知买家：“{words}”',
  },
})

/** What waits, whose it is, and why. */
export function PaymentCheckContent({ id }: { readonly id: string }) {
  const query = useQuery(paymentCheckQuery(id))
  return (
    <Loaded query={query} skeleton={<CaseSkeleton />}>
      {(found) => <CheckFacts found={found} />}
    </Loaded>
  )
}

function CheckFacts({ found }: { readonly found: PaymentCheckCase }) {
  const t = useWords(contentWords)
  return (
    <>
      <Head found={found} />
      {found.asked !== null && found.case !== null && <AskedNote asked={found.asked} />}
      <Section title={t('payments', { count: found.payments.length })}>
        <ul className="divide-y divide-line">
          {found.payments.map((one) => (
            <PaymentLine key={one.payment.id} one={one} />
          ))}
        </ul>
      </Section>
      <Section title={t('why')}>
        <ScoreList found={found} />
      </Section>
      <Section title={t('buyer')}>
        <BuyerFacts buyer={found.buyer} marketplace={found.marketplace} />
      </Section>
    </>
  )
}

function Head({ found }: { readonly found: PaymentCheckCase }) {
  const t = useWords(contentWords)
  const may = useMay()
  const { buyer } = found
  const { wallet } = buyer
  return (
    <CaseHead
      title={t('title', { name: buyer.name })}
      came={found.paid_at}
      due={found.case?.due_at ?? null}
      person={may('person.read') ? (wallet?.id ?? null) : null}
    >
      <Level level={buyer.level} />
      <Badge>{found.marketplace}</Badge>
      {wallet !== null && <span className="break-all">{wallet.email}</span>}
    </CaseHead>
  )
}

function AskedNote({ asked }: { readonly asked: NonNullable<PaymentCheckCase['asked']> }) {
  const t = useWords(contentWords)
  const { time } = useTime()
  return (
    <Callout kind="attention" title={t('asked')}>
      <span className="block">
        {t('asked_text', { name: asked.by.name, time: time(asked.at) })}
      </span>
      <span className="block">{t('told', { words: asked.words })}</span>
    </Callout>
  )
}

function PaymentLine({ one }: { readonly one: PaymentCheckCase['payments'][number] }) {
  const t = useWords(contentWords)
  const state = useWords(paymentStateWords)
  const money = useMoney()
  const { payment, seller } = one
  const { in_escrow: held, description } = payment
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2 text-small">
      <div className="min-w-32 flex-1">
        <p className="break-words">{description ?? t('untitled')}</p>
        <p className="text-ink-soft">{t('to', { seller })}</p>
        <p className="break-all text-ink-soft select-all">{payment.id}</p>
      </div>
      <div className="ms-auto flex flex-col items-end gap-1">
        <Money amount={payment.amount} />
        <span className="flex flex-wrap justify-end gap-1">
          <Badge>{state(payment.state)}</Badge>
          {held.value !== '0' && <HeldBadge>{t('held', { amount: money(held) })}</HeldBadge>}
        </span>
      </div>
    </li>
  )
}
