import { createKeptReads, isSignedOut, mayRetry } from '@danbao/ui'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

const keptReads = createKeptReads('wallet')

/** What is known of the server's state. Calls `signedOut` when the session ended meanwhile. */
export function createQueryClient(signedOut: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (isSignedOut(error)) signedOut()
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // We say ourselves that there is no network, and a paused request looks like a slow one.
      queries: { retry: mayRetry, staleTime: 15_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
  for (const { key, data, at } of keptReads.all()) {
    client.setQueryData(key, data, { updatedAt: at })
  }
  client.getQueryCache().subscribe(({ type, query }) => {
    const { data, status, dataUpdatedAt: at } = query.state
    if (type !== 'updated' || status !== 'success' || query.meta?.['keep'] !== true) return
    keptReads.keep({ key: query.queryKey, data, at })
  })
  return client
}

/** Forgets everything that was read: somebody left, or somebody else came. */
export function forgetReads(client: QueryClient): void {
  keptReads.forget()
  client.clear()
}
