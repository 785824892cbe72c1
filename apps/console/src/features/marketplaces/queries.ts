import type { EventType } from '@danbao/contracts'
import type { MarketplacePage } from '@danbao/contracts/console'
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { afterCursor, LOOKED_AT, PAGED } from '../common/paged.ts'

export const marketplaceQuery = (id: string) =>
  queryOptions({
    queryKey: ['marketplace', id],
    queryFn: ({ signal }) => api.call('getMarketplacePage', { params: { id }, signal }),
  })

/** Puts what a change answered in the place of what was read. */
export function useKeepMarketplace(): (page: MarketplacePage) => void {
  const client = useQueryClient()
  return (page) => {
    client.setQueryData(marketplaceQuery(page.id).queryKey, page)
    void client.invalidateQueries({ queryKey: ['marketplaces'] })
  }
}

/** What a marketplace has: keys, addresses, what was sent to them. */
export function useRefreshMarketplace(id: string): () => void {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: ['marketplace', id] })
    void client.invalidateQueries({ queryKey: ['marketplaces'] })
  }
}

export const keysQuery = (id: string) =>
  queryOptions({
    queryKey: ['marketplace', id, 'keys'],
    queryFn: ({ signal }) => api.call('listMarketplaceKeys', { params: { id }, signal }),
  })

export const endpointsQuery = (id: string) =>
  queryOptions({
    queryKey: ['marketplace', id, 'endpoints'],
    queryFn: ({ signal }) =>
      api.call('listMarketplaceEndpoints', { params: { id }, query: { limit: 100 }, signal }),
  })

/** Deliveries are made while somebody looks on. */
const SENDING_MS = 3_000

export const deliveriesQuery = (id: string, endpoint: string) =>
  infiniteQueryOptions({
    queryKey: ['marketplace', id, 'deliveries', endpoint],
    queryFn: ({ pageParam, signal }) =>
      api.call('listMarketplaceDeliveries', {
        params: { id, endpoint },
        query: { limit: 25, ...afterCursor(pageParam) },
        signal,
      }),
    ...PAGED,
    refetchInterval: SENDING_MS,
  })

export interface EventFilter {
  readonly type?: EventType | undefined
  readonly subject?: string | undefined
}

export const eventsQuery = (id: string, filter: EventFilter) =>
  infiniteQueryOptions({
    queryKey: ['marketplace', id, 'events', filter],
    queryFn: ({ pageParam, signal }) =>
      api.call('inspectEvents', {
        params: { id },
        query: { ...filter, limit: 50, ...afterCursor(pageParam) },
        signal,
      }),
    ...PAGED,
  })

export const eventQuery = (id: string, event: string) =>
  queryOptions({
    queryKey: ['marketplace', id, 'event', event],
    queryFn: ({ signal }) => api.call('openEvent', { params: { id, event }, signal }),
    ...LOOKED_AT,
  })
