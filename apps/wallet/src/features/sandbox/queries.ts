import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** What a sandbox offers; a live server offers nothing. */
export const entranceQuery = queryOptions({
  queryKey: ['entrance'],
  queryFn: ({ signal }) => api.call('getWalletEntrance', { signal }),
  staleTime: Infinity,
})
