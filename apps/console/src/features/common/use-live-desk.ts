import { LIVE_PATHS, type LiveMessage } from '@danbao/contracts/wallet'
import { useLive } from '@danbao/ui'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { meQuery } from '../../queries.ts'

/** What is not true any more after a message. An open case stays as it was looked at. */
function staleAfter({ kind }: LiveMessage): readonly QueryKey[] {
  if (kind === 'signed_out') return [meQuery.queryKey]
  return kind === 'queue' || kind === 'all' ? [['queue'], ['approvals'], meQuery.queryKey] : []
}

/** Keeps the queue and its counts true without a reload. */
export function useLiveDesk(): void {
  const client = useQueryClient()
  const refresh = (keys: readonly QueryKey[]): void =>
    keys.forEach((queryKey) => void client.invalidateQueries({ queryKey }))
  useLive({
    url: LIVE_PATHS.console,
    onMessage: (message) => refresh(staleAfter(message)),
    onRefused: () => refresh([meQuery.queryKey]),
  })
}
