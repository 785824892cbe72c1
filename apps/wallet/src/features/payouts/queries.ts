import type { PayoutPage } from '@danbao/contracts/wallet'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'

export const payoutsQuery = queryOptions({
  queryKey: ['payouts'],
  queryFn: ({ signal }) => api.call('getPayouts', { signal }),
})

export type Payable = PayoutPage['payable'][number]

/** Takes the page as the server answered it; what is on the home page has changed with it. */
export function useTakePayouts(): (page: PayoutPage) => void {
  const client = useQueryClient()
  return (page) => {
    client.setQueryData(payoutsQuery.queryKey, page)
    void client.invalidateQueries({ queryKey: ['home'] })
  }
}
