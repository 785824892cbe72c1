import type { OpenItems } from '@danbao/contracts/console'
import { RAILS } from '@danbao/contracts'
import {
  type AmountView,
  Button,
  Callout,
  Card,
  Checkbox,
  Form,
  Loaded,
  Money,
  Page,
  readAmount,
  SkeletonCards,
  TextInput,
  Time,
  toast,
  typeAmount,
  useForm,
  useGo,
  useMoney,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Allowed } from '../common/allowed.tsx'
import { railWords } from './deposit-words.ts'
import { openItemsQuery, reconciliationQuery } from './queries.ts'

const settleWords = words({
  title: { en: '{rail} has paid us', ru: '{rail}: нам выплатили', zh: '{rail} 已向我方结算' },
  intro: {
    en: 'Tick what the money on our bank account was for. What is missing to the sum, it has kept as its fee.',
    ru: 'Отметьте, за что пришли деньги на наш банковский счёт. Чего не хватает до суммы, канал взял как комиссию.',
    zh: '勾选银行账户此次到账对应的项目。与合计的差额即为渠道手续费。',
  },
  items: { en: 'What it was for', ru: 'За что', zh: '对应项目' },
  all: { en: 'All', ru: 'Все', zh: '全部' },
  sum: { en: 'Together', ru: 'Итого', zh: '合计' },
  paid: {
    en: 'What came to our bank account',
    ru: 'Сколько пришло на банковский счёт',
    zh: '银行账户到账金额',
  },
  fee: { en: 'Its fee: {fee}', ru: 'Комиссия: {fee}', zh: '手续费：{fee}' },
  reference: { en: 'Its number', ru: 'Номер выплаты', zh: '结算编号' },
  reference_hint: {
    en: 'As on the bank statement or the rail’s report. Each is entered once.',
    ru: 'Как в выписке или отчёте канала. Каждый вносится один раз.',
    zh: '与银行对账单或渠道报告一致，每个编号只能录入一次。',
  },
  enter: { en: 'Enter it', ru: 'Внести', zh: '录入' },
  entered: { en: 'Entered.', ru: 'Внесено.', zh: '已录入。' },
  wrong_paid: {
    en: 'Write an amount up to {most}.',
    ru: 'Введите сумму не больше {most}.',
    zh: '请输入不超过 {most} 的金额。',
  },
  no_reference: { en: 'Write the number.', ru: 'Укажите номер.', zh: '请填写编号。' },
  none: { en: 'It owes us nothing.', ru: 'Канал нам ничего не должен.', zh: '该渠道没有欠款。' },
})

/** What a rail has paid to the operator's bank is laid against what it had reported. */
export function SettlePage() {
  const t = useWords(settleWords)
  const name = useWords(railWords)
  const wanted = useSearchText('rail')
  const rail = RAILS.find((one) => one === wanted) ?? 'card'
  const currency = useSearchText('currency') ?? 'USD'
  const query = useQuery(openItemsQuery(rail, currency))
  return (
    <Allowed to="funding.manage">
      <Page title={t('title', { rail: name(rail) })} intro={t('intro')} back="/deposits">
        <Loaded query={query} skeleton={<SkeletonCards cards={2} />}>
          {(open) =>
            open.items.length === 0 ? (
              <Callout kind="success">{t('none')}</Callout>
            ) : (
              <Settle key={open.items[0]?.id} open={open} />
            )
          }
        </Loaded>
      </Page>
    </Allowed>
  )
}

function Settle({ open }: { readonly open: OpenItems }) {
  const t = useWords(settleWords)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = open.items.filter(({ id }) => !left.has(id))
  const minor = chosen.reduce((sum, { amount }) => sum + BigInt(amount.value), 0n)
  const total = { value: minor.toString(), currency: open.currency }
  const toggle = (id: string): void => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <>
      <Card title={t('items')}>
        <ul className="divide-y divide-line">
          {open.items.map(({ id, amount, reference, at }) => (
            <li key={id} className="py-2 first:pt-0">
              <Checkbox
                checked={!left.has(id)}
                onChecked={() => toggle(id)}
                label={
                  <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                    <Money amount={amount} />
                    <span className="min-w-0 text-small text-ink-soft">
                      <span className="break-all">{reference}</span> · <Time at={at} />
                    </span>
                  </span>
                }
              />
            </li>
          ))}
        </ul>
        <p className="mt-3 flex justify-between gap-4 border-t border-line pt-3">
          <span>{t('sum')}</span>
          <Money amount={total} size="large" />
        </p>
      </Card>
      <Enter key={total.value} open={open} total={total} chosen={chosen} />
    </>
  )
}

interface EnterProps {
  readonly open: OpenItems
  readonly total: AmountView
  readonly chosen: OpenItems['items']
}

function Enter({ open: { rail, currency }, total, chosen }: EnterProps) {
  const t = useWords(settleWords)
  const money = useMoney()
  const client = useQueryClient()
  const go = useGo()
  const form = useForm({
    initial: { paid: typeAmount(total), reference: '', key: crypto.randomUUID() },
    check: ({ paid, reference }) => {
      const read = readAmount(paid, currency)
      const fits = read !== undefined && BigInt(read.value) <= BigInt(total.value)
      return {
        paid: fits ? undefined : t('wrong_paid', { most: money(total) }),
        reference: reference.trim() === '' ? t('no_reference') : undefined,
      }
    },
    submit: ({ paid, reference, key }) =>
      api.call('settleRail', {
        body: {
          ...{ key, rail, paid: readAmount(paid, currency) ?? total, reference: reference.trim() },
          items: chosen.map(({ kind, id }) => ({ kind, id })),
        },
      }),
    done: (reconciliation) => {
      client.setQueryData(reconciliationQuery.queryKey, reconciliation)
      void client.invalidateQueries({ queryKey: openItemsQuery(rail, currency).queryKey })
      toast(t('entered'))
      go('/deposits', { replace: true })
    },
    at: { reference_in_use: 'reference', amount_mismatch: 'paid' },
  })
  const paid = readAmount(form.values.paid, currency)
  const fee = BigInt(total.value) - BigInt(paid?.value ?? total.value)
  return (
    <Card>
      <Form form={form} label={t('enter')}>
        <TextInput
          {...form.text('paid')}
          label={t('paid')}
          hint={t('fee', { fee: money({ value: (fee < 0n ? 0n : fee).toString(), currency }) })}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextInput
          {...form.text('reference')}
          label={t('reference')}
          hint={t('reference_hint')}
          autoComplete="off"
        />
        <Button type="submit" busy={form.busy} disabled={BigInt(total.value) <= 0n}>
          {t('enter')}
        </Button>
      </Form>
    </Card>
  )
}
