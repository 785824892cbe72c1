import {
  deletedWebhookEndpointView,
  type Refusal,
  webhookEndpointList,
  type WebhookEndpointView,
  webhookEndpointView,
} from '@danbao/contracts'
import { webhooks } from '@danbao/core'
import { accept, type Instant, type Result, type Uuid } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart, Reply, StaffVisitor } from '../../base/handling.ts'
import type { Detail } from '../../base/history.ts'
import { callerOf, keep, type Place, readAnswer, within } from './within.ts'

type Route =
  | 'listMarketplaceEndpoints'
  | 'createMarketplaceEndpoint'
  | 'updateMarketplaceEndpoint'
  | 'deleteMarketplaceEndpoint'
  | 'rotateMarketplaceSecret'

/** The same that the marketplace can do by its key, with an entry in the audit log. */
export function createMarketplaceEndpoints(deps: PeopleDeps): ConsolePart<Route> {
  return {
    async listMarketplaceEndpoints(who, { params: { id }, query }) {
      const place = await within(deps.pool, who, id)
      if (!place.ok) return place
      const listed = await webhooks.listWebhookEndpoints(deps.pool, place.value.caller, query)
      return listed.ok ? accept({ body: readAnswer(webhookEndpointList, listed.value) }) : listed
    },
    createMarketplaceEndpoint: (who, { params: { id }, body }) =>
      change(deps, who, id, {
        action: 'marketplace.endpoint_created',
        carryOut: ({ client, caller, now }) =>
          webhooks.createWebhookEndpoint(client, caller, { ...body, now }),
      }),
    updateMarketplaceEndpoint: (who, { params: { id, endpoint }, body }) =>
      change(deps, who, id, {
        action: 'marketplace.endpoint_changed',
        ...(body.enabled === undefined ? {} : { detail: { enabled: String(body.enabled) } }),
        carryOut: ({ client, caller }) =>
          webhooks.updateWebhookEndpoint(client, caller, { id: endpoint, ...body }),
      }),
    async deleteMarketplaceEndpoint(who, { params: { id, endpoint } }) {
      const disabled = await change(deps, who, id, {
        action: 'marketplace.endpoint_deleted',
        carryOut: ({ client, caller }) =>
          webhooks.updateWebhookEndpoint(client, caller, { id: endpoint, enabled: false }),
      })
      if (!disabled.ok) return disabled
      // On its own: the whole log goes with it, and payments would wait for it.
      const deleted = await webhooks.deleteWebhookEndpoint(deps.pool, callerOf(id), {
        id: endpoint,
      })
      return deleted.ok
        ? accept({ body: readAnswer(deletedWebhookEndpointView, deleted.value) })
        : deleted
    },
    rotateMarketplaceSecret: (who, { params: { id, endpoint } }) =>
      change(deps, who, id, {
        action: 'marketplace.secret_rotated',
        carryOut: ({ client, caller, now }) =>
          webhooks.rotateWebhookSecret(client, caller, { id: endpoint, now }),
      }),
  }
}

interface Changing extends Pick<Place, 'caller'> {
  readonly client: PoolClient
  readonly now: Instant
}

interface Change {
  readonly action: `marketplace.${string}`
  readonly detail?: Detail
  /** Answers with the endpoint, as the API does. */
  carryOut(changing: Changing): Promise<Result<string, Refusal>>
}

function change(
  deps: PeopleDeps,
  who: StaffVisitor,
  id: Uuid,
  { action, detail, carryOut }: Change,
): Promise<Result<Reply<WebhookEndpointView>, Refusal>> {
  return attempt(deps.pool, async (client) => {
    const place = await within(client, who, id)
    if (!place.ok) return place
    const now = await deps.now()
    const done = await carryOut({ client, caller: place.value.caller, now })
    if (!done.ok) return done
    const body = readAnswer(webhookEndpointView, done.value)
    await keep(client, who, place.value, { action, detail: { url: body.url, ...detail }, now })
    return accept({ body })
  })
}
