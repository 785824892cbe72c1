import type { WalletTopUp } from '@danbao/contracts/wallet'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** How often money that comes within seconds is looked for. */
const SOON_MS = 3_000

export const waysQuery = queryOptions({
  queryKey: ['funding-ways'],
  queryFn: ({ signal }) => api.call('getFundingWays', { signal }),
})

export const topUpsQuery = queryOptions({
  queryKey: ['top-ups'],
  queryFn: ({ signal }) => api.call('listOwnTopUps', { signal }),
})

export const topUpQuery = (id: string) =>
  queryOptions({
    queryKey: ['top-up', id],
    queryFn: ({ signal }) => api.call('getOwnTopUp', { params: { id }, signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'awaiting' && data.rail === 'webmoney' ? SOON_MS : false,
  })

/** The top-up as it became; what lists it is asked for again. */
export function keepTopUp(client: QueryClient, topUp: WalletTopUp): void {
  client.setQueryData(topUpQuery(topUp.id).queryKey, topUp)
  void client.invalidateQueries({ queryKey: topUpsQuery.queryKey })
  void client.invalidateQueries({ queryKey: waysQuery.queryKey })
}
