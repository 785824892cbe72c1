import { z } from 'zod'
import { amount, id, list, page, positiveAmount, reason, timestamp } from './primitives.ts'

export const DISPUTE_STATES = [
  'awaiting_seller',
  'negotiating',
  'awaiting_return',
  'return_shipped',
  'escalated',
  'decided',
  'closed',
] as const
export type DisputeState = (typeof DISPUTE_STATES)[number]

export const DISPUTE_OUTCOMES = [
  'withdrawn',
  'released',
  'refunded',
  'split',
  'dismissed',
  'granted',
] as const
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number]

export const DISPUTE_REASONS = [
  'not_received',
  'not_as_described',
  'damaged',
  'counterfeit',
  'wrong_amount',
  'unauthorised',
  'other',
] as const
export type DisputeReason = (typeof DISPUTE_REASONS)[number]

const offerView = z.object({
  by: z.enum(['buyer', 'seller']),
  amount: amount.meta({ description: 'To the buyer; the rest stays with the seller.' }),
  with_return: z.boolean(),
  message: z.string().nullable(),
  made_at: timestamp,
})

export const disputeView = z
  .object({
    id: id('dsp'),
    object: z.literal('dispute'),
    kind: z.enum(['dispute', 'claim']),
    state: z.enum(DISPUTE_STATES),
    outcome: z.enum(DISPUTE_OUTCOMES).nullable(),
    payment: id('pay'),
    marketplace: id('mkt'),
    reason: z.enum(DISPUTE_REASONS),
    message: z.string().nullable(),
    claimed: amount,
    offers: z
      .array(offerView)
      .meta({ description: 'Oldest first; the claim itself is the first.' }),
    agreed: offerView.nullable(),
    decision: z
      .object({
        amount,
        reason: z.string(),
        decided_at: timestamp,
        appealed_by: z.enum(['buyer', 'seller']).nullable(),
        appeal_reason: z.string().nullable(),
        final: z.boolean(),
      })
      .nullable(),
    return: z.object({
      carrier: z.string().nullable(),
      tracking: z.string().nullable(),
      shipped_at: timestamp.nullable(),
      delivered_at: timestamp.nullable(),
      received_at: timestamp.nullable(),
    }),
    due_at: timestamp.nullable(),
    opened_at: timestamp,
    answered_at: timestamp.nullable(),
    closed_at: timestamp.nullable(),
  })
  .meta({ id: 'Dispute' })
export type DisputeView = z.infer<typeof disputeView>
export const disputeList = list(disputeView)
export type DisputeList = z.infer<typeof disputeList>

export const disputesQuery = z.strictObject({
  state: z.enum(DISPUTE_STATES).optional(),
  payment: id('pay').optional(),
  ...page,
})
export type DisputesQuery = z.infer<typeof disputesQuery>

export const openDisputeRequest = z.strictObject({
  reason: z.enum(DISPUTE_REASONS),
  amount: positiveAmount.optional().meta({ description: 'Default: all that can be had back.' }),
  with_return: z.boolean().optional().meta({ description: 'The goods go back. Default: false.' }),
  message: reason.optional(),
})
export type OpenDisputeRequest = z.infer<typeof openDisputeRequest>

export const offerRequest = z.strictObject({
  amount,
  with_return: z.boolean().optional(),
  message: reason.optional(),
})
export type OfferRequest = z.infer<typeof offerRequest>

export const returnShippedRequest = z.strictObject({
  carrier: z.string().trim().min(1).max(100).optional(),
  tracking: z.string().trim().min(1).max(100).optional(),
})
export type ReturnShippedRequest = z.infer<typeof returnShippedRequest>

export const decideRequest = z.strictObject({ amount, reason })
export type DecideRequest = z.infer<typeof decideRequest>

export const appealRequest = z.strictObject({ reason })
export type AppealRequest = z.infer<typeof appealRequest>
