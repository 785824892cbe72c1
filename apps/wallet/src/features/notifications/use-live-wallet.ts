import { LIVE_PATHS, type LiveMessage } from '@danbao/contracts/wallet'
import { useLive } from '@danbao/ui'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { meQuery } from '../../queries.ts'
import { NOTIFICATIONS } from './queries.ts'

/** What the screens show of the money: lists, and each payment by its id. */
const MONEY: readonly QueryKey[] = [
  ['home'],
  ['payments'],
  ['checkout'],
  ['levels'],
  ['top-up'],
  ['top-ups'],
  ['payouts'],
]

/** What is not true any more after a message. */
export function staleAfter(message: LiveMessage): readonly QueryKey[] {
  switch (message.kind) {
    case 'payment':
      return [...MONEY, ['payment', message.id]]
    case 'money':
      return MONEY
    case 'notification':
      return [NOTIFICATIONS]
    case 'all':
      return [...MONEY, ['payment'], NOTIFICATIONS]
    case 'signed_out':
      return [meQuery.queryKey]
    default:
      return []
  }
}

/** Keeps what is on the screen true without a reload. */
export function useLiveWallet(): void {
  const client = useQueryClient()
  const refresh = (keys: readonly QueryKey[]): void =>
    keys.forEach((queryKey) => void client.invalidateQueries({ queryKey }))
  useLive({
    url: LIVE_PATHS.wallet,
    onMessage: (message) => refresh(staleAfter(message)),
    onRefused: () => refresh([meQuery.queryKey]),
  })
}
