import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { paymentView } from '../payments.ts'
import { amount, id, reason, timestamp } from '../primitives.ts'
import { personRef } from './people.ts'
import { queueCase } from './queue.ts'
import { staffRef } from './staff.ts'

/** A rule that held when the payment was made; the console has a sentence for each code. */
export const riskHit = z.object({
  code: z.string(),
  points: z.number().int(),
  /** It speaks for the buyer. */
  clears: z.boolean(),
  /** What it saw. */
  figures: z.object({
    amount: amount.optional(),
    count: z.number().int().optional(),
    days: z.number().int().optional(),
    of: z.number().int().optional(),
    country: z.string().optional(),
    other: z.string().optional(),
  }),
})
export type RiskHitView = z.infer<typeof riskHit>

/** How it ended: by staff, by a party who cancelled, or by the clock. */
export const CHECK_ENDS = ['approved', 'refused', 'cancelled', 'timed_out'] as const
export type CheckEnd = (typeof CHECK_ENDS)[number]

export const checkedBuyer = z.object({
  id: id('acc'),
  name: z.string(),
  level: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  since: timestamp,
  /** Null: nobody with a wallet; the marketplace made the account and answers for it. */
  wallet: personRef.nullable(),
  country: z.string().nullable(),
  /** Browsers they signed in with, the newest first. */
  devices: z.array(z.object({ user_agent: z.string(), first_seen: timestamp })),
  /** As a buyer, before this: paid in all, and how many of them ended with the seller. */
  payments: z.number().int(),
  released: z.number().int(),
  disputes: z.number().int(),
  disputes_lost: z.number().int(),
})
export type CheckedBuyer = z.infer<typeof checkedBuyer>

export const paymentCheckCase = z.object({
  object: z.literal('payment_check_case'),
  /** Of the first payment. */
  id: id('pay'),
  /** Of the queue; null when there is nothing to decide. */
  case: queueCase.nullable(),
  buyer: checkedBuyer,
  marketplace: z.string(),
  /** What was paid together, the ones that wait and the ones that do not any more. */
  payments: z.array(
    z.object({ payment: paymentView, seller: z.string(), ended: z.enum(CHECK_ENDS).nullable() }),
  ),
  score: z.number().int(),
  /** From this score on nothing is cleared by itself. */
  threshold: z.number().int(),
  hits: z.array(riskHit),
  /** What goes to escrow for the sellers, or all of it back to the buyer and the promotions. */
  waiting: z.object({ total: amount, to_buyer: amount, to_promotions: amount }),
  paid_at: timestamp,
  due_at: timestamp,
  /** Somebody was asked for their identity, and it is waited for. */
  asked: z.object({ by: staffRef, at: timestamp, words: z.string() }).nullable(),
  /** What staff decided last; it may still be on its way to the money. */
  decided: z
    .object({
      decision: z.enum(['approve', 'refuse']),
      by: staffRef,
      at: timestamp,
      reason: z.string(),
    })
    .nullable(),
})
export type PaymentCheckCase = z.infer<typeof paymentCheckCase>

export const CHECK_DECISIONS = ['approve', 'refuse', 'ask_identity'] as const
export type CheckDecision = (typeof CHECK_DECISIONS)[number]

export const decideCheckRequest = z.strictObject({
  decision: z.enum(CHECK_DECISIONS),
  /** Those that were looked at and wait: what changed meanwhile is not decided. */
  payments: z.array(id('pay')).min(1).max(50),
  /** For staff with an approval; else read by the buyer. */
  reason,
})
export type DecideCheckRequest = z.infer<typeof decideCheckRequest>

const one = { access: 'payment.check', params: { id: 'pay' } } as const

export const paymentCheckRoutes = {
  /** Every look is kept in the audit log. */
  getPaymentCheck: {
    ...one,
    method: 'GET',
    path: '/console/api/payment-checks/{id}',
    response: paymentCheckCase,
    refusals: ['not_found'],
  },
  /** The money moves before the answer; an identity that is asked for moves none. */
  decidePaymentCheck: {
    ...one,
    method: 'POST',
    path: '/console/api/payment-checks/{id}/decision',
    body: decideCheckRequest,
    response: paymentCheckCase,
    refusals: ['not_found', 'wrong_state', 'case_taken', 'not_allowed'],
  },
} as const satisfies Record<string, AppRoute>
