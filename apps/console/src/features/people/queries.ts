import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => api.call('getPersonPage', { params: { id }, signal }),
    // Every look is written down; coming back to the window is none.
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  })
}

/** Payments and history are read on from the pieces that came with the page. */
const ASIDE = { staleTime: 30_000, refetchOnWindowFocus: false } as const

const cursorOf = (cursor: string) => (cursor === '' ? {} : { query: { cursor } })

export function personPaymentsQuery(id: string) {
  return infiniteQueryOptions({
    ...ASIDE,
    queryKey: ['person', id, 'payments'],
    queryFn: ({ pageParam, signal }) =>
      api.call('listPersonPayments', { params: { id }, ...cursorOf(pageParam), signal }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  })
}

export function personHistoryQuery(id: string) {
  return infiniteQueryOptions({
    ...ASIDE,
    queryKey: ['person', id, 'history'],
    queryFn: ({ pageParam, signal }) =>
      api.call('listPersonHistory', { params: { id }, ...cursorOf(pageParam), signal }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  })
}
