import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'

export const supportRoutes = {
  /** Where people write whom no page can help. */
  getSupport: {
    method: 'GET',
    path: '/wallet/api/support',
    access: 'anyone',
    response: z.object({ object: z.literal('support'), email: z.string() }),
    refusals: [],
  },
} as const satisfies Record<string, AppRoute>
