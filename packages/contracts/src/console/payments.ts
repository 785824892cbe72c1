import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { DISPUTE_STATES, disputeView } from '../disputes.ts'
import { DUE_KINDS, PAYMENT_STATES, paymentTransferView, paymentView } from '../payments.ts'
import { amount, currencyCode, id, list, page, timestamp } from '../primitives.ts'
import { marketplaceRef } from './staff.ts'

/** Whole days since: '0-2' until the third day is over, '31' from the 31st on. */
export const AGES = ['0-2', '3-7', '8-14', '15-30', '31'] as const
export type Age = (typeof AGES)[number]

/** Hours that are left: '0-2' less than two, '12' twelve or more. */
export const HOURS_LEFT = ['0-2', '2-6', '6-12', '12'] as const
export type HoursLeft = (typeof HOURS_LEFT)[number]

/** How a check ended: by the rules at once, by staff, by a party who cancelled, or by the clock. */
export const CHECK_VERDICTS = ['cleared', 'approved', 'refused', 'cancelled', 'timed_out'] as const
export type CheckVerdictView = (typeof CHECK_VERDICTS)[number]

export const OPEN_DISPUTE_STATES = DISPUTE_STATES.filter((state) => state !== 'closed')

export const deskParty = z.object({
  id: id('acc'),
  name: z.string(),
  /** Whether they have a page in the console; a marketplace may answer for somebody who has not. */
  has_wallet: z.boolean(),
})
export type DeskParty = z.infer<typeof deskParty>

export const deskPayment = z.object({
  id: id('pay'),
  state: z.enum(PAYMENT_STATES),
  amount,
  in_escrow: amount,
  description: z.string().nullable(),
  reference: z.string().nullable(),
  marketplace: z.string(),
  buyer: deskParty.nullable(),
  seller: deskParty,
  /** What happens next by itself, and when. */
  due: z.object({ what: z.enum(DUE_KINDS), at: timestamp }).nullable(),
  /** The open one; a claim after the release too. */
  dispute: z.object({ id: id('dsp'), state: z.enum(DISPUTE_STATES) }).nullable(),
  created_at: timestamp,
  paid_at: timestamp.nullable(),
})
export type DeskPayment = z.infer<typeof deskPayment>

const day = z.iso.date()

/** Which payments; all that is named holds. Days and weeks are of UTC. */
export const deskFilter = z.strictObject({
  state: z.enum(PAYMENT_STATES).optional(),
  currency: currencyCode.optional(),
  marketplace: id('mkt').optional(),
  /** Money is held, paid so long ago. */
  held: z.enum(AGES).optional(),
  paid_on: day.optional(),
  /** Closed on that day, with money for the seller. */
  released_on: day.optional(),
  /** Released by the clock on that day, unless something happens; `later`: after a week. */
  due_on: z.union([day, z.literal('later')]).optional(),
  /** A dispute or claim is open and stands so. */
  dispute: z.enum(OPEN_DISPUTE_STATES).optional(),
  /** A dispute or claim is open, opened so long ago. */
  dispute_age: z.enum(AGES).optional(),
  /** A dispute or claim was opened in the seven days from then on. */
  opened_week: day.optional(),
  closed_week: day.optional(),
  /** Waits for staff, who have so much time left. */
  check_left: z.enum(HOURS_LEFT).optional(),
  /** The check ended so, in the last 30 days. */
  check: z.enum(CHECK_VERDICTS).optional(),
})
export type DeskFilter = z.infer<typeof deskFilter>

export const deskPaymentPage = z.object({
  object: z.literal('desk_payment'),
  payment: paymentView,
  marketplace: z.string(),
  buyer: deskParty.nullable(),
  seller: deskParty,
  /** The open one, else the last. */
  dispute: disputeView.nullable(),
  /** Null: it was never checked. Of several paid together, `leader` is the first. */
  check: z.object({ leader: id('pay'), verdict: z.enum(CHECK_VERDICTS).nullable() }).nullable(),
  transfers: z.array(paymentTransferView).meta({ description: 'Oldest first.' }),
})
export type DeskPaymentPage = z.infer<typeof deskPaymentPage>

/** What of a payment was looked for. */
export const FOUND_BY = ['payment', 'checkout', 'dispute', 'reference', 'tracking'] as const
export type FoundBy = (typeof FOUND_BY)[number]

export const paymentDeskRoutes = {
  /** Newest first. */
  listPayments: {
    method: 'GET',
    path: '/console/api/payments',
    access: 'payment.read',
    query: deskFilter.extend(page),
    response: list(deskPayment),
    refusals: ['invalid_cursor'],
  },
  /** What can be chosen from in the filters. */
  getPaymentFilters: {
    method: 'GET',
    path: '/console/api/payment-filters',
    access: 'payment.read',
    response: z.object({ marketplaces: z.array(marketplaceRef), currencies: z.array(z.string()) }),
    refusals: [],
  },
  /** Every look is kept in the audit log. */
  getPayment: {
    method: 'GET',
    path: '/console/api/payments/{id}',
    access: 'payment.read',
    params: { id: 'pay' },
    response: deskPaymentPage,
    refusals: ['not_found'],
  },
  /**
   * By the id of a payment, checkout or dispute, the marketplace's reference of a payment or
   * checkout, or the tracking number; the newest 20 of each. By POST, as people are looked for.
   */
  findPayments: {
    method: 'POST',
    path: '/console/api/payments/find',
    access: 'payment.read',
    body: z.strictObject({ query: z.string().trim().min(2, 'must be longer').max(254) }),
    response: z.object({
      groups: z.array(
        z.object({ by: z.enum(FOUND_BY), payments: z.array(deskPayment), more: z.boolean() }),
      ),
    }),
    refusals: ['try_later'],
  },
} as const satisfies Record<string, AppRoute>
