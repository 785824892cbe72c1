import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { PAYOUT_REVIEWS, PAYOUT_STATES } from '../payouts.ts'
import {
  amount,
  currencyCode,
  id,
  list,
  page,
  positiveAmount,
  reason,
  timestamp,
} from '../primitives.ts'
import { commandKey } from '../wallet/checkout.ts'
import { deskParty } from './payments.ts'
import { staffRef } from './staff.ts'

export const deskPayout = z.object({
  id: id('pot'),
  state: z.enum(PAYOUT_STATES),
  review: z.enum(PAYOUT_REVIEWS).nullable(),
  amount: positiveAmount,
  reference: z.string(),
  account: deskParty,
  holder: z.string(),
  iban: z.string(),
  bic: z.string().nullable(),
  reason: z.string().nullable(),
  batch: z.string().nullable().meta({ description: 'The number of the file that it went with.' }),
  created_at: timestamp,
  paid_at: timestamp.nullable(),
  ended_at: timestamp.nullable(),
})
export type DeskPayout = z.infer<typeof deskPayout>

/**
 * `payout`: it may go. `payout_failed`: the bank has not carried it out and never will, so the money
 * goes back to the proceeds. Both need a second person. `refuse` needs none: nothing leaves.
 */
export const PAYOUT_WISHES = ['payout', 'payout_failed'] as const
export type PayoutWish = (typeof PAYOUT_WISHES)[number]

export const deskPayoutPage = z.object({
  object: z.literal('desk_payout'),
  payout: deskPayout,
  name_alike: z.boolean().meta({ description: 'Whether the holder may be the seller.' }),
  waiting: z
    .object({
      approval: id('apr'),
      kind: z.enum(PAYOUT_WISHES),
      reason: z.string(),
      requested_by: staffRef,
      requested_at: timestamp,
    })
    .nullable()
    .meta({ description: 'What a second person is waited for.' }),
  choices: z.array(z.enum([...PAYOUT_WISHES, 'refuse'])),
})
export type DeskPayoutPage = z.infer<typeof deskPayoutPage>

const part = z.object({ count: z.int(), amount })

export const payoutQueueLine = z.object({
  currency: currencyCode,
  review: part,
  queued: part,
  sent: part,
  oldest: timestamp,
})
export type PayoutQueueLine = z.infer<typeof payoutQueueLine>

export const payoutBatchLine = z.object({
  id: id('pob'),
  number: z.string(),
  amount,
  count: z.int(),
  paid: z.int(),
  returned: z.int(),
  created_at: timestamp,
})
export type PayoutBatchLine = z.infer<typeof payoutBatchLine>

/** What is on its way, and the files that went to the bank. */
export const payoutQueue = z.object({
  object: z.literal('payout_queue'),
  lines: z.array(
    payoutQueueLine.extend({
      offered: z
        .boolean()
        .meta({ description: 'False: there is no account of the operator’s in it.' }),
    }),
  ),
  batches: z.array(payoutBatchLine),
})
export type PayoutQueue = z.infer<typeof payoutQueue>

const desk = { access: 'funding.manage' } as const
const one = { ...desk, params: { id: 'pot' }, response: deskPayoutPage } as const

export const payoutDeskRoutes = {
  /** Newest first. */
  listDeskPayouts: {
    ...desk,
    method: 'GET',
    path: '/console/api/payouts',
    query: z.strictObject({ which: z.enum(['review', 'open', 'all']), ...page }),
    response: list(deskPayout),
    refusals: ['invalid_cursor'],
  },
  getDeskPayout: {
    ...one,
    method: 'GET',
    path: '/console/api/payouts/{id}',
    refusals: ['not_found'],
  },
  /** Asks for it; it is done when another member agrees. */
  wishPayout: {
    ...one,
    method: 'POST',
    path: '/console/api/payouts/{id}/wishes',
    body: z.strictObject({ kind: z.enum(PAYOUT_WISHES), reason }),
    refusals: ['not_found', 'wrong_state'],
  },
  /** The seller reads the reason. */
  refusePayout: {
    ...one,
    method: 'POST',
    path: '/console/api/payouts/{id}/refuse',
    body: z.strictObject({ key: commandKey, reason }),
    refusals: ['not_found', 'wrong_state'],
  },
  getPayoutQueue: {
    ...desk,
    method: 'GET',
    path: '/console/api/payout_queue',
    response: payoutQueue,
    refusals: [],
  },
  /** Makes a file of all that is queued in a currency, at most 500 at once. */
  sendPayouts: {
    ...desk,
    method: 'POST',
    path: '/console/api/payout_batches',
    body: z.strictObject({ key: commandKey, currency: currencyCode }),
    response: payoutQueue,
    refusals: ['wrong_state', 'currency_not_enabled'],
  },
  /** ISO 20022 pain.001: the same bytes whenever it is asked for. */
  getPayoutFile: {
    ...desk,
    method: 'GET',
    path: '/console/api/payout_batches/{id}/file',
    params: { id: 'pob' },
    response: z.object({ object: z.literal('payout_file'), name: z.string(), text: z.string() }),
    refusals: ['not_found', 'currency_not_enabled'],
  },
} as const satisfies Record<string, AppRoute>
