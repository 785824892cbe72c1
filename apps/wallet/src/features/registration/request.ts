import type { RegistrationRequest } from '@danbao/contracts/wallet'
import { tabMemory } from '@danbao/ui'
import { type QueryClient, useQuery } from '@tanstack/react-query'

const KEY = ['registration request']
const SLOT = 'registration.request'

/** What this browser has begun and waits for a mail; also after the page was loaded anew. */
export function useRequest(): RegistrationRequest | undefined {
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => readKept() ?? null,
    staleTime: Infinity,
    initialData: () => readKept() ?? null,
  })
  return data ?? undefined
}

export function keepRequest(client: QueryClient, request: RegistrationRequest): void {
  tabMemory.write(SLOT, JSON.stringify(request))
  client.setQueryData(KEY, request)
}

function readKept(): RegistrationRequest | undefined {
  const text = tabMemory.read(SLOT)
  if (text === null) return undefined
  const kept: unknown = JSON.parse(text)
  return isRequest(kept) ? kept : undefined
}

function isRequest(kept: unknown): kept is RegistrationRequest {
  return typeof kept === 'object' && kept !== null && 'request' in kept && 'resend_at' in kept
}
