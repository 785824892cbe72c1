import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { afterCursor, PAGED } from '../common/paged.ts'

/** `open` only, or all that this member decides on or asked for. */
export function approvalsQuery(which: 'open' | 'all') {
  const filter = which === 'open' ? { state: 'open' as const } : {}
  return infiniteQueryOptions({
    queryKey: ['approvals', which],
    queryFn: ({ pageParam, signal }) =>
      api.call('listApprovals', {
        query: { ...filter, ...afterCursor(pageParam) },
        signal,
      }),
    ...PAGED,
    refetchInterval: 30_000,
  })
}

export function approvalQuery(id: string) {
  return queryOptions({
    queryKey: ['approvals', 'one', id],
    queryFn: ({ signal }) => api.call('getApproval', { params: { id }, signal }),
  })
}
