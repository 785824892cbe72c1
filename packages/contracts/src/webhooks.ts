import { z } from 'zod'
import { EVENT_TYPES } from './events.ts'
import { description, id, list, page, timestamp } from './primitives.ts'

export const webhookEndpointView = z
  .object({
    id: id('whe'),
    object: z.literal('webhook_endpoint'),
    url: z.string(),
    events: z.array(z.string()).meta({ description: 'Event types; empty: all.' }),
    description: z.string().nullable(),
    enabled: z.boolean(),
    disabled_reason: z.string().nullable(),
    failing_since: timestamp
      .nullable()
      .meta({ description: 'When the first attempt failed since one succeeded.' }),
    secret: z.string().optional().meta({ description: 'whsec_…; shown when made or rotated.' }),
    public_key: z.string().meta({ description: 'whpk_…; verifies the ed25519 signatures.' }),
    created_at: timestamp,
  })
  .meta({ id: 'WebhookEndpoint' })
export type WebhookEndpointView = z.infer<typeof webhookEndpointView>
export const webhookEndpointList = list(webhookEndpointView)

const eventFilter = z.array(z.enum(EVENT_TYPES)).max(EVENT_TYPES.length)

export const createWebhookEndpointRequest = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  events: eventFilter.optional(),
  description: description.optional(),
})
export type CreateWebhookEndpointRequest = z.infer<typeof createWebhookEndpointRequest>

export const updateWebhookEndpointRequest = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  events: eventFilter.optional(),
  description: description.optional(),
  enabled: z.boolean().optional(),
})
export type UpdateWebhookEndpointRequest = z.infer<typeof updateWebhookEndpointRequest>

export const deliveryView = z
  .object({
    object: z.literal('webhook_delivery'),
    event: id('evt'),
    event_type: z.string(),
    state: z.enum(['pending', 'delivered', 'failed']),
    attempts: z.array(
      z.object({
        at: timestamp,
        status: z.number().nullable(),
        error: z.string().nullable(),
        duration_ms: z.number(),
      }),
    ),
    next_attempt_at: timestamp.nullable(),
  })
  .meta({ id: 'WebhookDelivery' })
export type DeliveryView = z.infer<typeof deliveryView>
export const deliveryList = list(deliveryView)

export const deliveriesQuery = z.strictObject({
  state: z.enum(['pending', 'delivered', 'failed']).optional(),
  ...page,
})
export type DeliveriesQuery = z.infer<typeof deliveriesQuery>
export type DeliveryList = z.infer<typeof deliveryList>
export type WebhookEndpointList = z.infer<typeof webhookEndpointList>

export const deletedWebhookEndpointView = z
  .object({ id: id('whe'), object: z.literal('webhook_endpoint'), deleted: z.literal(true) })
  .meta({ id: 'DeletedWebhookEndpoint' })
export type DeletedWebhookEndpointView = z.infer<typeof deletedWebhookEndpointView>
