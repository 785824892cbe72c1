import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { id, list, page, reason, timestamp } from '../primitives.ts'
import { staffRef } from './staff.ts'

export const APPROVAL_KINDS = [
  'recovery_email',
  'closure',
  'staff_admin',
  'unfreeze',
  'resolution',
  'payout',
  'payout_failed',
  'rate',
] as const
export type ApprovalKind = (typeof APPROVAL_KINDS)[number]

export const APPROVAL_STATES = ['open', 'given', 'refused', 'void'] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]

export const approvalView = z.object({
  id: id('apr'),
  kind: z.enum(APPROVAL_KINDS),
  /** `void`: what it was about was settled in another way. */
  state: z.enum(APPROVAL_STATES),
  /** The recovery `rec_`, closure `clo_`, deposit `dep_` or payout `pot_` to look at first; null: none. */
  subject: z.string().nullable(),
  person: z.object({ id: id('acc'), name: z.string() }).nullable(),
  /** Who would become an administrator. */
  member: staffRef.nullable(),
  reason: z.string(),
  requested_by: staffRef,
  requested_at: timestamp,
  decided_by: staffRef.nullable(),
  decided_at: timestamp.nullable(),
  refusal_reason: z.string().nullable(),
  /** Whether whoever asks may give or refuse it; never their own. */
  may_decide: z.boolean(),
})
export type ApprovalView = z.infer<typeof approvalView>

const one = { params: { id: 'apr' } } as const

const refusals = ['not_found', 'wrong_state', 'second_person_needed'] as const

export const approvalRoutes = {
  /** Newest first; only kinds that the member may decide on, and their own requests. */
  listApprovals: {
    method: 'GET',
    path: '/console/api/approvals',
    access: 'approval.give',
    query: z.strictObject({ state: z.enum(APPROVAL_STATES).optional(), ...page }),
    response: list(approvalView),
    refusals: ['invalid_cursor'],
  },
  getApproval: {
    ...one,
    method: 'GET',
    path: '/console/api/approvals/{id}',
    access: 'approval.give',
    response: approvalView,
    refusals: ['not_found'],
  },
  /** What was asked for is done at once, or nothing is. */
  giveApproval: {
    ...one,
    method: 'POST',
    path: '/console/api/approvals/{id}/give',
    access: 'approval.give',
    response: approvalView,
    refusals,
  },
  refuseApproval: {
    ...one,
    method: 'POST',
    path: '/console/api/approvals/{id}/refuse',
    access: 'approval.give',
    body: z.strictObject({ reason }),
    response: approvalView,
    refusals,
  },
} as const satisfies Record<string, AppRoute>
