import type { PayoutPage } from '@danbao/contracts/wallet'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** Between asking for a payout and its end nothing is told to the seller; the page asks. */
const ON_ITS_WAY_MS = 5_000

export const payoutsQuery = queryOptions({
  queryKey: ['payouts'],
  queryFn: ({ signal }) => api.call('getPayouts', { signal }),
  refetchInterval: ({ state: { data } }) =>
    data?.payouts.some(({ ended_at: ended }) => ended === null) === true ? ON_ITS_WAY_MS : false,
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
