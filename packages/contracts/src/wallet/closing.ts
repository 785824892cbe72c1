import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { amount, id, timestamp } from '../primitives.ts'
import { typedPassword } from './two-factor.ts'

/**
 * What has to end before the account can. `debt`: below zero in the proceeds. `claim_window`: a
 * buyer may still claim money back from a sale. `top_up`: its money is awaited, and would reach an
 * account that is closed. `card`: one is linked. `frozen`: staff look into the account.
 */
export const OBSTACLE_KINDS = [
  'wallet',
  'proceeds',
  'debt',
  'payment',
  'dispute',
  'claim_window',
  'top_up',
  'payout',
  'card',
  'frozen',
] as const
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number]

export const closureObstacle = z.object({
  kind: z.enum(OBSTACLE_KINDS),
  /** Of money: how much, also of a debt. */
  amount: amount.nullable(),
  /** Of a payment, dispute, top-up or card: its id. */
  subject: z.string().nullable(),
})
export type ClosureObstacle = z.infer<typeof closureObstacle>

/** `prepared`: support looked, a second person confirms. */
export const CLOSURE_STATES = ['requested', 'prepared', 'closed', 'refused', 'withdrawn'] as const
export type ClosureState = (typeof CLOSURE_STATES)[number]

export const closingView = z.object({
  object: z.literal('closing'),
  /** The last one that was asked for. */
  closure: z
    .object({
      id: id('clo'),
      state: z.enum(CLOSURE_STATES),
      requested_at: timestamp,
      decide_by: timestamp,
      refusal_reason: z.string().nullable(),
    })
    .nullable(),
  obstacles: z.array(closureObstacle),
})
export type ClosingView = z.infer<typeof closingView>

const closing = { access: 'person', response: closingView } as const

export const closingRoutes = {
  getClosing: {
    method: 'GET',
    path: '/wallet/api/closing',
    ...closing,
    refusals: [],
  },
  /** Also while something is in the way: support waits for it, or helps. */
  requestClosure: {
    method: 'POST',
    path: '/wallet/api/closing',
    ...closing,
    body: z.strictObject({
      password: typedPassword,
      reason: z.string().trim().max(1000).optional(),
    }),
    refusals: ['password_wrong', 'try_later', 'wrong_state'],
  },
  withdrawClosure: {
    method: 'DELETE',
    path: '/wallet/api/closing',
    ...closing,
    refusals: ['wrong_state'],
  },
} as const satisfies Record<string, AppRoute>
export type ClosingRoutes = typeof closingRoutes
