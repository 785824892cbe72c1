import { z } from 'zod'
import { id, list, page, timestamp } from './primitives.ts'

export const EVENT_TYPES = [
  'account.created',
  'account.updated',
  'top_up.credited',
  'checkout.created',
  'checkout.paid',
  'payment.created',
  'payment.verifying',
  'payment.held',
  'payment.shipped',
  'payment.delivered',
  'payment.extended',
  'payment.disputed',
  'payment.dispute_withdrawn',
  'payment.partially_refunded',
  'payment.released',
  'payment.split',
  'payment.refunded',
  'payment.cancelled',
  'payment.expired',
  'payment.claimed_back',
  'dispute.opened',
  'dispute.offer_made',
  'dispute.return_agreed',
  'dispute.return_shipped',
  'dispute.return_delivered',
  'dispute.escalated',
  'dispute.decided',
  'dispute.appealed',
  'dispute.closed',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export const eventView = z
  .object({
    id: id('evt'),
    type: z.enum(EVENT_TYPES),
    timestamp,
    data: z.record(z.string(), z.unknown()).meta({ description: 'The object as it became.' }),
  })
  .meta({ id: 'Event' })
export type EventView = z.infer<typeof eventView>
export const eventList = list(eventView)
export type EventList = z.infer<typeof eventList>

export const eventsQuery = z.strictObject({
  type: z.enum(EVENT_TYPES).optional(),
  order: z.enum(['newest', 'oldest']).optional().meta({
    description: 'Default newest. With oldest, following the cursor never misses an event.',
  }),
  ...page,
})
export type EventsQuery = z.infer<typeof eventsQuery>
