import type { IdentityCheckView } from '@danbao/contracts/wallet'
import { isRefusal } from '@danbao/ui'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { levelsQuery } from '../levels/queries.ts'

/** Reading takes some seconds; a decision some hours. */
const WHILE_READING_MS = 1_500
const WHILE_DECIDING_MS = 60_000

export const identityQuery = queryOptions({
  queryKey: ['identity'],
  queryFn: ({ signal }) => api.call('getIdentity', { signal }),
  refetchInterval: ({ state }) => {
    const present = state.data?.current?.state
    if (present === 'reading') return WHILE_READING_MS
    return present === 'submitted' ? WHILE_DECIDING_MS : false
  },
})

/** A change of the check: the screen goes on with what the server answers. */
export function useCheckChange<V>(change: (value: V) => Promise<IdentityCheckView>) {
  const show = useShowCheck()
  const refresh = useRefreshIdentity()
  return useMutation({
    mutationFn: change,
    onSuccess: show,
    onError: (error) => {
      // Somebody else, or another tab, was quicker: what is shown is not true any more.
      if (isRefusal(error, 'wrong_state', 'not_found')) refresh()
    },
  })
}

/** Takes over what the server knows of the check now. */
export function useShowCheck(): (check: IdentityCheckView) => void {
  const client = useQueryClient()
  const refresh = useRefreshIdentity()
  return (current) => {
    const ended = current.state === 'withdrawn'
    client.setQueryData(
      identityQuery.queryKey,
      (before) => before && { ...before, current, may_start: ended },
    )
    refresh()
  }
}

export function useRefreshIdentity(): () => void {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: identityQuery.queryKey })
    void client.invalidateQueries({ queryKey: levelsQuery.queryKey })
  }
}
