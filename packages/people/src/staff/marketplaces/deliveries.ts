import { deliveryList, deliveryView, webhookEndpointView } from '@danbao/contracts'
import { webhooks } from '@danbao/core'
import { accept, type Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart } from '../../base/handling.ts'
import { keep, type Place, readAnswer, within } from './within.ts'

type Route = 'listMarketplaceDeliveries' | 'replayMarketplaceDelivery' | 'replayFailedDeliveries'

export function createMarketplaceDeliveries(deps: PeopleDeps): ConsolePart<Route> {
  return {
    async listMarketplaceDeliveries(who, { params: { id, endpoint }, query }) {
      const place = await within(deps.pool, who, id)
      if (!place.ok) return place
      const asked = { id: endpoint, ...query }
      const listed = await webhooks.listWebhookDeliveries(deps.pool, place.value.caller, asked)
      return listed.ok ? accept({ body: readAnswer(deliveryList, listed.value) }) : listed
    },
    replayMarketplaceDelivery: (who, { params: { id, endpoint, event } }) =>
      attempt(deps.pool, async (client) => {
        const place = await within(client, who, id)
        if (!place.ok) return place
        const now = await deps.now()
        const asked = { id: endpoint, event, now }
        const replayed = await webhooks.replayWebhookDelivery(client, place.value.caller, asked)
        if (!replayed.ok) return replayed
        const body = readAnswer(deliveryView, replayed.value)
        const url = await urlOf(client, place.value, endpoint)
        const detail = { url, event: body.event_type }
        const action = 'marketplace.delivery_replayed'
        await keep(client, who, place.value, { action, detail, now })
        return accept({ body })
      }),
    replayFailedDeliveries: (who, { params: { id, endpoint } }) =>
      attempt(deps.pool, async (client) => {
        const place = await within(client, who, id)
        if (!place.ok) return place
        const now = await deps.now()
        const asked = { id: endpoint, now }
        const done = await webhooks.replayFailedDeliveries(client, place.value.caller, asked)
        if (!done.ok) return done
        const detail = { url: await urlOf(client, place.value, endpoint), count: done.value }
        const action = 'marketplace.deliveries_replayed'
        await keep(client, who, place.value, { action, detail, now })
        return accept({ body: { replayed: done.value } })
      }),
  }
}

async function urlOf(client: Queryable, { caller }: Place, endpoint: Uuid): Promise<string> {
  const found = await webhooks.getWebhookEndpoint(client, caller, { id: endpoint })
  return found.ok ? readAnswer(webhookEndpointView, found.value).url : ''
}
