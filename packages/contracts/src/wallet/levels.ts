import { z } from 'zod'
import { LEVELS } from '../accounts.ts'
import type { AppRoute } from '../app-route.ts'
import { amount } from '../primitives.ts'
import { IDENTITY_STATES } from './identity.ts'

export const levelView = z.object({
  level: z.literal(LEVELS),
  given_by: z.enum(['email', 'card', 'identity']),
  per_payment: amount,
  in_all: amount,
  over: z.enum(['always', 'year']).meta({ description: 'All time, or the last 365 days.' }),
  used: amount.meta({ description: 'Of `in_all`, also of levels that are not reached yet.' }),
  left: amount,
})
export type LevelView = z.infer<typeof levelView>

export const levelsView = z.object({
  object: z.literal('levels'),
  level: z.literal(LEVELS),
  levels: z.array(levelView),
  card: z.object({
    available: z.boolean().meta({ description: 'False: no card processor is connected.' }),
  }),
  identity: z.object({
    available: z.boolean(),
    state: z.enum(IDENTITY_STATES).nullable().meta({ description: 'Null: none was begun.' }),
    expires_on: z.iso.date().nullable(),
  }),
  next: z.enum([
    'verify_card',
    'check_identity',
    'continue_identity',
    'answer_staff',
    'wait',
    'renew',
    'nothing',
  ]),
  spending: z.enum(['open', 'frozen', 'resting']),
})
export type LevelsView = z.infer<typeof levelsView>

export const levelRoutes = {
  getLevels: {
    method: 'GET',
    path: '/wallet/api/levels',
    access: 'person',
    response: levelsView,
    refusals: [],
  },
} as const satisfies Record<string, AppRoute>
