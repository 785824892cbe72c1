import type { SettingsView } from '@danbao/contracts/wallet'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useSession } from '../../session.ts'

const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => api.call('getSettings', { signal }),
})

export function useSettings() {
  return useQuery(settingsQuery)
}

/** Takes over what a change answered; the name, address and language are also those of the person. */
export function useTakeSettings(): (next: SettingsView) => void {
  const client = useQueryClient()
  const session = useSession()
  return (next) => {
    client.setQueryData(settingsQuery.queryKey, next)
    void client.invalidateQueries({ queryKey: ['history'] })
    // Changes of secrets end the other sessions.
    void client.invalidateQueries({ queryKey: ['sessions'] })
    void session.refresh()
  }
}
