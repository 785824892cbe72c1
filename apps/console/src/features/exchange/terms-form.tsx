import type { ExchangeDesk } from '@danbao/contracts/console'
import { Button, Form, TextInput, toast, useForm, useWords, words } from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { percentOf } from '../common/percent.ts'
import { exchangeQuery } from './queries.ts'
import { readSpread } from './spread.ts'

const termWords = words({
  spread: { en: 'Spread in percent', ru: 'Наценка в процентах', zh: '点差（百分比）' },
  spread_hint: {
    en: '0 to 10. A buyer who pays from another currency pays so much more than by the rate.',
    ru: 'От 0 до 10. На столько больше курса платит покупатель из другой валюты.',
    zh: '0 至 10。买家用其他货币付款时，按汇率多付此比例。',
  },
  age: { en: 'Oldest rate in days', ru: 'Предельный возраст курса в днях', zh: '汇率最长天数' },
  age_hint: {
    en: 'Older rates are refused instead of guessed. The central bank pauses for up to four days.',
    ru: 'Более старый курс не действует. Центральный банк делает паузы до четырёх дней.',
    zh: '更早的汇率将被拒绝。中央银行最长停更四天。',
  },
  age_hint_sandbox: {
    en: 'Older rates are refused instead of guessed. Empty: any will do, in this sandbox only.',
    ru: 'Более старый курс не действует. Пусто: годится любой, только в песочнице.',
    zh: '更早的汇率将被拒绝。留空：不限，仅限沙盒。',
  },
  wrong_spread: {
    en: 'Write a number from 0 to 10, like 1.5.',
    ru: 'Укажите число от 0 до 10, например 1,5.',
    zh: '请输入 0 至 10 的数字，例如 1.5。',
  },
  wrong_age: {
    en: 'Write whole days, from 1 to 365.',
    ru: 'Укажите целое число дней от 1 до 365.',
    zh: '请输入 1 至 365 的整数天数。',
  },
  save: { en: 'Save', ru: 'Сохранить', zh: '保存' },
  saved: {
    en: 'Saved. It holds for every quote from now on.',
    ru: 'Сохранено. Действует для всех новых курсов.',
    zh: '已保存，对之后的报价生效。',
  },
})

const AGE = /^([1-9]\d?|[12]\d\d|3[0-5]\d|36[0-5])$/

/** What is kept of an exchange, and when a rate is none any more. */
export function TermsForm({ exchange }: { readonly exchange: ExchangeDesk }) {
  const t = useWords(termWords)
  const client = useQueryClient()
  const { spread_bps: bps, max_age_days: days } = exchange
  // Only a sandbox can be without one.
  const isOptional = days === null
  const form = useForm({
    initial: { spread: percentOf(bps), age: days === null ? '' : String(days) },
    check: ({ spread, age }) => ({
      spread: readSpread(spread) === undefined ? t('wrong_spread') : undefined,
      age: AGE.test(age.trim()) || age.trim() === '' ? undefined : t('wrong_age'),
    }),
    submit: ({ spread, age }) =>
      api.call('changeExchangeTerms', {
        body: {
          spread_bps: readSpread(spread) ?? bps,
          max_age_days: age.trim() === '' ? null : Number(age),
        },
      }),
    done: (changed) => {
      client.setQueryData(exchangeQuery.queryKey, changed)
      toast(t('saved'))
    },
  })
  return (
    <Form form={form} label={t('save')}>
      <TextInput
        label={t('spread')}
        hint={t('spread_hint')}
        inputMode="decimal"
        autoComplete="off"
        {...form.text('spread')}
      />
      <TextInput
        label={t('age')}
        hint={t(isOptional ? 'age_hint_sandbox' : 'age_hint')}
        inputMode="numeric"
        autoComplete="off"
        {...form.text('age')}
      />
      <Button type="submit" busy={form.busy}>
        {t('save')}
      </Button>
    </Form>
  )
}
