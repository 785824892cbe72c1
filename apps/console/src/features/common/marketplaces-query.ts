import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** All marketplaces, or a merchant's own. */
export const marketplacesQuery = queryOptions({
  queryKey: ['marketplaces'],
  queryFn: ({ signal }) => api.call('listMarketplaces', { signal }),
})
