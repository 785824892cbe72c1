import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** Rates come by themselves, and a second person agrees elsewhere: the page asks now and then. */
const NEWS_MS = 10_000

export const exchangeQuery = queryOptions({
  queryKey: ['exchange'],
  queryFn: ({ signal }) => api.call('getExchange', { signal }),
  refetchInterval: NEWS_MS,
})
