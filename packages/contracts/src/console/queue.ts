import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { amount, id, list, page, timestamp } from '../primitives.ts'
import { staffRef } from './staff.ts'

export const CASE_KINDS = ['identity', 'recovery', 'closure', 'dispute', 'payment_check'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

export const queueCase = z.object({
  id: id('cas'),
  kind: z.enum(CASE_KINDS),
  /**
   * What is decided: an identity check `idc_`, a recovery `rec_`, a closure `clo_`, a dispute
   * `dsp_`, or the first `pay_` of the payments that are checked.
   */
  subject: z.string(),
  opened_at: timestamp,
  due_at: timestamp,
  overdue: z.boolean(),
  /** Null: nobody with an account is known to be meant. */
  person: z
    .object({
      id: id('acc'),
      /** Not the name: a queue is seen over shoulders. */
      initials: z.string(),
      level: z.union([z.literal(0), z.literal(1), z.literal(2)]),
      frozen: z.boolean(),
    })
    .nullable(),
  /** What the person has in wallets and in escrow, by currency; of a dispute what is claimed. */
  stakes: z.array(amount),
  assigned_to: staffRef.nullable(),
})
export type QueueCase = z.infer<typeof queueCase>

export const queueCounts = z.object({
  identity: z.number().int(),
  recovery: z.number().int(),
  closure: z.number().int(),
  dispute: z.number().int(),
  payment_check: z.number().int(),
  overdue: z.number().int(),
  mine: z.number().int(),
})

export const queueQuery = z.strictObject({
  kind: z.enum(CASE_KINDS).optional(),
  /** Only those assigned to whoever asks. */
  mine: z.enum(['true', 'false']).optional(),
  ...page,
})

const one = { params: { id: 'cas' } } as const

export const queueRoutes = {
  /** The most urgent first. Only kinds that the member works on. */
  listQueue: {
    method: 'GET',
    path: '/console/api/queue',
    access: 'queue.read',
    query: queueQuery,
    response: list(queueCase).extend({ counts: queueCounts }),
    refusals: ['invalid_cursor'],
  },
  /** Refused with `case_taken` and `assigned_to` (a name) when somebody else was faster. */
  takeCase: {
    ...one,
    method: 'POST',
    path: '/console/api/queue/{id}/take',
    access: 'queue.read',
    response: queueCase,
    refusals: ['not_found', 'wrong_state', 'case_taken'],
  },
  releaseCase: {
    ...one,
    method: 'POST',
    path: '/console/api/queue/{id}/release',
    access: 'queue.read',
    response: queueCase,
    refusals: ['not_found', 'wrong_state', 'case_taken'],
  },
  /** Hands on a case of one's own or of nobody's; with `queue.assign` anybody's. */
  assignCase: {
    ...one,
    method: 'POST',
    path: '/console/api/queue/{id}/assign',
    access: 'queue.read',
    body: z.strictObject({ staff: id('stf') }),
    response: queueCase,
    refusals: ['not_found', 'wrong_state', 'case_taken', 'not_allowed'],
  },
  /** Who may be given a case of this kind. */
  listColleagues: {
    method: 'GET',
    path: '/console/api/colleagues',
    access: 'queue.read',
    query: z.strictObject({ kind: z.enum(CASE_KINDS) }),
    response: z.object({ data: z.array(staffRef) }),
    refusals: [],
  },
} as const satisfies Record<string, AppRoute>
