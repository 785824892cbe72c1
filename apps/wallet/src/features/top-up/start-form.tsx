import type { FundingWays } from '@danbao/contracts/wallet'
import {
  Button,
  Card,
  Form,
  RadioCards,
  readAmount,
  Select,
  TextInput,
  useForm,
  useGo,
  useMoney,
  useWords,
  words,
} from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { commandKey, forgetCommandKey } from '../payments/command-key.ts'
import { keepTopUp } from './queries.ts'
import { railWords, type Way, type WayBounds } from './rail-words.ts'
import { looksLikeTaxId } from './tax-id.ts'
import { WayText } from './way-text.tsx'

const formWords = words({
  amount: { en: 'How much?', ru: 'Сколько?', zh: '充值多少？' },
  currency: { en: 'Currency', ru: 'Валюта', zh: '币种' },
  way: { en: 'How?', ru: 'Как?', zh: '怎么付？' },
  tax_id: {
    en: 'CPF or CNPJ of the payer',
    ru: 'CPF или CNPJ плательщика',
    zh: '付款人 CPF 或 CNPJ',
  },
  tax_id_hint: {
    en: 'Brazilian banks print it on the slip.',
    ru: 'Бразильские банки печатают его на квитанции.',
    zh: '巴西银行会将其印在付款单上。',
  },
  no_tax_id: {
    en: 'Write the 11 digits of a CPF or the 14 signs of a CNPJ.',
    ru: 'Введите 11 цифр CPF или 14 знаков CNPJ.',
    zh: '请输入 11 位 CPF 或 14 位 CNPJ。',
  },
  go: { en: 'Go on', ru: 'Дальше', zh: '继续' },
  no_amount: {
    en: 'Write an amount, for example 50.',
    ru: 'Введите сумму, например 50.',
    zh: '请输入金额，例如 50。',
  },
  too_little: {
    en: 'This way takes {least} or more.',
    ru: 'Этим способом — от {least}.',
    zh: '此方式最少 {least}。',
  },
  too_much: {
    en: 'This way takes {most} at once. Top up in parts, or choose another.',
    ru: 'Этим способом — до {most} за раз. Пополните частями или выберите другой.',
    zh: '此方式单笔最多 {most}。请分次充值，或选择其他方式。',
  },
})

/** What the address asks for: a checkout that is short of money, or a top-up that is repeated. */
export interface StartFormProps {
  readonly ways: FundingWays
  readonly asked: {
    readonly amount: string | undefined
    readonly currency: string | undefined
    readonly rail: string | undefined
    readonly next: string | undefined
  }
}

export function StartForm({ ways: { ways, suggested }, asked }: StartFormProps) {
  const t = useWords(formWords)
  const rail = useWords(railWords)
  const currencies = [...new Set(ways.flatMap((way) => way.currencies.map((one) => one.currency)))]
  const wanted = asked.currency ?? suggested
  const form = useStart(ways, asked.next, {
    amount: asked.amount ?? '',
    currency: currencies.includes(wanted) ? wanted : (currencies[0] ?? ''),
    rail: asked.rail ?? '',
    taxId: '',
  })
  const fitting = fittingWays(ways, form.values.currency)
  return (
    <Card>
      <Form form={form}>
        <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-3">
          <TextInput
            {...form.text('amount')}
            label={t('amount')}
            inputMode="decimal"
            autoComplete="off"
          />
          <Select
            {...form.text('currency')}
            label={t('currency')}
            placeholder={false}
            options={currencies.map((code) => ({ value: code, label: code }))}
          />
        </div>
        <RadioCards
          {...form.text('rail')}
          label={t('way')}
          value={chosenWay(ways, form.values)?.rail ?? ''}
          options={fitting.map(({ rail: value, bounds }) => ({
            value,
            label: rail(value),
            text: <WayText rail={value} bounds={bounds} />,
          }))}
        />
        {chosenWay(ways, form.values)?.rail === 'boleto' && (
          <TextInput
            {...form.text('taxId')}
            label={t('tax_id')}
            hint={t('tax_id_hint')}
            autoComplete="off"
          />
        )}
        <Button type="submit" wide busy={form.busy}>
          {t('go')}
        </Button>
      </Form>
    </Card>
  )
}

/** A type, not an interface: forms take any record of texts. */
type StartValues = Readonly<Record<'amount' | 'currency' | 'rail' | 'taxId', string>>

function useStart(ways: readonly Way[], next: string | undefined, initial: StartValues) {
  const t = useWords(formWords)
  const money = useMoney()
  const go = useGo()
  const client = useQueryClient()
  return useForm({
    initial,
    check: (values) => {
      const chosen = chosenWay(ways, values)
      const bounds = chosen?.bounds
      const amount = readAmount(values.amount, values.currency)
      if (amount === undefined || bounds === undefined) return { amount: t('no_amount') }
      if (chosen?.rail === 'boleto' && !looksLikeTaxId(values.taxId)) {
        return { taxId: t('no_tax_id') }
      }
      const { least } = bounds
      const most = mostOf(bounds)
      const minor = BigInt(amount.value)
      if (minor < BigInt(least.value)) return { amount: t('too_little', { least: money(least) }) }
      if (most === null || minor <= BigInt(most.value)) return {}
      return { amount: t('too_much', { most: money(most) }) }
    },
    submit: async (values) => {
      const { amount: text, currency, taxId } = values
      const rail = chosenWay(ways, values)?.rail ?? 'bank_transfer'
      const asked = {
        rail,
        ...(rail === 'boleto' ? { tax_id: taxId.trim() } : {}),
        amount: readAmount(text, currency) ?? { value: '0', currency },
        ...(next === undefined ? {} : { next }),
      } as const
      return api.call('startOwnTopUp', { body: { key: commandKey('top_up', asked), ...asked } })
    },
    done: (topUp) => {
      forgetCommandKey('top_up')
      keepTopUp(client, topUp)
      go(`/top-up/${topUp.id}`)
    },
    at: {
      out_of_bounds: 'amount',
      amount_too_large: 'amount',
      currency_not_enabled: 'currency',
      tax_id_invalid: 'taxId',
    },
  })
}

interface FittingWay {
  readonly rail: Way['rail']
  readonly bounds: WayBounds
}

/** The one that was pressed while it takes the currency, else the first that does. */
function chosenWay(ways: readonly Way[], { currency, rail }: StartValues): FittingWay | undefined {
  const fitting = fittingWays(ways, currency)
  return fitting.find((way) => way.rail === rail) ?? fitting[0]
}

function fittingWays(ways: readonly Way[], currency: string): readonly FittingWay[] {
  return ways.flatMap(({ rail, currencies }) => {
    const bounds = currencies.find((one) => one.currency === currency)
    return bounds === undefined ? [] : [{ rail, bounds }]
  })
}

/** The most that can be brought at once, now. */
function mostOf({ most, left_this_month: left }: WayBounds): WayBounds['most'] {
  if (most === null || left === null) return most ?? left
  return BigInt(left.value) < BigInt(most.value) ? left : most
}
