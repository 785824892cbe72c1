import type { DeskPayoutPage } from '@danbao/contracts/console'
import {
  Button,
  Card,
  Form,
  RadioCards,
  TextArea,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { choiceWords } from './payout-words.ts'
import { payoutQuery, reloadPayouts } from './queries.ts'

const formWords = words({
  title: { en: 'What should happen?', ru: 'Что сделать?', zh: '如何处理？' },
  reason: { en: 'Why', ru: 'Почему', zh: '理由' },
  hint_both: {
    en: 'The second person and the seller read it.',
    ru: 'Это прочтут второй сотрудник и продавец.',
    zh: '复核人和卖家都会看到。',
  },
  hint_second: {
    en: 'The second person reads it before they agree.',
    ru: 'Второй сотрудник прочтёт это, прежде чем согласиться.',
    zh: '复核人批准前会阅读。',
  },
  hint_seller: {
    en: 'The seller reads it in their wallet.',
    ru: 'Продавец прочтёт это в кошельке.',
    zh: '卖家会在钱包中看到。',
  },
  choose: { en: 'Choose one.', ru: 'Выберите.', zh: '请选择。' },
  why: { en: 'Say why.', ru: 'Укажите причину.', zh: '请填写理由。' },
  ask: { en: 'Ask for it', ru: 'Отправить на согласование', zh: '提交审批' },
  refuse: { en: 'Refuse it', ru: 'Отказать', zh: '拒绝' },
  asked: {
    en: 'It waits for a second person now.',
    ru: 'Теперь ждём второго сотрудника.',
    zh: '已提交，等待他人批准。',
  },
  refused: {
    en: 'Refused. The money is with the seller’s proceeds.',
    ru: 'Отказано. Деньги снова в выручке продавца.',
    zh: '已拒绝，款项已退回卖家货款。',
  },
})

/** What is wanted with a payout; to let money go, a second person has to agree. */
export function ChoiceForm({ page }: { readonly page: DeskPayoutPage }) {
  const t = useWords(formWords)
  const choice = useWords(choiceWords)
  const form = useChoice(page)
  const isRefusal = form.values.kind === 'refuse'
  return (
    <Card title={t('title')}>
      <Form form={form} label={t('title')}>
        <RadioCards
          label={t('title')}
          hideLabel
          {...form.text('kind')}
          options={page.choices.map((value) => ({
            value,
            label: choice(value),
            text: choice(`${value}_text`),
          }))}
        />
        <TextArea
          label={t('reason')}
          hint={t(hintFor(form.values.kind))}
          rows={3}
          maxLength={1000}
          {...form.text('reason')}
        />
        <Button type="submit" kind={isRefusal ? 'danger' : 'primary'} busy={form.busy}>
          {t(isRefusal ? 'refuse' : 'ask')}
        </Button>
      </Form>
    </Card>
  )
}

function hintFor(kind: string) {
  if (kind === 'refuse') return 'hint_seller'
  return kind === 'payout_failed' ? 'hint_both' : 'hint_second'
}

function useChoice({ payout: { id }, choices }: DeskPayoutPage) {
  const t = useWords(formWords)
  const client = useQueryClient()
  return useForm({
    initial: { kind: '', reason: '', key: crypto.randomUUID() },
    check: ({ kind, reason }) => ({
      kind: kind === '' ? t('choose') : undefined,
      reason: reason.trim() === '' ? t('why') : undefined,
    }),
    submit: ({ kind: chosen, reason, key }) => {
      const kind = choices.find((one) => one === chosen) ?? 'refuse'
      const params = { id }
      return kind === 'refuse'
        ? api.call('refusePayout', { params, body: { key, reason } })
        : api.call('wishPayout', { params, body: { kind, reason } })
    },
    done: (page) => {
      client.setQueryData(payoutQuery(id).queryKey, page)
      reloadPayouts(client)
      toast(t(page.waiting === null ? 'refused' : 'asked'))
    },
  })
}
