import { type ExchangeDesk, perEuro } from '@danbao/contracts/console'
import {
  Button,
  Form,
  Select,
  TextArea,
  TextInput,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { exchangeQuery } from './queries.ts'

const typeWords = words({
  currency: { en: 'Currency', ru: 'Валюта', zh: '货币' },
  rate: { en: 'One euro is worth', ru: 'Сколько стоит один евро', zh: '一欧元兑换' },
  rate_hint: { en: 'For example 95.1234', ru: 'Например, 95,1234', zh: '例如 95.1234' },
  reason: { en: 'Why', ru: 'Почему', zh: '理由' },
  reason_hint: {
    en: 'The second person reads it: where the rate is from.',
    ru: 'Это прочтёт второй сотрудник: откуда курс.',
    zh: '复核人会阅读：汇率来自何处。',
  },
  ask: { en: 'Ask for it', ru: 'Отправить на согласование', zh: '提交审批' },
  asked: {
    en: 'It waits for a second person now.',
    ru: 'Теперь ждём второго сотрудника.',
    zh: '已提交，等待他人批准。',
  },
  wrong: {
    en: 'Write a number like 95.1234.',
    ru: 'Укажите число, например 95,1234.',
    zh: '请输入数字，例如 95.1234。',
  },
  why: { en: 'Say why.', ru: 'Укажите причину.', zh: '请填写理由。' },
})

const read = (typed: string): string => typed.trim().replace(',', '.')

/** A rate that no bank publishes, or a better one; a second person has to agree. */
export function TypeRate({ exchange: { rates } }: { readonly exchange: ExchangeDesk }) {
  const t = useWords(typeWords)
  const client = useQueryClient()
  const first = rates.find(({ rate }) => rate === null || rate.stale) ?? rates[0]
  const form = useForm({
    initial: { currency: first?.currency ?? '', rate: '', reason: '' },
    check: ({ rate, reason }) => ({
      rate: perEuro.safeParse(read(rate)).success ? undefined : t('wrong'),
      reason: reason.trim() === '' ? t('why') : undefined,
    }),
    submit: ({ currency, rate, reason }) =>
      api.call('typeRate', { body: { currency, per_euro: read(rate), reason: reason.trim() } }),
    done: (exchange) => {
      client.setQueryData(exchangeQuery.queryKey, exchange)
      for (const queryKey of [['approvals'], ['me']]) void client.invalidateQueries({ queryKey })
      form.reset()
      toast(t('asked'))
    },
  })
  return (
    <Form form={form} label={t('ask')}>
      <Select
        label={t('currency')}
        options={rates.map(({ currency }) => ({ value: currency, label: currency }))}
        {...form.text('currency')}
      />
      <TextInput
        label={t('rate')}
        hint={t('rate_hint')}
        inputMode="decimal"
        autoComplete="off"
        {...form.text('rate')}
      />
      <TextArea
        label={t('reason')}
        hint={t('reason_hint')}
        rows={2}
        maxLength={1000}
        {...form.text('reason')}
      />
      <Button type="submit" busy={form.busy}>
        {t('ask')}
      </Button>
    </Form>
  )
}
