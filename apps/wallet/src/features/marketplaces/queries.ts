import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

export const marketplacesQuery = queryOptions({
  queryKey: ['marketplaces'],
  queryFn: ({ signal }) => api.call('listMarketplaces', { signal }),
})
