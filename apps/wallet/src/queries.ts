import type { Me } from '@danbao/contracts/wallet'
import { createKeptReads, isSignedOut, mayRetry } from '@danbao/ui'
import {
  MutationCache,
  QueryCache,
  QueryClient,
  type QueryFilters,
  queryOptions,
} from '@tanstack/react-query'
import { api } from './api.ts'

const STALE_MS = 15_000

const keptReads = createKeptReads('wallet')

/** Who the browser is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.call('getMe', { signal }),
  meta: { keep: true },
})

/** What is known of the server's state, to begin with what this device kept of it. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    // The session ended meanwhile: whoever shows a person's pages has to know.
    if (isSignedOut(error)) void client.invalidateQueries({ queryKey: meQuery.queryKey })
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // We say ourselves that there is no network, and a paused request looks like a slow one.
      queries: { retry: mayRetry, staleTime: STALE_MS, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
  for (const { key, data, at } of keptReads.all()) {
    // Shown at once, and asked for again however fresh it is: the session may have ended since.
    client.setQueryData(key, data, { updatedAt: Math.min(at, Date.now() - STALE_MS) })
  }
  forgetOfOthers(client)
  keepReads(client)
  return client
}

/** After an answer that ended every session: nobody is signed in, and nothing that was read stays. */
export function forgetReads(client: QueryClient): void {
  client.setQueryData(meQuery.queryKey, { object: 'me', state: 'nobody' })
}

function keepReads(client: QueryClient): void {
  client.getQueryCache().subscribe(({ type, query }) => {
    const { data, status, dataUpdatedAt: at } = query.state
    if (type !== 'updated' || status !== 'success' || query.meta?.['keep'] !== true) return
    keptReads.keep({ key: query.queryKey, data, at })
  })
}

/** Nobody sees what another has read: when somebody leaves or another comes, it is thrown away. */
function forgetOfOthers(client: QueryClient): void {
  const personNow = (): string | undefined => personOf(client.getQueryData(meQuery.queryKey))
  let person = personNow()
  client.getQueryCache().subscribe(({ type }) => {
    if (type !== 'updated' || personNow() === person) return
    person = personNow()
    keptReads.forget()
    const read: QueryFilters = { predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] }
    if (person === undefined) return client.removeQueries(read)
    client.removeQueries({ ...read, type: 'inactive' })
    // A screen whose query is taken away would wait for ever, or go on showing what it had.
    void client.resetQueries(read)
  })
}

function personOf(me: Me | undefined): string | undefined {
  return me?.state === 'signed_in' ? me.person.id : undefined
}
