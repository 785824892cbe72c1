import type { SellingView } from '@danbao/contracts/wallet'
import { BarChart, Card, Facts, TextLink, useMoney, useTime, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { daysAhead } from './days-ahead.ts'
import { sellingQuery } from './queries.ts'

const sellingWords = words({
  todo: { en: 'What waits for you', ru: 'Ждёт вас', zh: '待您处理' },
  to_ship: { en: 'To ship', ru: 'К отправке', zh: '待发货' },
  ship_count: {
    en: '{count, plural, one {# order} other {# orders}}, the first until {when}',
    ru: '{count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}, первый — до {when}',
    zh: '{count} 笔订单，最早截止 {when}',
  },
  disputed: { en: 'In dispute', ru: 'Со спором', zh: '争议中' },
  dispute_count: {
    en: '{count, plural, one {# order} other {# orders}}',
    ru: '{count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}',
    zh: '{count} 笔订单',
  },
  coming: {
    en: 'Money on its way, {currency}',
    ru: 'Деньги в пути, {currency}',
    zh: '在途资金（{currency}）',
  },
  coming_text: {
    en: 'After commission, by the day it comes if the buyer says nothing. A buyer who confirms makes it faster.',
    ru: 'За вычетом комиссии, по дням, когда деньги придут сами. Если покупатель подтвердит, они придут раньше.',
    zh: '扣除佣金后，按买家未操作时的到账日期显示。买家确认收货则会更早到账。',
  },
  next: {
    en: 'Next: {amount}, {day}',
    ru: 'Ближайшее: {amount}, {day}',
    zh: '下一笔：{amount}，{day}',
  },
  undated_text: {
    en: '{amount} more comes once it is shipped, checked or agreed upon.',
    ru: 'Ещё {amount} придёт после отправки, проверки или решения спора.',
    zh: '另有 {amount} 将在发货、核查或争议解决后到账。',
  },
  invoices: { en: 'Commission by month', ru: 'Комиссия по месяцам', zh: '每月佣金' },
  day: { en: 'Day', ru: 'День', zh: '日期' },
  amount: { en: 'Amount', ru: 'Сумма', zh: '金额' },
})

/** Of somebody who sells: what to do first, and what money comes when. Nothing where nothing is. */
export function SellingOutlook() {
  const t = useWords(sellingWords)
  const { data } = useQuery(sellingQuery)
  if (data === undefined) return null
  return (
    <>
      <ToDo selling={data} />
      {data.expected.map((expected) => (
        <Coming key={expected.currency} at={data.at} expected={expected} />
      ))}
      <p>
        <TextLink href="/invoices">{t('invoices')}</TextLink>
      </p>
    </>
  )
}

function ToDo({ selling: { to_ship, disputed } }: { readonly selling: SellingView }) {
  const t = useWords(sellingWords)
  const { deadline } = useTime()
  const facts = [
    to_ship.first_due !== null && {
      name: t('to_ship'),
      value: (
        <TextLink href="/payments?role=seller&group=to_ship">
          {t('ship_count', { count: to_ship.count, when: deadline(to_ship.first_due) })}
        </TextLink>
      ),
    },
    disputed > 0 && {
      name: t('disputed'),
      value: (
        <TextLink href="/payments?role=seller&group=disputed">
          {t('dispute_count', { count: disputed })}
        </TextLink>
      ),
    },
  ].filter((fact) => fact !== false)
  if (facts.length === 0) return null
  return (
    <Card title={t('todo')}>
      <Facts facts={facts} />
    </Card>
  )
}

interface ComingProps {
  readonly at: string
  readonly expected: SellingView['expected'][number]
}

function Coming({ at, expected: { currency, days, undated } }: ComingProps) {
  const t = useWords(sellingWords)
  const money = useMoney()
  const { day } = useTime()
  const title = t('coming', { currency })
  const bars = daysAhead(at, days).map((ahead) => ({
    key: ahead.day,
    label: ahead.until === ahead.day ? day(ahead.day) : `${day(ahead.day)} – ${day(ahead.until)}`,
    value: ahead.value,
    text: money({ value: String(ahead.value), currency }),
    marked: ahead.value > 0n,
  }))
  const next = bars.find(({ value }) => value > 0n)
  return (
    <Card title={title}>
      {next !== undefined && (
        <>
          <p className="mb-4 text-small text-ink-soft">{t('coming_text')}</p>
          <p className="text-small font-strong">
            {t('next', { amount: next.text, day: next.label })}
          </p>
          <BarChart title={title} heads={[t('day'), t('amount')]} bars={bars} />
        </>
      )}
      {BigInt(undated.value) > 0n && (
        <p className="mt-3 first:mt-0">{t('undated_text', { amount: money(undated) })}</p>
      )}
    </Card>
  )
}
