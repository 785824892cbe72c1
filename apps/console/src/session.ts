import type { StaffPermission } from '@danbao/contracts'
import type { StaffMe } from '@danbao/contracts/console'
import { safeNext, signInFor } from '@danbao/ui'
import { type QueryClient, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { redirect, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { api } from './api.ts'
import { meQuery } from './queries.ts'

/** A page is not kept waiting for what was known that short a time ago. */
const KNOWN_MS = 60_000

interface Arrival {
  readonly context: { readonly queryClient: QueryClient }
  readonly location: { readonly href: string; readonly pathname: string }
}

/** Lets in staff who are signed in with both factors; others come back here after they are. */
export async function requireStaff({ context, location }: Arrival): Promise<void> {
  const known = context.queryClient.getQueryData(meQuery.queryKey)
  const staleTime = known === null ? 0 : KNOWN_MS
  const me = await context.queryClient.fetchQuery({ ...meQuery, staleTime })
  if (me === null) throw redirect({ href: signInFor(location.href), replace: true })
  // Merchants have no queue: their marketplace is the first page.
  if (me.marketplace !== null && location.pathname === '/') {
    throw redirect({ href: `/marketplaces/${me.marketplace.id}`, replace: true })
  }
}

/** Whether somebody still is; when the session ends, the guard is asked where to go. */
export function useSignedIn(): boolean {
  const router = useRouter()
  const { data } = useSuspenseQuery(meQuery)
  const signedIn = data !== null
  useEffect(() => {
    if (!signedIn) void router.invalidate()
  }, [router, signedIn])
  return signedIn
}

/** The member who is signed in; only below `staffRoute`, which made sure that there is one. */
export function useStaff(): StaffMe {
  const { data } = useSuspenseQuery(meQuery)
  // At sign-out a part of the page may hear of it before the frame around it takes it away.
  const last = useRef(data)
  if (data !== null) last.current = data
  if (last.current === null) throw new Error('nobody is signed in')
  return last.current
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
      client.removeQueries()
      await go(safeNext(next))
    },
    refresh: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
    leave: async () => {
      await api.call('staffSignOut')
      client.setQueryData(meQuery.queryKey, null)
      await go('/sign-in')
      // What the sign-in page asks for by now is under way and stays.
      client.removeQueries({ type: 'inactive' })
    },
  }
}
