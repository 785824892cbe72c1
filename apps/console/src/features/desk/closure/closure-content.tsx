import type { ClosureCase } from '@danbao/contracts/console'
import { Badge, Loaded, Money, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useMay } from '../../../session.ts'
import { BalanceList } from '../../common/balance-list.tsx'
import { PaymentList } from '../../common/payment-list.tsx'
import { Level, PersonState } from '../../common/person-state.tsx'
import { Section } from '../../common/section.tsx'
import { CaseHead } from '../case-head.tsx'
import { CaseSkeleton } from '../case-skeleton.tsx'
import { closureQuery } from '../queries.ts'
import { closureStateWords, obstacleWords } from './closure-words.ts'

const contentWords = words({
  title: { en: 'Closure for {name}', ru: 'Закрытие аккаунта: {name}', zh: '销户：{name}' },
  obstacles: { en: 'What is in the way', ru: 'Что мешает', zh: '尚存障碍' },
  clear: {
    en: 'Nothing. The account can be closed.',
    ru: 'Ничего. Аккаунт можно закрыть.',
    zh: '无。账户可以关闭。',
  },
  balances: { en: 'Balances', ru: 'Остатки', zh: '余额' },
  payments: {
    en: '{count, plural, =0 {No open payments} one {# open payment} other {# open payments}}',
    ru: '{count, plural, =0 {Открытых платежей нет} one {# открытый платёж} few {# открытых платежа} many {# открытых платежей} other {# открытого платежа}}',
    zh: '{count, plural, =0 {没有未完成的付款} other {# 笔未完成的付款}}',
  },
  more: {
    en: 'The newest {shown} are shown.',
    ru: 'Показаны последние {shown}.',
    zh: '仅显示最近 {shown} 笔。',
  },
  message: { en: 'In their words', ru: 'Своими словами', zh: '本人说明' },
})

export function ClosureContent({ id }: { readonly id: string }) {
  const query = useQuery(closureQuery(id))
  return (
    <Loaded query={query} skeleton={<CaseSkeleton />}>
      {(found) => <ClosureFacts found={found} />}
    </Loaded>
  )
}

function ClosureFacts({ found }: { readonly found: ClosureCase }) {
  const t = useWords(contentWords)
  const { open_payments: payments, open_payment_count: count } = found
  return (
    <>
      <Head found={found} />
      {found.message !== null && (
        <Section title={t('message')}>
          <blockquote className="border-s-2 border-line ps-3 break-words whitespace-pre-wrap">
            {found.message}
          </blockquote>
        </Section>
      )}
      <Section title={t('obstacles')}>
        <Obstacles obstacles={found.obstacles} />
      </Section>
      <Section title={t('balances')}>
        <BalanceList balances={found.balances} />
      </Section>
      <Section title={t('payments', { count })}>
        <PaymentList payments={payments} />
        {payments.length < count && (
          <p className="text-small text-ink-soft">{t('more', { shown: payments.length })}</p>
        )}
      </Section>
    </>
  )
}

function Head({ found }: { readonly found: ClosureCase }) {
  const t = useWords(contentWords)
  const state = useWords(closureStateWords)
  const may = useMay()
  const { person } = found
  return (
    <CaseHead
      title={t('title', { name: person.name })}
      came={found.requested_at}
      due={found.state === 'requested' ? (found.case?.due_at ?? null) : null}
      person={may('person.read') ? person.id : null}
    >
      <Badge>{state(found.state)}</Badge>
      <Level level={person.level} />
      <PersonState state={person.state} />
      <span className="break-all">{person.email}</span>
    </CaseHead>
  )
}

function Obstacles({ obstacles }: Pick<ClosureCase, 'obstacles'>) {
  const t = useWords(contentWords)
  const say = useWords(obstacleWords)
  if (obstacles.length === 0) {
    return (
      <p className="flex gap-2 text-jade">
        <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0" />
        {t('clear')}
      </p>
    )
  }
  return (
    <ul className="divide-y divide-line text-small">
      {obstacles.map(({ kind, amount, subject }, at) => (
        <li key={at} className="flex items-start gap-2 py-2">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-amber" />
          <span className="min-w-0 flex-1">
            {say(kind)}
            {subject !== null && (
              <span className="block break-all text-ink-soft select-all">{subject}</span>
            )}
          </span>
          {amount !== null && <Money amount={amount} size="small" />}
        </li>
      ))}
    </ul>
  )
}
