import { type Command, type Core, queries, webhooks } from '@danbao/core'
import type { Refusal } from '@danbao/contracts'
import { accept, type Result } from '@danbao/kernel'
import type { Handlers, Written } from './http/index.ts'

type WebhookRoute =
  | 'listEvents'
  | 'getEvent'
  | 'createWebhookEndpoint'
  | 'listWebhookEndpoints'
  | 'getWebhookEndpoint'
  | 'updateWebhookEndpoint'
  | 'deleteWebhookEndpoint'
  | 'rotateWebhookSecret'
  | 'listWebhookDeliveries'
  | 'replayWebhookDelivery'

export function webhookHandlers(core: Core): Pick<Handlers<Command>, WebhookRoute> {
  const { pool } = core.database
  return {
    listEvents: { read: (caller, _params, query) => queries.listEvents(pool, caller, query) },
    getEvent: { read: (caller, { id }) => queries.getEvent(pool, caller, { id }) },
    createWebhookEndpoint: {
      write: async (caller, _params, body) =>
        answer(
          201,
          webhooks.createWebhookEndpoint(pool, caller, { ...body, now: await core.now() }),
        ),
    },
    listWebhookEndpoints: {
      read: (caller, _params, query) => webhooks.listWebhookEndpoints(pool, caller, query),
    },
    getWebhookEndpoint: {
      read: (caller, { id }) => webhooks.getWebhookEndpoint(pool, caller, { id }),
    },
    updateWebhookEndpoint: {
      write: (caller, { id }, body) =>
        answer(200, webhooks.updateWebhookEndpoint(pool, caller, { id, ...body })),
    },
    deleteWebhookEndpoint: {
      write: (caller, { id }) => answer(200, webhooks.deleteWebhookEndpoint(pool, caller, { id })),
    },
    rotateWebhookSecret: {
      write: async (caller, { id }) =>
        answer(200, webhooks.rotateWebhookSecret(pool, caller, { id, now: await core.now() })),
    },
    listWebhookDeliveries: {
      read: (caller, { id }, query) =>
        webhooks.listWebhookDeliveries(pool, caller, { id, ...query }),
    },
    replayWebhookDelivery: {
      write: async (caller, { id, event }) =>
        answer(
          200,
          webhooks.replayWebhookDelivery(pool, caller, {
            id,
            event,
            now: await core.now(),
          }),
        ),
    },
  }
}

async function answer(
  status: 200 | 201,
  work: Promise<Result<string, Refusal>>,
): Promise<Result<Written, Refusal>> {
  const result = await work
  return result.ok ? accept({ status, body: result.value }) : result
}
