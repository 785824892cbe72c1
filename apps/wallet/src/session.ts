import type { Me, PersonView } from '@danbao/contracts/wallet'
import { isRefusal, safeNext, signInFor } from '@danbao/ui'
import {
  type QueryClient,
  queryOptions,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { redirect, useRouter } from '@tanstack/react-router'
import { api } from './api.ts'
import { forgetReads } from './queries.ts'

/** Who the browser is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.call('getMe', { signal }),
  meta: { keep: true },
})

/** The same before a page is shown: fresh, or the last known when the server can not be asked. */
export async function readMe(client: QueryClient): Promise<Me> {
  try {
    return await client.fetchQuery(meQuery)
  } catch (error) {
    const last = client.getQueryData(meQuery.queryKey)
    if (last !== undefined && isRefusal(error, 'offline', 'database_unavailable')) return last
    throw error
  }
}

interface Arrival {
  readonly context: { readonly queryClient: QueryClient }
  readonly location: { readonly href: string }
}

/** Lets in who is signed in; others come back here after they are. */
export async function requirePerson({ context, location }: Arrival): Promise<void> {
  const me = await readMe(context.queryClient)
  if (me.state === 'signed_in') return
  throw redirect({ href: wayIn(me, location.href), replace: true })
}

function wayIn({ state }: Me, wanted: string): string {
  if (state === 'registering') return '/register'
  const signIn = signInFor(wanted)
  return state === 'second_factor' ? signIn.replace('/sign-in', '/sign-in/second-factor') : signIn
}

/** The person who is signed in; only below `personRoute`, which made sure that there is one. */
export function usePerson(): PersonView {
  const { data } = useSuspenseQuery(meQuery)
  if (data.state !== 'signed_in') throw new Error('nobody is signed in')
  return data.person
}

export interface Session {
  /** After a sign-in or a step of it: asks who it is now and goes on to `next`, if it is ours. */
  readonly enter: (next?: string) => Promise<void>
  /** After anything that changes the person: name, language, level. */
  readonly refresh: () => Promise<void>
  readonly leave: () => Promise<void>
}

export function useSession(): Session {
  const client = useQueryClient()
  const router = useRouter()
  const go = (path: string): Promise<void> => router.navigate({ href: path, replace: true })
  return {
    enter: async (next) => {
      forgetReads(client)
      await readMe(client)
      await go(safeNext(next))
    },
    refresh: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
    leave: async () => {
      await api.call('signOut')
      forgetReads(client)
      await go('/sign-in')
    },
  }
}
