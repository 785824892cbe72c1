import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

export const levelsQuery = queryOptions({
  queryKey: ['levels'],
  queryFn: ({ signal }) => api.call('getLevels', { signal }),
})
