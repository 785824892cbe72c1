import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { id, timestamp } from '../primitives.ts'
import { MOST_NOTE_CHARACTERS } from './evidence-limits.ts'
import { settlementQuery, settlementView } from './settlements.ts'

export * from './evidence-limits.ts'

export const EVIDENCE_KINDS = ['picture', 'document', 'video'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

export const evidenceView = z.object({
  id: id('evd'),
  side: z.enum(['buyer', 'seller']),
  kind: z.enum(EVIDENCE_KINDS),
  media_type: z.string(),
  bytes: z.number().int(),
  note: z.string().nullable(),
  /** There is a small picture of it; videos have none. */
  has_preview: z.boolean(),
  created_at: timestamp,
})
export type EvidenceView = z.infer<typeof evidenceView>

export const evidenceList = z.object({
  object: z.literal('evidence_list'),
  data: z.array(evidenceView).meta({ description: 'Of both sides, oldest first.' }),
  /** How many more this side can add; 0 when the dispute is closed. */
  left: z.number().int(),
})
export type EvidenceList = z.infer<typeof evidenceList>

export const evidenceFileQuery = z.strictObject({ size: z.enum(['whole', 'preview']).optional() })

export const evidenceRoutes = {
  listEvidence: {
    method: 'GET',
    path: '/wallet/api/disputes/{id}/evidence',
    access: 'person',
    params: { id: 'dsp' },
    response: evidenceList,
    refusals: ['not_found'],
  },
  /** A picture, a PDF or a short video; pictures are made anew, without what cameras write in. */
  addEvidence: {
    method: 'POST',
    path: '/wallet/api/disputes/{id}/evidence',
    access: 'person',
    params: { id: 'dsp' },
    query: z.strictObject({ note: z.string().trim().max(MOST_NOTE_CHARACTERS).optional() }),
    body: 'file',
    response: evidenceList,
    refusals: [
      'not_found',
      'wrong_state',
      'try_later',
      'evidence_full',
      'file_type',
      'file_too_large',
      'file_unreadable',
    ],
  },
  getEvidence: {
    method: 'GET',
    path: '/wallet/api/evidence/{id}',
    access: 'person',
    params: { id: 'evd' },
    query: evidenceFileQuery,
    response: 'file',
    refusals: ['not_found'],
  },
  /** What becomes of the money when so much goes back: of a dispute, or a claim after the end. */
  previewSettlement: {
    method: 'GET',
    path: '/wallet/api/payments/{id}/settlement',
    access: 'person',
    params: { id: 'pay' },
    query: settlementQuery,
    response: settlementView,
    refusals: ['not_found', 'amount_too_large'],
  },
} as const satisfies Record<string, AppRoute>
