import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** Among the payments, so that it is asked for again when one of them changes. */
export const sellingQuery = queryOptions({
  queryKey: ['payments', 'selling'],
  queryFn: ({ signal }) => api.call('getSelling', { signal }),
})
