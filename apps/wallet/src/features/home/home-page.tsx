import type { HomeView } from '@danbao/contracts/wallet'
import { Loaded, Page, useWords, words } from '@danbao/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { usePerson } from '../../session.ts'
import { HomeCards } from '../cards/home-cards.tsx'
import { Activity } from './activity.tsx'
import { AttentionNotes } from './attention-notes.tsx'
import { Balances } from './balances.tsx'
import { EmptyWallet } from './empty-wallet.tsx'
import { HistoryChart } from './history-chart.tsx'
import { HomeSkeleton } from './home-skeleton.tsx'
import { NextLevel } from './next-level.tsx'

const homeWords = words({
  hello: { en: 'Hello, {name}', ru: 'Здравствуйте, {name}', zh: '您好，{name}' },
})

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => api.call('getHome', { signal }),
  meta: { keep: true },
})

/** Where the money is, what happened to it last, and what can be done. */
export function HomePage() {
  const t = useWords(homeWords)
  const person = usePerson()
  const query = useQuery(homeQuery)
  return (
    <Page title={t('hello', { name: person.given_name ?? person.name })}>
      <AttentionNotes notes={person.attention} />
      <Loaded query={query} skeleton={<HomeSkeleton />}>
        {(home) => (isNew(home) ? <EmptyWallet /> : <Money home={home} />)}
      </Loaded>
      <HomeCards />
      <NextLevel />
    </Page>
  )
}

function Money({ home }: { readonly home: HomeView }) {
  return (
    <>
      <Balances balances={home.balances} />
      <Activity entries={home.activity} />
      <HistoryChart history={home.history} />
    </>
  )
}

function isNew({ activity, balances }: HomeView): boolean {
  return activity.length === 0 && balances.every(isNothing)
}

function isNothing(balance: HomeView['balances'][number]): boolean {
  const { available, held, proceeds, expected } = balance
  return [available, held, proceeds, expected].every(({ value }) => BigInt(value) === 0n)
}
