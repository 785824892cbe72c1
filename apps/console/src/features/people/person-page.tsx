import type { PersonPage as Found } from '@danbao/contracts/console'
import {
  Loaded,
  Page,
  SkeletonCards,
  SkeletonLines,
  Tabs,
  useGo,
  usePathText,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useMay } from '../../session.ts'
import { Allowed } from '../common/allowed.tsx'
import { Level, PersonState } from '../common/person-state.tsx'
import { CardsTab } from './cards-tab.tsx'
import { FreezeActions } from './freeze-actions.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { personQuery } from './queries.ts'

// What is looked at less often comes when its tab is opened.
const PaymentsTab = lazy(async () => ({
  default: (await import('./payments-tab.tsx')).PaymentsTab,
}))
const SessionsTab = lazy(async () => ({
  default: (await import('./sessions-tab.tsx')).SessionsTab,
}))
const IdentityTab = lazy(async () => ({
  default: (await import('./identity-tab.tsx')).IdentityTab,
}))
const HistoryTab = lazy(async () => ({
  default: (await import('./history-tab.tsx')).HistoryTab,
}))

const pageWords = words({
  person: { en: 'Person', ru: 'Пользователь', zh: '用户' },
  parts: { en: 'About the person', ru: 'Данные пользователя', zh: '用户资料' },
  overview: { en: 'Overview', ru: 'Обзор', zh: '概览' },
  payments: { en: 'Payments', ru: 'Платежи', zh: '付款' },
  sessions: { en: 'Sessions', ru: 'Сеансы', zh: '会话' },
  identity: { en: 'Identity', ru: 'Личность', zh: '身份' },
  history: { en: 'History', ru: 'История', zh: '历史' },
  cards: { en: 'Cards', ru: 'Карты', zh: '银行卡' },
})

const TABS = ['overview', 'payments', 'sessions', 'identity', 'history', 'cards'] as const

export function PersonPage() {
  return (
    <Allowed to="person.read">
      <Person />
    </Allowed>
  )
}

function Person() {
  const t = useWords(pageWords)
  const id = usePathText('id')
  const query = useQuery(personQuery(id))
  const back = useMay()('person.search') ? { back: '/people' } : {}
  const { data } = query
  return (
    <Page
      key={id}
      title={data?.person.name ?? t('person')}
      {...back}
      actions={data && <FreezeActions found={data} />}
      intro={data && <Intro found={data} />}
    >
      <Loaded query={query} skeleton={<SkeletonCards cards={3} />}>
        {(found) => <Parts found={found} />}
      </Loaded>
    </Page>
  )
}

function Intro({ found }: { readonly found: Found }) {
  const { id, email, phone, level, state } = found.person
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-small">
      <PersonState state={state} />
      <Level level={level} />
      <span className="break-all select-all">{email}</span>
      {phone !== null && <span className="select-all">{phone}</span>}
      <span className="break-all select-all">{id}</span>
    </div>
  )
}

function Parts({ found }: { readonly found: Found }) {
  const t = useWords(pageWords)
  const go = useGo()
  const { id } = found.person
  const asked = useSearchText('tab')
  const tab = TABS.find((one) => one === asked) ?? 'overview'
  const contents = {
    overview: <OverviewTab found={found} />,
    payments: <PaymentsTab found={found} />,
    sessions: <SessionsTab found={found} />,
    identity: <IdentityTab found={found} />,
    history: <HistoryTab found={found} />,
    cards: <CardsTab cards={found.cards} />,
  }
  return (
    <Tabs
      label={t('parts')}
      value={tab}
      onValue={(value) => go(`/people/${id}?tab=${value}`, { replace: true })}
      tabs={TABS.map((value) => ({
        ...{ value, label: t(value) },
        content: <Suspense fallback={<SkeletonLines lines={4} />}>{contents[value]}</Suspense>,
      }))}
    />
  )
}
