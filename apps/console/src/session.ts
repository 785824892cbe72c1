import type { StaffPermission } from '@danbao/contracts'
import type { StaffMe } from '@danbao/contracts/console'
import { isSignedOut, safeNext, signInFor } from '@danbao/ui'
import {
  type QueryClient,
  queryOptions,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { redirect, useRouter } from '@tanstack/react-router'
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

interface Arrival {
  readonly context: { readonly queryClient: QueryClient }
  readonly location: { readonly href: string }
}

/** Lets in staff who are signed in with both factors; others come back here after they are. */
export async function requireStaff({ context, location }: Arrival): Promise<void> {
  const me = await context.queryClient.fetchQuery(meQuery)
  if (me === null) throw redirect({ href: signInFor(location.href), replace: true })
}

/** The member who is signed in; only below `staffRoute`, which made sure that there is one. */
export function useStaff(): StaffMe {
  const { data } = useSuspenseQuery(meQuery)
  if (data === null) throw new Error('nobody is signed in')
  return data
}

/** Whether the member may do this; what they may not do is not offered. */
export function useMay(): (permission: StaffPermission) => boolean {
  const { permissions } = useStaff()
  return (permission) => permissions.includes(permission)
}

export interface Session {
  /** After the second factor: goes on to `next`, if it is ours. */
  readonly enter: (next?: string) => Promise<void>
  /** After decisions: the counts of what waits. */
  readonly refresh: () => Promise<void>
  readonly leave: () => Promise<void>
}

export function useSession(): Session {
  const client = useQueryClient()
  const router = useRouter()
  const go = (path: string): Promise<void> => router.navigate({ href: path, replace: true })
  return {
    enter: async (next) => {
      client.clear()
      await go(safeNext(next))
    },
    refresh: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
    leave: async () => {
      await api.call('staffSignOut')
      client.clear()
      await go('/sign-in')
    },
  }
}
