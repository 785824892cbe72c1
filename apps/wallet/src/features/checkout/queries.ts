import type { Me } from '@danbao/contracts/wallet'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** A checkout by its id of the address, as whoever is signed in may see it: others see less. */
export const checkoutQuery = (id: string, me: Me | undefined) =>
  queryOptions({
    queryKey: ['checkout', id, me?.state === 'signed_in' ? me.person.id : 'nobody'],
    queryFn: ({ signal }) => api.call('getCheckout', { params: { id }, signal }),
    enabled: me !== undefined,
  })

/** Something happened to it: it is asked for again. */
export function refreshCheckout(client: QueryClient, id: string): Promise<void> {
  return client.invalidateQueries({ queryKey: ['checkout', id] })
}
