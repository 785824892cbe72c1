import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { afterCursor, LOOKED_AT, PAGED } from '../common/paged.ts'

/** Sellers ask and banks tell at any time, and nobody tells this page: it asks. */
const NEWS_MS = 5_000
/** While something two have agreed on is being carried out, it is asked for again. */
const SOON_MS = 1_000

export const WHICH = ['review', 'open', 'all'] as const
export type Which = (typeof WHICH)[number]

export const payoutsQuery = (which: Which) =>
  infiniteQueryOptions({
    queryKey: ['payouts', which],
    queryFn: ({ pageParam, signal }) =>
      api.call('listDeskPayouts', { query: { which, ...afterCursor(pageParam) }, signal }),
    ...PAGED,
    refetchInterval: NEWS_MS,
  })

export const payoutQuery = (id: string) =>
  queryOptions({
    queryKey: ['payout', id],
    queryFn: ({ signal }) => api.call('getDeskPayout', { params: { id }, signal }),
    ...LOOKED_AT,
    refetchInterval: ({ state: { data } }) => (data?.waiting === null ? false : SOON_MS),
  })

export const queueQuery = queryOptions({
  queryKey: ['payout-queue'],
  queryFn: ({ signal }) => api.call('getPayoutQueue', { signal }),
  refetchInterval: NEWS_MS,
})

/** What lists payouts is asked for again. */
export function reloadPayouts(client: QueryClient): void {
  for (const queryKey of [['payouts'], ['payout-queue'], ['approvals'], ['me']]) {
    void client.invalidateQueries({ queryKey })
  }
}
