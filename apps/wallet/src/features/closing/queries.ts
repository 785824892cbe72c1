import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

export const closingQuery = queryOptions({
  queryKey: ['closing'],
  queryFn: ({ signal }) => api.call('getClosing', { signal }),
})
