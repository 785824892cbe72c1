import { z } from 'zod'
import { LEVELS } from '../accounts.ts'
import type { AppRoute } from '../app-route.ts'
import { id, timestamp } from '../primitives.ts'
import {
  DOCUMENT_SIDES,
  IDENTITY_DOCUMENTS,
  IDENTITY_REASONS,
  identityCheckView,
} from '../wallet/identity.ts'

export const identityCaseView = z.object({
  object: z.literal('identity_case'),
  case: z
    .object({
      id: id('cas'),
      opened_at: timestamp,
      due_at: timestamp,
      assigned_to: id('stf').nullable(),
      closed_at: timestamp.nullable(),
    })
    .nullable()
    .meta({ description: 'Null: it was never submitted.' }),
  check: identityCheckView.extend({
    mrz: z.array(z.string()).nullable().meta({ description: 'The lines as they were read.' }),
  }),
  person: z.object({
    id: id('acc'),
    given_name: z.string().nullable(),
    family_name: z.string().nullable(),
    email: z.string(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    city: z.string().nullable(),
    level: z.literal(LEVELS),
    document_type: z.enum(IDENTITY_DOCUMENTS).nullable(),
    document_number: z.string().nullable(),
    registered_at: timestamp.nullable(),
  }),
  earlier: z.array(
    identityCheckView.pick({
      id: true,
      state: true,
      document_type: true,
      reason: true,
      created_at: true,
      decided_at: true,
    }),
  ),
})
export type IdentityCaseView = z.infer<typeof identityCaseView>

const decision = {
  /** The version that was looked at: a case that changed meanwhile is not decided. */
  version: z.number().int(),
  words: z.string().trim().max(1000).optional().meta({ description: 'Read by the person.' }),
}

export const decideIdentityRequest = z.discriminatedUnion('decision', [
  z.strictObject({ ...decision, decision: z.literal('approve') }),
  z.strictObject({
    ...decision,
    decision: z.literal('refuse'),
    reason: z.enum(IDENTITY_REASONS),
  }),
  z.strictObject({
    ...decision,
    decision: z.literal('ask_again'),
    reason: z.enum(IDENTITY_REASONS),
    sides: z.array(z.enum(DOCUMENT_SIDES)).min(1).max(3),
  }),
])
export type DecideIdentityRequest = z.infer<typeof decideIdentityRequest>

export const documentImageQuery = z.strictObject({ size: z.enum(['whole', 'preview']).optional() })

export const identityReviewRoutes = {
  getIdentityCase: {
    method: 'GET',
    path: '/console/api/identity/{id}',
    access: 'identity.review',
    params: { id: 'idc' },
    response: identityCaseView,
    refusals: ['not_found'],
  },
  /** Every look is kept in the audit log. */
  getDocumentImage: {
    method: 'GET',
    path: '/console/api/documents/{id}',
    access: 'document.view',
    params: { id: 'doc' },
    query: documentImageQuery,
    response: 'file',
    refusals: ['not_found'],
  },
  decideIdentity: {
    method: 'POST',
    path: '/console/api/identity/{id}/decision',
    access: 'identity.review',
    params: { id: 'idc' },
    body: decideIdentityRequest,
    response: identityCaseView,
    refusals: ['invalid_request', 'not_found', 'wrong_state', 'document_in_use'],
  },
} as const satisfies Record<string, AppRoute>

export type IdentityReviewRoutes = typeof identityReviewRoutes
