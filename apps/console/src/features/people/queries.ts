import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { afterCursor, LOOKED_AT, PAGED } from '../common/paged.ts'

export interface Findings {
  readonly people: Awaited<ReturnType<typeof api.call<'findPeople'>>>
  readonly groups: Awaited<ReturnType<typeof api.call<'findPayments'>>>['groups']
}

/** People are looked for only by those who may. */
export function searchQuery(asked: string, withPeople: boolean) {
  return queryOptions({
    queryKey: ['search', asked, withPeople],
    queryFn: async ({ signal }): Promise<Findings> => {
      const body = { query: asked }
      const [people, { groups }] = await Promise.all([
        withPeople ? api.call('findPeople', { body, signal }) : { data: [], more: false },
        api.call('findPayments', { body, signal }),
      ])
      return { people, groups }
    },
    // Each search is written down and counted: it is not repeated unasked.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    retry: false,
  })
}

export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => api.call('getPersonPage', { params: { id }, signal }),
    ...LOOKED_AT,
  })
}

export function personPaymentsQuery(id: string) {
  return infiniteQueryOptions({
    ...LOOKED_AT,
    queryKey: ['person', id, 'payments'],
    queryFn: ({ pageParam, signal }) =>
      api.call('listPersonPayments', { params: { id }, query: afterCursor(pageParam), signal }),
    ...PAGED,
  })
}

export function personHistoryQuery(id: string) {
  return infiniteQueryOptions({
    ...LOOKED_AT,
    queryKey: ['person', id, 'history'],
    queryFn: ({ pageParam, signal }) =>
      api.call('listPersonHistory', { params: { id }, query: afterCursor(pageParam), signal }),
    ...PAGED,
  })
}
