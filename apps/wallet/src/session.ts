import type { Me, PersonView } from '@danbao/contracts/wallet'
import { isRefusal, safeNext, signInFor, speakUnlessChosen } from '@danbao/ui'
import { type QueryClient, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { redirect, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api } from './api.ts'
import { forgetReads, meQuery } from './queries.ts'

/** A page is not kept waiting for what was known that short a time ago. */
const KNOWN_MS = 600_000

/**
 * Who it is, before a page is shown: the last known too when the server can not be asked. Whether
 * somebody who was not signed in still is not, is always asked.
 */
export async function readMe(client: QueryClient): Promise<Me> {
  const last = client.getQueryData(meQuery.queryKey)
  const staleTime = last?.state === 'signed_in' ? KNOWN_MS : 0
  try {
    return await client.fetchQuery({ ...meQuery, staleTime })
  } catch (error) {
    if (last !== undefined && isRefusal(error, 'offline', 'database_unavailable')) return last
    throw error
  }
}

interface Arrival {
  readonly context: { readonly queryClient: QueryClient }
  readonly location: { readonly href: string }
}

/**
 * Lets in who is signed in, in the language of their account; others come back here after they are.
 * The guard does it, since a page that is loaded anew comes by no sign-in.
 */
export async function requirePerson({ context, location }: Arrival): Promise<void> {
  const me = await readMe(context.queryClient)
  if (me.state === 'signed_in') return speakUnlessChosen(me.person.language)
  throw redirect({ href: wayIn(me, location.href), replace: true })
}

function wayIn({ state }: Me, wanted: string): string {
  if (state === 'registering') return '/register'
  const signIn = signInFor(wanted)
  return state === 'second_factor' ? signIn.replace('/sign-in', '/sign-in/second-factor') : signIn
}

/** Whether somebody still is; when the session ends, the guard is asked where to go. */
export function useSignedIn(): boolean {
  const router = useRouter()
  const { data } = useSuspenseQuery(meQuery)
  const signedIn = data.state === 'signed_in'
  useEffect(() => {
    if (!signedIn) void router.invalidate()
  }, [router, signedIn])
  return signedIn
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
      await client.fetchQuery({ ...meQuery, staleTime: 0 })
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
