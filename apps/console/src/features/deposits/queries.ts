import type { Rail } from '@danbao/contracts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { afterCursor, LOOKED_AT, PAGED } from '../common/paged.ts'

/** Rails tell at any time, and nobody tells this page: it asks. */
const NEWS_MS = 5_000

export const depositsQuery = (which: 'open' | 'all') =>
  infiniteQueryOptions({
    queryKey: ['deposits', which],
    queryFn: ({ pageParam, signal }) =>
      api.call('listDeposits', { query: { which, ...afterCursor(pageParam) }, signal }),
    ...PAGED,
    refetchInterval: NEWS_MS,
  })

/** While something two have agreed on is being carried out, it is asked for again. */
const SOON_MS = 1_000

export const depositQuery = (id: string) =>
  queryOptions({
    queryKey: ['deposit', id],
    queryFn: ({ signal }) => api.call('getDeposit', { params: { id }, signal }),
    ...LOOKED_AT,
    refetchInterval: ({ state: { data } }) =>
      data?.wishes.some(({ state }) => state === 'agreed') === true ? SOON_MS : false,
  })

export const reconciliationQuery = queryOptions({
  queryKey: ['reconciliation'],
  queryFn: ({ signal }) => api.call('getReconciliation', { signal }),
  refetchInterval: NEWS_MS,
})

export const openItemsQuery = (rail: Rail, currency: string) =>
  queryOptions({
    queryKey: ['open-items', rail, currency],
    queryFn: ({ signal }) => api.call('listOpenItems', { query: { rail, currency }, signal }),
  })

export const railStatementQuery = (rail: Rail, currency: string) =>
  queryOptions({
    queryKey: ['rail-statement', rail, currency],
    queryFn: ({ signal }) => api.call('getRailStatement', { query: { rail, currency }, signal }),
  })

export const filesQuery = queryOptions({
  queryKey: ['rail-files'],
  queryFn: ({ signal }) => api.call('listRailFiles', { signal }),
  refetchInterval: NEWS_MS,
})
