import {
  Callout,
  Card,
  EmptyState,
  Loaded,
  Page,
  Select,
  serverNow,
  SkeletonCards,
  TextInput,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { areDays, type Days, daysOf, PERIODS, type PeriodName } from './periods.ts'
import { accountsQuery, type StatementAsked } from './queries.ts'
import { Statement } from './statement.tsx'

const pageWords = words({
  title: { en: 'Statements', ru: 'Выписки', zh: '对账单' },
  intro: {
    en: 'Every movement of a balance, to keep, to print or for your bookkeeping.',
    ru: 'Все движения по счёту: сохранить, распечатать или передать в бухгалтерию.',
    zh: '余额的每笔变动，可保存、打印或用于记账。',
  },
  none: { en: 'Nothing has moved yet', ru: 'Операций ещё не было', zh: '还没有任何变动' },
  none_text: {
    en: 'Once money comes in, its statements are here.',
    ru: 'Когда появятся деньги, здесь будут выписки.',
    zh: '有资金变动后，可在此获取对账单。',
  },
  account: { en: 'Of what', ru: 'Счёт', zh: '账户' },
  wallet: { en: 'Wallet, {currency}', ru: 'Кошелёк, {currency}', zh: '钱包（{currency}）' },
  proceeds: { en: 'Proceeds, {currency}', ru: 'Выручка, {currency}', zh: '货款（{currency}）' },
  period: { en: 'Of which days', ru: 'За какое время', zh: '期间' },
  this_month: { en: 'This month', ru: 'Этот месяц', zh: '本月' },
  last_month: { en: 'Last month', ru: 'Прошлый месяц', zh: '上月' },
  this_year: { en: 'This year', ru: 'Этот год', zh: '今年' },
  own: { en: 'Other days', ru: 'Другие даты', zh: '自选日期' },
  from: { en: 'First day', ru: 'Первый день', zh: '起始日' },
  to: { en: 'Last day', ru: 'Последний день', zh: '截止日' },
  utc: { en: 'Days begin at midnight UTC.', ru: 'Сутки — по UTC.', zh: '日期按 UTC 计算。' },
  wrong: {
    en: 'The last day comes after the first, within a year.',
    ru: 'Последний день — не раньше первого и не позже чем через год.',
    zh: '截止日不得早于起始日，且不超过一年。',
  },
})

/** A balance and some days; what moved, as a file. */
export function StatementsPage() {
  const t = useWords(pageWords)
  return (
    <Page title={t('title')} intro={t('intro')} back="/">
      <Loaded query={useQuery(accountsQuery)} skeleton={<SkeletonCards cards={2} />}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={FileText} title={t('none')}>
              {t('none_text')}
            </EmptyState>
          ) : (
            <Choose accounts={data} />
          )
        }
      </Loaded>
    </Page>
  )
}

type Account = Pick<StatementAsked, 'book' | 'currency'>

function Choose({ accounts }: { readonly accounts: readonly Account[] }) {
  const t = useWords(pageWords)
  const [chosen, setChosen] = useState('')
  const [period, setPeriod] = useState<PeriodName>('this_month')
  const [own, setOwn] = useState<Days>(() => daysOf('last_month', serverNow()))
  // Pages about a balance lead here to it.
  const [book, currency] = [useSearchText('book'), useSearchText('currency')]
  const asked = accounts.find((one) => one.book === book && one.currency === currency)
  const account = accounts.find((one) => keyOf(one) === chosen) ?? asked ?? accounts[0]
  const days = period === 'own' ? own : daysOf(period, serverNow())
  return (
    <>
      <Card>
        <div className="flex flex-col gap-4">
          <Select
            label={t('account')}
            value={account === undefined ? '' : keyOf(account)}
            onValue={setChosen}
            placeholder={false}
            options={accounts.map((one) => ({
              value: keyOf(one),
              label: t(one.book, { currency: one.currency }),
            }))}
          />
          <Select
            label={t('period')}
            hint={t('utc')}
            value={period}
            onValue={(name) => setPeriod(PERIODS.find((one) => one === name) ?? 'this_month')}
            placeholder={false}
            options={PERIODS.map((value) => ({ value, label: t(value) }))}
          />
          {period === 'own' && <OwnDays days={own} onDays={setOwn} />}
        </div>
      </Card>
      {!areDays(days) && <Callout kind="attention">{t('wrong')}</Callout>}
      {account !== undefined && areDays(days) && <Statement asked={{ ...account, ...days }} />}
    </>
  )
}

function keyOf({ book, currency }: Account): string {
  return `${book}.${currency}`
}

interface OwnDaysProps {
  readonly days: Days
  readonly onDays: (days: Days) => void
}

function OwnDays({ days, onDays }: OwnDaysProps) {
  const t = useWords(pageWords)
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <TextInput
        label={t('from')}
        type="date"
        value={days.from}
        onValue={(from) => onDays({ ...days, from })}
      />
      <TextInput
        label={t('to')}
        type="date"
        value={days.to}
        onValue={(to) => onDays({ ...days, to })}
      />
    </div>
  )
}
