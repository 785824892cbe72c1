import { isSignedOut, mayRetry } from '@danbao/ui'
import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

/** Who is signed in, what they may do, and what waits for them. Null: nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    try {
      return await api.call('staffMe', { signal })
    } catch (error) {
      if (isSignedOut(error)) return null
      throw error
    }
  },
})

/** What is known of the server's state; nothing of it is kept on the device. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    // The session ended meanwhile: whoever shows the desk has to know.
    if (isSignedOut(error)) void client.invalidateQueries({ queryKey: meQuery.queryKey })
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // We say ourselves that there is no network, and a paused request looks like a slow one.
      queries: { retry: mayRetry, staleTime: 5_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}
