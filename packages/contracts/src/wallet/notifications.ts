import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { amount, id, list, pageQuery, timestamp } from '../primitives.ts'

/** What people are told about their money; the words are in notification-words. */
export const NOTIFICATION_KINDS = [
  'buyer_checking',
  'buyer_paid',
  'buyer_checked',
  'buyer_shipped',
  'buyer_arrived',
  'buyer_extended',
  'buyer_released',
  'buyer_split',
  'buyer_refunded',
  'buyer_part_refunded',
  'buyer_cancelled',
  'buyer_dropped',
  'buyer_expired',
  'seller_checking',
  'seller_paid',
  'seller_shipped',
  'seller_arrived',
  'seller_extended',
  'seller_released',
  'seller_split',
  'seller_refunded',
  'seller_part_refunded',
  'seller_cancelled',
  'buyer_disputed',
  'seller_disputed',
  'offer_made',
  'offer_received',
  'late_offer_received',
  'buyer_return_agreed',
  'seller_return_agreed',
  'buyer_return_shipped',
  'seller_return_shipped',
  'buyer_return_arrived',
  'seller_return_arrived',
  'escalated',
  'decided',
  'appeal_made',
  'appeal_received',
  'buyer_withdrawn',
  'seller_withdrawn',
  'buyer_claim_granted',
  'seller_claim_granted',
  'buyer_claim_dismissed',
  'seller_claim_dismissed',
  'buyer_claim_withdrawn',
  'seller_claim_withdrawn',
  'top_up',
  'payout_paid',
  'payout_returned',
  'payout_refused',
  'buyer_confirm_soon',
  'seller_ship_soon',
  'seller_answer_soon',
  'buyer_return_soon',
] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

export const notificationView = z.object({
  id: id('ntf'),
  object: z.literal('notification'),
  kind: z.enum(NOTIFICATION_KINDS),
  payment: id('pay').nullable().meta({ description: 'Null: it is about money without one.' }),
  counterpart: z.string().nullable().meta({ description: 'The name of the other side.' }),
  description: z.string().nullable().meta({ description: "The payment's own words." }),
  amount: amount.meta({ description: 'Of the payment, or what was topped up.' }),
  part: amount.nullable().meta({ description: 'What of it this is about.' }),
  due: timestamp.nullable().meta({ description: 'What happens next by itself, happens then.' }),
  created_at: timestamp,
  read: z.boolean(),
})
export type NotificationView = z.infer<typeof notificationView>

/** More are not counted. */
export const MOST_UNREAD = 99

const unread = z.object({
  object: z.literal('unread_notifications'),
  count: z.int().max(MOST_UNREAD).meta({ description: 'At most 99 are counted.' }),
})

export const notificationRoutes = {
  /** Newest first. */
  listNotifications: {
    method: 'GET',
    path: '/wallet/api/notifications',
    access: 'person',
    query: pageQuery,
    response: list(notificationView),
    refusals: ['invalid_cursor'],
  },
  countUnreadNotifications: {
    method: 'GET',
    path: '/wallet/api/notifications/unread',
    access: 'person',
    response: unread,
    refusals: [],
  },
  readNotification: {
    method: 'POST',
    path: '/wallet/api/notifications/{id}/read',
    access: 'person',
    params: { id: 'ntf' },
    response: unread,
    refusals: ['not_found'],
  },
  /** All up to the newest that was shown: what came meanwhile stays unread. */
  readNotifications: {
    method: 'POST',
    path: '/wallet/api/notifications/read',
    access: 'person',
    body: z.strictObject({ newest: id('ntf') }),
    response: unread,
    refusals: ['not_found'],
  },
} as const satisfies Record<string, AppRoute>
export type NotificationRoutes = typeof notificationRoutes
