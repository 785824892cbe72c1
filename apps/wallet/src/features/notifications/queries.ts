import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from '../../api.ts'

/** All of them start with this. */
export const NOTIFICATIONS = ['notifications'] as const

const PAGE_SIZE = 30

export const unreadQuery = queryOptions({
  queryKey: [...NOTIFICATIONS, 'unread'],
  queryFn: ({ signal }) => api.call('countUnreadNotifications', { signal }),
})

export const notificationsQuery = infiniteQueryOptions({
  queryKey: [...NOTIFICATIONS, 'list'],
  queryFn: ({ pageParam, signal }) =>
    api.call('listNotifications', {
      query: { limit: PAGE_SIZE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      signal,
    }),
  initialPageParam: '',
  getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
})

/** Of one, by its id; or of all up to the newest that is shown. */
export function useRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (what: { readonly id: string } | { readonly newest: string }) =>
      'id' in what
        ? api.call('readNotification', { params: { id: what.id } })
        : api.call('readNotifications', { body: { newest: what.newest } }),
    onSuccess: (unread) => {
      client.setQueryData(unreadQuery.queryKey, unread)
      void client.invalidateQueries({ queryKey: notificationsQuery.queryKey })
    },
  })
}
