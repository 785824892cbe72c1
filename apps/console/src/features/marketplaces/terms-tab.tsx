import type { MarketplacePage } from '@danbao/contracts/console'
import {
  Button,
  Card,
  Form,
  type FormHandle,
  Select,
  TextInput,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { basisPointsOf, percentOf } from '../common/percent.ts'
import { useId } from 'react'
import { api } from '../../api.ts'
import { useMay } from '../../session.ts'
import { useKeepMarketplace } from './queries.ts'
import { durationOf, type TimeName, TIMES, typedOf, type Unit, UNITS } from './terms-values.ts'

const termWords = words({
  title: { en: 'Times and commission', ru: 'Сроки и комиссия', zh: '期限与佣金' },
  text: {
    en: 'They count for payments that are made from now on and say nothing else themselves. Empty: as Danbao has it.',
    ru: 'Действуют для новых платежей, в которых не указано иное. Пусто — как принято в Danbao.',
    zh: '适用于此后创建且未另行指定的付款。留空则采用 Danbao 的默认值。',
  },
  pay_within: { en: 'The buyer pays', ru: 'Покупатель платит', zh: '买家付款' },
  pay_within_hint: { en: 'Empty: 5 days.', ru: 'Пусто: 5 дней.', zh: '留空：5 天。' },
  ship_within: { en: 'The seller ships', ru: 'Продавец отправляет', zh: '卖家发货' },
  ship_within_hint: { en: 'Empty: 7 days.', ru: 'Пусто: 7 дней.', zh: '留空：7 天。' },
  confirm_within: { en: 'The buyer confirms', ru: 'Покупатель подтверждает', zh: '买家确认' },
  confirm_within_hint: {
    en: 'From shipping. Empty: 15 days. Cross-border, virtual and automatic deliveries keep their own times.',
    ru: 'С момента отправки. Пусто: 15 дней. У международных, цифровых и автоматических доставок свои сроки.',
    zh: '自发货起。留空：15 天。跨境、虚拟和自动交付使用各自的期限。',
  },
  inspect_within: {
    en: 'The buyer looks at what arrived',
    ru: 'Покупатель осматривает товар',
    zh: '买家验货',
  },
  inspect_within_hint: {
    en: 'From delivery. Empty: 3 days.',
    ru: 'С момента доставки. Пусто: 3 дня.',
    zh: '自送达起。留空：3 天。',
  },
  unit: { en: '{name}: unit', ru: '{name}: единица', zh: '{name}：单位' },
  days: { en: 'days', ru: 'дней', zh: '天' },
  hours: { en: 'hours', ru: 'часов', zh: '小时' },
  minutes: { en: 'minutes', ru: 'минут', zh: '分钟' },
  commission: { en: 'Commission in percent', ru: 'Комиссия в процентах', zh: '佣金（百分比）' },
  commission_hint: {
    en: 'Of what the seller gets. Empty: none.',
    ru: 'От суммы для продавца. Пусто: без комиссии.',
    zh: '从卖家所得中收取。留空：不收。',
  },
  wrong_time: {
    en: 'Type a whole number, of up to 3650 days.',
    ru: 'Введите целое число, не больше 3650 дней.',
    zh: '请输入整数，最长 3650 天。',
  },
  wrong_percent: {
    en: 'Type a number from 0 to 100, such as 2.5.',
    ru: 'Введите число от 0 до 100, например 2,5.',
    zh: '请输入 0 到 100 之间的数字，例如 2.5。',
  },
  save: { en: 'Save the terms', ru: 'Сохранить условия', zh: '保存条款' },
  done: {
    en: 'Saved. Payments made from now on have these terms.',
    ru: 'Сохранено. Новые платежи пойдут по этим условиям.',
    zh: '已保存，此后创建的付款适用这些条款。',
  },
})

export function TermsTab({ found }: { readonly found: MarketplacePage }) {
  const t = useWords(termWords)
  const may = useMay()('marketplace.manage')
  const form = useTerms(found)
  return (
    <Card title={t('title')} className="max-w-3xl">
      <p className="mb-4 text-ink-soft">{t('text')}</p>
      <Form form={form} label={t('title')}>
        {TIMES.map((name) => (
          <TimeField key={name} name={name} form={form} may={may} />
        ))}
        <TextInput
          label={t('commission')}
          hint={t('commission_hint')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={6}
          disabled={!may}
          {...form.text('commission')}
        />
        {may && (
          <div>
            <Button type="submit" busy={form.busy}>
              {t('save')}
            </Button>
          </div>
        )}
      </Form>
    </Card>
  )
}

interface TimeFieldProps {
  readonly name: TimeName
  readonly form: FormHandle<Values>
  readonly may: boolean
}

/** A count and its unit, side by side under one name. */
function TimeField({ name, form, may }: TimeFieldProps) {
  const t = useWords(termWords)
  const hint = useId()
  return (
    <fieldset aria-describedby={hint}>
      <legend className="mb-1.5 font-strong">{t(name)}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)_8rem] items-start gap-3">
        <TextInput
          label={t(name)}
          hideLabel
          inputMode="numeric"
          autoComplete="off"
          maxLength={7}
          disabled={!may}
          {...form.text(name)}
        />
        <Select
          label={t('unit', { name: t(name) })}
          hideLabel
          placeholder={false}
          options={UNITS.map((value) => ({ value, label: t(value) }))}
          disabled={!may}
          {...form.text(`${name}_unit`)}
        />
      </div>
      <p id={hint} className="mt-1.5 text-small text-ink-soft">
        {t(`${name}_hint`)}
      </p>
    </fieldset>
  )
}

type Values = Readonly<Record<TimeName | `${TimeName}_unit` | 'commission', string>>

function useTerms({ id, terms }: MarketplacePage) {
  const t = useWords(termWords)
  const keep = useKeepMarketplace()
  return useForm({
    initial: initialOf(terms),
    check: (values) => ({
      ...Object.fromEntries(
        TIMES.filter((name) => timeOf(values, name) === undefined).map((name) => [
          name,
          t('wrong_time'),
        ]),
      ),
      commission: basisPointsOf(values.commission) === undefined ? t('wrong_percent') : undefined,
    }),
    submit: (values) =>
      api.call('changeMarketplaceTerms', {
        params: { id },
        body: {
          pay_within: timeOf(values, 'pay_within') ?? null,
          ship_within: timeOf(values, 'ship_within') ?? null,
          confirm_within: timeOf(values, 'confirm_within') ?? null,
          inspect_within: timeOf(values, 'inspect_within') ?? null,
          commission_basis_points: basisPointsOf(values.commission) ?? null,
        },
      }),
    done: (page) => {
      keep(page)
      toast(t('done'))
    },
  })
}

function initialOf(terms: MarketplacePage['terms']): Values {
  const [pay, ship] = [typedOf(terms.pay_within), typedOf(terms.ship_within)]
  const [confirm, inspect] = [typedOf(terms.confirm_within), typedOf(terms.inspect_within)]
  return {
    pay_within: pay.count,
    pay_within_unit: pay.unit,
    ship_within: ship.count,
    ship_within_unit: ship.unit,
    confirm_within: confirm.count,
    confirm_within_unit: confirm.unit,
    inspect_within: inspect.count,
    inspect_within_unit: inspect.unit,
    commission: percentOf(terms.commission_basis_points),
  }
}

function timeOf(values: Values, name: TimeName): string | null | undefined {
  const unit: Unit = UNITS.find((one) => one === values[`${name}_unit`]) ?? 'days'
  return durationOf({ count: values[name], unit })
}
