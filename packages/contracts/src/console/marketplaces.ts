import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { EVENT_TYPES } from '../events.ts'
import { brandColor, marketplaceBrand, marketplaceTerms } from '../marketplaces.ts'
import { id, list, page, timestamp } from '../primitives.ts'
import {
  createWebhookEndpointRequest,
  deletedWebhookEndpointView,
  deliveriesQuery,
  deliveryList,
  deliveryView,
  updateWebhookEndpointRequest,
  webhookEndpointList,
  webhookEndpointView,
} from '../webhooks.ts'
import { marketplaceRef } from './staff.ts'

/** A marketplace in the list: what of it works, and what does not. */
export const marketplaceLine = marketplaceRef.extend({
  /** Keys that are not revoked. */
  keys: z.int(),
  endpoints: z.int(),
  /** Endpoints that fail, or were disabled because they did. */
  failing: z.int(),
  created_at: timestamp,
})
export type MarketplaceLine = z.infer<typeof marketplaceLine>

export const marketplacePage = marketplaceLine.extend({
  terms: marketplaceTerms,
  brand: marketplaceBrand,
  /** As it was typed; null: people see the name of the marketplace. */
  display_name: z.string().nullable(),
})
export type MarketplacePage = z.infer<typeof marketplacePage>

export const apiKeyView = z.object({
  id: id('key'),
  /** The last four characters. */
  hint: z.string(),
  created_at: timestamp,
  revoked_at: timestamp.nullable(),
})
export type ApiKeyView = z.infer<typeof apiKeyView>

/** The key itself is shown this once. */
export const newApiKey = apiKeyView.extend({ key: z.string() })

export const inspectedEvent = z.object({
  id: id('evt'),
  type: z.string(),
  /** What it is about: a payment, checkout, dispute or account. */
  subject: z.string(),
  timestamp,
})
export type InspectedEvent = z.infer<typeof inspectedEvent>

export const openedEvent = inspectedEvent.extend({
  /** Exactly what was and will be sent. */
  body: z.string(),
  deliveries: z.array(
    z.object({ endpoint: webhookEndpointView, delivery: deliveryView.nullable() }),
  ),
})
export type OpenedEvent = z.infer<typeof openedEvent>

export const inspectEventsQuery = z.strictObject({
  type: z.enum(EVENT_TYPES).optional(),
  /** The id of a payment, checkout, dispute or account, or the marketplace's own reference. */
  subject: z.string().trim().min(1).max(200).optional(),
  ...page,
})

export const MAX_LOGO_BYTES = 1024 * 1024

const brandRequest = z.strictObject({
  display_name: z.string().trim().min(1).max(60).nullable(),
  color: brandColor.nullable(),
})

const one = { params: { id: 'mkt' } } as const
const read = { method: 'GET', access: 'marketplace.read' } as const
const write = { method: 'POST', access: 'marketplace.manage' } as const
const endpoint = { params: { id: 'mkt', endpoint: 'whe' } } as const

