import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { id, timestamp } from '../primitives.ts'

export const session = z.object({
  id: id('ses'),
  object: z.literal('session'),
  /** The one that asks. */
  current: z.boolean(),
  browser: z.string().nullable().meta({ description: 'E.g. Firefox; null: it did not say' }),
  system: z.string().nullable().meta({ description: 'E.g. Android' }),
  ip: z.string(),
  device_known_since: timestamp.nullable(),
  created_at: timestamp,
  last_seen_at: timestamp,
})
export type SessionView = z.infer<typeof session>

const sessions = z.object({ object: z.literal('list'), data: z.array(session) })

export const sessionRoutes = {
  /** Where the person is signed in; last used first. */
  listSessions: {
    method: 'GET',
    path: '/wallet/api/sessions',
    access: 'person',
    response: sessions,
    refusals: [],
  },
  /** Ending the present one signs out. */
  endSession: {
    method: 'DELETE',
    path: '/wallet/api/sessions/{id}',
    access: 'person',
    params: { id: 'ses' },
    response: sessions,
    refusals: ['not_found'],
  },
  /** All but the present one. */
  endOtherSessions: {
    method: 'POST',
    path: '/wallet/api/sessions/end-others',
    access: 'person',
    response: sessions,
    refusals: [],
  },
} as const satisfies Record<string, AppRoute>
