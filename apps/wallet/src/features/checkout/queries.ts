import type { Me } from '@danbao/contracts/wallet'
import { serverNow } from '@danbao/ui'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** A checkout by its id of the address, as whoever is signed in may see it: others see less. */
export const checkoutQuery = (id: string, me: Me | undefined) =>
  queryOptions({
    queryKey: ['checkout', id, me?.state === 'signed_in' ? me.person.id : 'nobody'],
    queryFn: ({ signal }) => api.call('getCheckout', { params: { id }, signal }),
    enabled: me !== undefined,
  })

/** Who asks to have it paid, by what stands in the address; it never changes. */
export const askQuery = (id: string, ask: string | undefined) =>
  queryOptions({
    queryKey: ['ask', id, ask],
    queryFn: ({ signal }) =>
      api.call('readAsk', { params: { id }, query: { ask: ask ?? '' }, signal }),
    enabled: ask !== undefined,
    staleTime: Infinity,
  })

/** The address of the page, with who asks where somebody does: signing in leads back to it. */
export function checkoutPath(id: string, ask: string | undefined): string {
  const query = ask === undefined ? '' : `?${new URLSearchParams({ ask })}`
  return `/checkout/${id}${query}`
}

/** What it costs out of a wallet in another currency, for a minute; then there is a new one. */
export const quoteQuery = (id: string, from: string) =>
  queryOptions({
    queryKey: ['quote', id, from],
    queryFn: () => api.call('quoteCheckout', { params: { id }, body: { from } }),
    refetchInterval: ({ state: { data } }) =>
      data === undefined ? false : Math.max(1_000, Date.parse(data.expires_at) - serverNow()),
    gcTime: 0,
    staleTime: 0,
  })

export function refreshQuote(client: QueryClient, id: string): Promise<void> {
  return client.invalidateQueries({ queryKey: ['quote', id] })
}

/** Something happened to it: it is asked for again. */
export function refreshCheckout(client: QueryClient, id: string): Promise<void> {
  return client.invalidateQueries({ queryKey: ['checkout', id] })
}
