import { isSignedOut, mayRetry } from '@danbao/ui'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

/**
 * What is known of the server's state; nothing of it is kept on the device. Calls `signedOut` when
 * the session ended meanwhile.
 */
export function createQueryClient(signedOut: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (isSignedOut(error)) signedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // We say ourselves that there is no network, and a paused request looks like a slow one.
      queries: { retry: mayRetry, staleTime: 5_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
}