/** A merchant knows of their own marketplace only: any other is not found. */
export const marketplaceDeskRoutes = {
  listMarketplaces: {
    ...read,
    path: '/console/api/marketplaces',
    response: z.object({ data: z.array(marketplaceLine) }),
    refusals: [],
  },
  getMarketplacePage: {
    ...read,
    ...one,
    path: '/console/api/marketplaces/{id}',
    response: marketplacePage,
    refusals: ['not_found'],
  },
  /** Newest first. */
  listMarketplaceKeys: {
    ...read,
    ...one,
    path: '/console/api/marketplaces/{id}/keys',
    response: z.object({ data: z.array(apiKeyView) }),
    refusals: ['not_found'],
  },
  createMarketplaceKey: {
    ...write,
    ...one,
    path: '/console/api/marketplaces/{id}/keys',
    response: newApiKey,
    refusals: ['not_found'],
  },
  /** It works nowhere any more after 5 seconds. */
  revokeMarketplaceKey: {
    ...write,
    params: { id: 'mkt', key: 'key' },
    path: '/console/api/marketplaces/{id}/keys/{key}/revoke',
    response: apiKeyView,
    refusals: ['not_found', 'wrong_state'],
  },
  listMarketplaceEndpoints: {
    ...read,
    ...one,
    path: '/console/api/marketplaces/{id}/endpoints',
    query: z.strictObject(page),
    response: webhookEndpointList,
    refusals: ['not_found', 'invalid_cursor'],
  },
  /** The answer shows the secret, and no other does. */
  createMarketplaceEndpoint: {
    ...write,
    ...one,
    path: '/console/api/marketplaces/{id}/endpoints',
    body: createWebhookEndpointRequest,
    response: webhookEndpointView,
    refusals: ['not_found', 'url_not_allowed'],
  },
  updateMarketplaceEndpoint: {
    ...write,
    ...endpoint,
    method: 'PATCH',
    path: '/console/api/marketplaces/{id}/endpoints/{endpoint}',
    body: updateWebhookEndpointRequest,
    response: webhookEndpointView,
    refusals: ['not_found', 'url_not_allowed'],
  },
  deleteMarketplaceEndpoint: {
    ...write,
    ...endpoint,
    method: 'DELETE',
    path: '/console/api/marketplaces/{id}/endpoints/{endpoint}',
    response: deletedWebhookEndpointView,
    refusals: ['not_found'],
  },
  /** The answer shows the new secret; the old one signs too for a day. */
  rotateMarketplaceSecret: {
    ...write,
    ...endpoint,
    path: '/console/api/marketplaces/{id}/endpoints/{endpoint}/rotate_secret',
    response: webhookEndpointView,
    refusals: ['not_found'],
  },
  listMarketplaceDeliveries: {
    ...read,
    ...endpoint,
    path: '/console/api/marketplaces/{id}/endpoints/{endpoint}/deliveries',
    query: deliveriesQuery,
    response: deliveryList,
    refusals: ['not_found', 'invalid_cursor'],
  },
  replayMarketplaceDelivery: {
    ...write,
    params: { id: 'mkt', endpoint: 'whe', event: 'evt' },
    path: '/console/api/marketplaces/{id}/endpoints/{endpoint}/deliveries/{event}/replay',
    response: deliveryView,
    refusals: ['not_found'],
  },
  /** All that failed and was not delivered since, also what waits for its next attempt. */
  replayFailedDeliveries: {
    ...write,
    ...endpoint,
    path: '/console/api/marketplaces/{id}/endpoints/{endpoint}/replay_failed',
    response: z.object({ replayed: z.int() }),
    refusals: ['not_found'],
  },
  /** Newest first. */
  inspectEvents: {
    ...read,
    ...one,
    path: '/console/api/marketplaces/{id}/events',
    query: inspectEventsQuery,
    response: list(inspectedEvent),
    refusals: ['not_found', 'invalid_cursor'],
  },
  openEvent: {
    ...read,
    params: { id: 'mkt', event: 'evt' },
    path: '/console/api/marketplaces/{id}/events/{event}',
    response: openedEvent,
    refusals: ['not_found'],
  },
  /** Holds for payments that are made afterwards. */
  changeMarketplaceTerms: {
    ...write,
    ...one,
    method: 'PUT',
    path: '/console/api/marketplaces/{id}/terms',
    body: marketplaceTerms,
    response: marketplacePage,
    refusals: ['not_found'],
  },
  changeMarketplaceBrand: {
    ...write,
    ...one,
    method: 'PUT',
    path: '/console/api/marketplaces/{id}/brand',
    body: brandRequest,
    response: marketplacePage,
    refusals: ['not_found'],
  },
  /** A PNG, JPEG or WebP picture; made anew, so that nothing but its pixels is left. */
  putMarketplaceLogo: {
    ...write,
    ...one,
    method: 'PUT',
    path: '/console/api/marketplaces/{id}/logo',
    body: 'file',
    response: marketplacePage,
    refusals: ['not_found', 'file_too_large', 'file_type', 'file_unreadable'],
  },
  removeMarketplaceLogo: {
    ...write,
    ...one,
    method: 'DELETE',
    path: '/console/api/marketplaces/{id}/logo',
    response: marketplacePage,
    refusals: ['not_found'],
  },
} as const satisfies Record<string, AppRoute>
