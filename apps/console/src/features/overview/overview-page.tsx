import type { OverviewView } from '@danbao/contracts/console'
import { EmptyState, Loaded, Page, SkeletonCards, Tabs, useTime, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { ChartColumn } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Allowed } from '../common/allowed.tsx'
import { CasesPart } from './cases-part.tsx'
import { MoneyPart } from './money-part.tsx'

const pageWords = words({
  title: { en: 'Overview', ru: 'Обзор', zh: '概览' },
  at: {
    en: 'As of {when}. Days and weeks begin at midnight UTC.',
    ru: 'Состояние на {when}. Дни и недели начинаются в полночь по UTC.',
    zh: '截至 {when}。日和周均按 UTC 零点起算。',
  },
  currencies: { en: 'Currencies', ru: 'Валюты', zh: '币种' },
  empty: { en: 'No money has moved yet', ru: 'Движений денег пока нет', zh: '尚无资金往来' },
  empty_text: {
    en: 'What is paid, held and released will stand here.',
    ru: 'Здесь появятся оплаты, удержания и выплаты.',
    zh: '付款、担保和放款会显示在这里。',
  },
})

const EVERY_MINUTE = 60_000

export function OverviewPage() {
  return (
    <Allowed to="overview.read">
      <Overview />
    </Allowed>
  )
}

function Overview() {
  const t = useWords(pageWords)
  const { moment } = useTime()
  const query = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => api.call('getOverview', { signal }),
    refetchInterval: EVERY_MINUTE,
  })
  const { data } = query
  return (
    <Page title={t('title')} intro={data && t('at', { when: moment(data.at) })}>
      <Loaded query={query} skeleton={<SkeletonCards cards={4} />}>
        {(view) => (
          <>
            <Currencies money={view.money} />
            <CasesPart view={view} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** The one with the most money held is shown first. */
function Currencies({ money }: Pick<OverviewView, 'money'>) {
  const t = useWords(pageWords)
  const [first] = money
  const [chosen, setChosen] = useState(first?.currency ?? '')
  if (first === undefined) {
    return (
      <EmptyState icon={ChartColumn} title={t('empty')}>
        {t('empty_text')}
      </EmptyState>
    )
  }
  if (money.length === 1) return <MoneyPart money={first} />
  const value = money.some(({ currency }) => currency === chosen) ? chosen : first.currency
  return (
    <Tabs
      label={t('currencies')}
      value={value}
      onValue={setChosen}
      tabs={money.map((one) => ({
        value: one.currency,
        label: one.currency,
        content: <MoneyPart money={one} />,
      }))}
    />
  )
}
