import { z } from 'zod'
import { balanceView } from '../accounts.ts'
import type { AppRoute } from '../app-route.ts'
import { amount, id, reason, timestamp } from '../primitives.ts'
import { CLOSURE_STATES, closureObstacle } from '../wallet/closing.ts'
import { RECOVERY_KINDS, RECOVERY_STATES } from '../wallet/recovery.ts'
import { personPayment, personRef } from './people.ts'
import { queueCase } from './queue.ts'
import { staffRef } from './staff.ts'

/** Whether what was claimed is so; `unknown`: we have nothing to compare it with. */
export const VERDICTS = ['match', 'mismatch', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What was claimed beside what is known. */
const compared = z.object({
  /** E.g. `phone`, `payments`, `turnover`, `card`; the console has words for each. */
  what: z.string(),
  claimed: z.string(),
  known: z.string().nullable(),
  verdict: z.enum(VERDICTS),
})
export type ComparedClaim = z.infer<typeof compared>

const pendingApproval = z
  .object({ id: id('apr'), requested_by: staffRef, may_decide: z.boolean() })
  .nullable()

export const recoveryCase = z.object({
  id: id('rec'),
  kind: z.enum(RECOVERY_KINDS),
  state: z.enum(RECOVERY_STATES),
  /** Of the queue; null once it is decided. */
  case: queueCase.nullable(),
  /** The account that is asked for, where the address is known. */
  person: personRef.nullable(),
  claims: z.array(compared),
  /** Where the account is to be reached from now on. */
  new_email: z.string().nullable(),
  has_document: z.boolean(),
  /** On the account's side, to be compared with a scan. */
  known: z.object({
    name: z.string().nullable(),
    phone: z.string().nullable(),
    country: z.string().nullable(),
    document_type: z.string().nullable(),
    document_number: z.string().nullable(),
  }),
  last_payments: z.array(personPayment),
  /** Paid in the last 365 days, by currency. */
  turnover: z.array(amount),
  requested_at: timestamp,
  due_at: timestamp.nullable(),
  /** An e-mail recovery takes effect then, unless the old address objects. */
  effective_at: timestamp.nullable(),
  approval: pendingApproval,
})
export type RecoveryCase = z.infer<typeof recoveryCase>

export const closureCase = z.object({
  id: id('clo'),
  state: z.enum(CLOSURE_STATES),
  case: queueCase.nullable(),
  person: personRef,
  balances: z.array(balanceView),
  open_payments: z.array(personPayment),
  open_payment_count: z.number().int(),
  /** What still stands in the way; empty: it can be prepared. */
  obstacles: z.array(closureObstacle),
  /** What the person wrote. */
  message: z.string().nullable(),
  requested_at: timestamp,
  approval: pendingApproval,
})
export type ClosureCase = z.infer<typeof closureCase>

const recovery = { params: { id: 'rec' } } as const
const closure = { params: { id: 'clo' } } as const

/** `case_taken`: somebody else works on it; `assigned_to` names them. */
const refusals = ['not_found', 'wrong_state', 'case_taken'] as const

export const decisionRoutes = {
  getRecoveryCase: {
    ...recovery,
    method: 'GET',
    path: '/console/api/recoveries/{id}',
    access: 'recovery.decide',
    response: recoveryCase,
    refusals: ['not_found'],
  },
  /** The scan that came with it; every look is kept. */
  getRecoveryDocument: {
    ...recovery,
    method: 'GET',
    path: '/console/api/recoveries/{id}/document',
    access: 'recovery.decide',
    response: 'file',
    refusals: ['not_found'],
  },
  /** Approving a change of address asks a second person first. */
  decideRecovery: {
    ...recovery,
    method: 'POST',
    path: '/console/api/recoveries/{id}/decide',
    access: 'recovery.decide',
    body: z.strictObject({ decision: z.enum(['approve', 'refuse']), reason }),
    response: recoveryCase,
    refusals,
  },
  getClosureCase: {
    ...closure,
    method: 'GET',
    path: '/console/api/closures/{id}',
    access: 'closure.prepare',
    response: closureCase,
    refusals: ['not_found'],
  },
  /** Asks a second person; the account is closed when they approve. */
  prepareClosure: {
    ...closure,
    method: 'POST',
    path: '/console/api/closures/{id}/prepare',
    access: 'closure.prepare',
    body: z.strictObject({ decision: z.enum(['prepare', 'refuse']), reason }),
    response: closureCase,
    refusals: [...refusals, 'closure_blocked'],
  },
} as const satisfies Record<string, AppRoute>
