import type { DisputeCase } from '@danbao/contracts/console'
import {
  AmountSlider,
  type AmountView,
  type ApiRefusal,
  Button,
  Facts,
  Form,
  Money,
  readAmount,
  RefusalNote,
  Skeleton,
  TextArea,
  typeAmount,
  useForm,
  useMoney,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useSession } from '../../../session.ts'
import { ChangedNote } from '../changed-note.tsx'
import { decisionPreviewQuery, disputeQuery } from '../queries.ts'

const formWords = words({
  what: { en: 'How is the money divided?', ru: 'Как разделить деньги?', zh: '款项如何分配？' },
  amount: { en: 'Back to the buyer', ru: 'Вернуть покупателю', zh: '退还买家' },
  quick: { en: 'Take over', ru: 'Взять', zh: '采用' },
  buyers: {
    en: 'The buyer’s wish: {amount}',
    ru: 'Как просит покупатель: {amount}',
    zh: '买家要求：{amount}',
  },
  sellers: {
    en: 'The seller’s offer: {amount}',
    ru: 'Как предлагает продавец: {amount}',
    zh: '卖家方案：{amount}',
  },
  wrong: {
    en: 'Write an amount up to {most}.',
    ru: 'Введите сумму не больше {most}.',
    zh: '请输入不超过 {most} 的金额。',
  },
  means: { en: 'Consequence', ru: 'Последствия', zh: '结果' },
  to_buyer: { en: 'To the buyer', ru: 'Покупателю', zh: '买家' },
  to_promotions: { en: 'To the coupon’s giver', ru: 'Выдавшему купон', zh: '优惠券方' },
  to_seller: { en: 'To the seller', ru: 'Продавцу', zh: '卖家' },
  commission: { en: 'Commission', ru: 'Комиссия', zh: '佣金' },
  reason: { en: 'Reason', ru: 'Причина', zh: '理由' },
  hint: {
    en: 'Both sides read this. Say what convinced you, and blame nobody.',
    ru: 'Это прочтут обе стороны. Напишите, что вас убедило, никого не обвиняя.',
    zh: '双方都会看到。请说明依据，不作指责。',
  },
  why: { en: 'Say why.', ru: 'Укажите причину.', zh: '请填写理由。' },
  waits: {
    en: 'It is carried out in 3 days, unless one side appeals.',
    ru: 'Исполнится через 3 дня, если никто не обжалует.',
    zh: '如无人申诉，3 天后执行。',
  },
  at_once: { en: 'It is carried out at once.', ru: 'Исполнится сразу.', zh: '立即执行。' },
  decide: { en: 'Decide', ru: 'Решить', zh: '作出裁决' },
})

export interface DisputeFormProps {
  readonly found: DisputeCase
  readonly onDone: () => void
}

/** The division with its consequence in money, and the reason that both sides read. */
export function DisputeForm({ found, onDone }: DisputeFormProps) {
  const t = useWords(formWords)
  const { form, back, changed, forget } = useDecision(found, onDone)
  return (
    <Form form={form} label={t('what')}>
      <ChangedNote error={changed} onReload={forget} />
      <TakeOver found={found} onAmount={(amount) => form.set({ amount })} />
      <AmountSlider label={t('amount')} whole={found.left} {...form.text('amount')} />
      <Consequence id={found.dispute.id} back={back} />
      <p className="text-small text-ink-soft">{found.round === 1 ? t('waits') : t('at_once')}</p>
      <TextArea
        label={t('reason')}
        hint={t('hint')}
        rows={5}
        maxLength={1000}
        {...form.text('reason')}
      />
      <Button type="submit" wide busy={form.busy}>
        {t('decide')}
      </Button>
    </Form>
  )
}

const MEANWHILE = ['wrong_state', 'case_taken']

function useDecision(found: DisputeCase, onDone: () => void) {
  const t = useWords(formWords)
  const money = useMoney()
  const client = useQueryClient()
  const { refresh } = useSession()
  const [changed, setChanged] = useState<ApiRefusal>()
  const [key] = useState(() => crypto.randomUUID())
  const { left, round } = found
  const { id } = found.dispute
  const amountOf = (text: string): AmountView | undefined => {
    const read = readAmount(text, left.currency)
    return read !== undefined && BigInt(read.value) <= BigInt(left.value) ? read : undefined
  }
  const form = useForm({
    keep: `dispute.${id}.${round}`,
    initial: { amount: '', reason: '' },
    check: ({ amount, reason }) => ({
      amount: amountOf(amount) === undefined ? t('wrong', { most: money(left) }) : undefined,
      reason: reason.trim() === '' ? t('why') : undefined,
    }),
    submit: ({ amount, reason }) => {
      setChanged(undefined)
      const back = amountOf(amount) ?? { value: '0', currency: left.currency }
      const body = { key, round, amount: back, reason: reason.trim() }
      return api.call('decideDispute', { params: { id }, body })
    },
    done: (answer) => {
      client.setQueryData(disputeQuery(id).queryKey, answer)
      void client.invalidateQueries({ queryKey: ['queue'] })
      void refresh()
      onDone()
    },
    refused: (refusal) => {
      const known = MEANWHILE.includes(refusal.code)
      if (known) setChanged(refusal)
      return known
    },
    at: { amount_too_large: 'amount' },
  })
  const back = amountOf(form.values.amount)
  return { form, back, changed, forget: () => setChanged(undefined) }
}

interface TakeOverProps {
  readonly found: DisputeCase
  readonly onAmount: (amount: string) => void
}

/** What each of the two wanted last: often the answer is one of them. */
function TakeOver({ found: { dispute, left }, onAmount }: TakeOverProps) {
  const t = useWords(formWords)
  const money = useMoney()
  const last = (by: 'buyer' | 'seller'): AmountView | undefined => {
    const amount = dispute.offers.findLast((offer) => offer.by === by)?.amount
    return amount !== undefined && BigInt(amount.value) <= BigInt(left.value) ? amount : undefined
  }
  const [buyer, seller] = [last('buyer'), last('seller')]
  const button = (text: string, amount: AmountView) => (
    <Button kind="secondary" dense onClick={() => onAmount(typeAmount(amount))}>
      {text}
    </Button>
  )
  return (
    <div role="group" aria-label={t('quick')} className="flex flex-wrap gap-2">
      {buyer !== undefined && button(t('buyers', { amount: money(buyer) }), buyer)}
      {seller !== undefined && button(t('sellers', { amount: money(seller) }), seller)}
    </div>
  )
}

interface ConsequenceProps {
  readonly id: string
  readonly back: AmountView | undefined
}

function Consequence({ id, back }: ConsequenceProps) {
  const t = useWords(formWords)
  const { data, error } = useQuery(decisionPreviewQuery(id, back?.value))
  if (back === undefined) return null
  if (error !== null) return <RefusalNote error={error} />
  if (data === undefined) return <Skeleton className="h-24 w-full" />
  const line = (name: string, amount: AmountView) => ({ name, value: <Money amount={amount} /> })
  return (
    <section
      aria-label={t('means')}
      aria-live="polite"
      className="rounded-card bg-well px-3 text-small"
    >
      <Facts
        facts={[
          line(t('to_buyer'), data.to_buyer),
          ...(data.to_promotions.value === '0'
            ? []
            : [line(t('to_promotions'), data.to_promotions)]),
          line(t('to_seller'), data.to_seller),
          line(t('commission'), data.commission),
        ]}
      />
    </section>
  )
}
