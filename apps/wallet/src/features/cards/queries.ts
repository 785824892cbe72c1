import type { CardList } from '@danbao/contracts/wallet'
import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { levelsQuery } from '../levels/queries.ts'

export const cardsQuery = queryOptions({
  queryKey: ['cards'],
  queryFn: ({ signal }) => api.call('listCards', { signal }),
})

/** Takes the cards as the server answered them; with them the level may have changed. */
export function useTakeCards(): (cards: CardList) => void {
  const client = useQueryClient()
  return (cards) => {
    client.setQueryData(cardsQuery.queryKey, cards)
    void client.invalidateQueries({ queryKey: levelsQuery.queryKey })
  }
}

export function reloadCards(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: cardsQuery.queryKey })
  void client.invalidateQueries({ queryKey: levelsQuery.queryKey })
}
