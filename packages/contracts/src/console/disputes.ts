import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { disputeView } from '../disputes.ts'
import { paymentTransferView, paymentView } from '../payments.ts'
import { amount, id, reason } from '../primitives.ts'
import { commandKey } from '../wallet/checkout.ts'
import { evidenceFileQuery, evidenceView } from '../wallet/evidence.ts'
import { settlementQuery, settlementView } from '../wallet/settlements.ts'
import { queueCase } from './queue.ts'
import { staffRef } from './staff.ts'

/** How somebody's disputes went, on this side: what says whether this is the first one. */
const disputeHistory = z.object({
  /** All, with the present one. */
  disputes: z.number().int(),
  payments: z.number().int().meta({ description: 'Paid ones on this side.' }),
  /** Money went back to the buyer, all or part. */
  to_buyer: z.number().int(),
  /** All of it went to the seller. */
  to_seller: z.number().int(),
  withdrawn: z.number().int(),
})

export const disputeParty = z.object({
  id: id('acc'),
  name: z.string(),
  level: z.number().int(),
  frozen: z.boolean(),
  /** Whether they have a page in the console; a marketplace may answer for somebody who has not. */
  has_wallet: z.boolean(),
  since: z.string(),
  as_buyer: disputeHistory,
  as_seller: disputeHistory,
})
export type DisputeParty = z.infer<typeof disputeParty>

export const disputeCase = z.object({
  object: z.literal('dispute_case'),
  /** Of the queue; null when there is nothing to decide. */
  case: queueCase.nullable(),
  dispute: disputeView,
  payment: paymentView,
  marketplace: z.string(),
  buyer: disputeParty.nullable(),
  seller: disputeParty,
  transfers: z.array(paymentTransferView).meta({ description: 'Oldest first.' }),
  evidence: z.array(evidenceView).meta({ description: 'Of both sides, oldest first.' }),
  /** What can go back at most. */
  left: amount,
  /** The first decision, or the one after an appeal. */
  round: z.union([z.literal(1), z.literal(2)]),
  /** Who gave the first decision. */
  first_by: staffRef.nullable(),
  /** The one who asks gave the first decision: another has to give the second. */
  needs_another: z.boolean(),
})
export type DisputeCase = z.infer<typeof disputeCase>

export const decideDisputeRequest = z.strictObject({
  key: commandKey,
  /** The one that was looked at: after an appeal it is another. */
  round: z.union([z.literal(1), z.literal(2)]),
  amount: amount.meta({ description: 'Back to the buyer; the rest is the seller’s.' }),
  reason: reason.meta({ description: 'Read by both sides.' }),
})
export type DecideDisputeRequest = z.infer<typeof decideDisputeRequest>

const one = { access: 'dispute.decide', params: { id: 'dsp' } } as const

export const disputeDeskRoutes = {
  /** Every look is kept in the audit log. */
  getDisputeCase: {
    ...one,
    method: 'GET',
    path: '/console/api/disputes/{id}',
    response: disputeCase,
    refusals: ['not_found'],
  },
  /** The consequence of a decision before it is made. */
  previewDecision: {
    ...one,
    method: 'GET',
    path: '/console/api/disputes/{id}/settlement',
    query: settlementQuery,
    response: settlementView,
    refusals: ['not_found', 'amount_too_large'],
  },
  /** Every look is kept in the audit log. */
  getCaseEvidence: {
    method: 'GET',
    path: '/console/api/evidence/{id}',
    access: 'dispute.decide',
    params: { id: 'evd' },
    query: evidenceFileQuery,
    response: 'file',
    refusals: ['not_found'],
  },
  /** `case_taken`: somebody else works on it. `second_person_needed`: it was they who decided first. */
  decideDispute: {
    ...one,
    method: 'POST',
    path: '/console/api/disputes/{id}/decide',
    body: decideDisputeRequest,
    response: disputeCase,
    refusals: [
      'not_found',
      'wrong_state',
      'case_taken',
      'second_person_needed',
      'amount_too_large',
      'currency_mismatch',
    ],
  },
} as const satisfies Record<string, AppRoute>
