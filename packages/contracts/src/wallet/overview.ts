import { z } from 'zod'
import { balanceView, LEVELS } from '../accounts.ts'
import type { AppRoute } from '../app-route.ts'
import { id, signedAmount, timestamp } from '../primitives.ts'

export const activityView = z.object({
  id: id('trf'),
  code: z.string().meta({ description: 'What it was: pay, release, refund, top_up, …' }),
  book: z.enum(['wallet', 'proceeds']),
  change: signedAmount,
  subject: z.union([id('pay'), id('top'), id('pot')]).nullable(),
  description: z.string().nullable().meta({ description: "The payment's own words." }),
  counterpart: z.string().nullable().meta({ description: 'The name of the other side.' }),
  occurred_at: timestamp,
})
export type ActivityView = z.infer<typeof activityView>

export const balancePoint = z.object({
  day: z.iso.date().meta({ description: 'Its end in UTC; the last one: now.' }),
  available: z.string().regex(/^-?\d+$/),
  held: z.string().regex(/^-?\d+$/),
  proceeds: z.string().regex(/^-?\d+$/),
})
export type BalancePoint = z.infer<typeof balancePoint>

export const homeView = z.object({
  object: z.literal('home'),
  at: timestamp,
  level: z.literal(LEVELS),
  balances: z.array(balanceView),
  activity: z.array(activityView).meta({ description: 'Newest first, of all currencies.' }),
  history: z
    .array(z.object({ currency: z.string(), points: z.array(balancePoint) }))
    .meta({ description: 'The last 30 days, oldest first, in minor units.' }),
})
export type HomeView = z.infer<typeof homeView>

export const overviewRoutes = {
  getHome: {
    method: 'GET',
    path: '/wallet/api/home',
    access: 'person',
    response: homeView,
    refusals: [],
  },
} as const satisfies Record<string, AppRoute>
