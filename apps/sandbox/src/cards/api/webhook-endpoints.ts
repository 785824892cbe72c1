import { z } from 'zod'
import { newId, randomText } from '../ids.ts'
import type { State } from '../state.ts'
import { listPage } from './list.ts'
import type { AddRoute } from './route.ts'
import { flag, mergeMetadata, metadata, nothing, page, text, webAddress } from './schemas.ts'

const wanted = z.array(text).nonempty()
const creation = z.strictObject({
  url: webAddress,
  enabled_events: wanted,
  api_version: text.optional(),
  connect: flag.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
})
const change = z.strictObject({
  url: webAddress.optional(),
  enabled_events: wanted.optional(),
  disabled: flag.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
})

export function addWebhookEndpoints(add: AddRoute, state: State): void {
  const { endpoints, secrets } = state
  add({
    method: 'POST',
    path: '/webhook_endpoints',
    schema: creation,
    run({ params }) {
      const id = newId('we')
      const secret = `whsec_${randomText(32)}`
      secrets.set(id, secret)
      const endpoint = endpoints.add({
        id,
        object: 'webhook_endpoint',
        created: state.now(),
        api_version: params.api_version ?? null,
        application: null,
        description: params.description || null,
        enabled_events: params.enabled_events,
        livemode: false,
        metadata: mergeMetadata({}, params.metadata),
        status: 'enabled',
        url: params.url,
      })
      // Told this once: whoever lost it makes a new endpoint.
      return { ...endpoint, secret }
    },
  })
  add({
    method: 'GET',
    path: '/webhook_endpoints',
    schema: z.strictObject(page),
    run: ({ params }) => listPage(endpoints.list(), params, '/v1/webhook_endpoints'),
  })
  add({
    method: 'GET',
    path: '/webhook_endpoints/:id',
    schema: nothing,
    run: ({ id }) => endpoints.get(id),
  })
  add({
    method: 'POST',
    path: '/webhook_endpoints/:id',
    schema: change,
    run({ id, params }) {
      const present = endpoints.get(id)
      return endpoints.change(id, {
        url: params.url ?? present.url,
        enabled_events: params.enabled_events ?? present.enabled_events,
        status: statusFor(params.disabled) ?? present.status,
        description: params.description ?? present.description,
        metadata: mergeMetadata(present.metadata, params.metadata),
      })
    },
  })
  add({
    method: 'DELETE',
    path: '/webhook_endpoints/:id',
    schema: nothing,
    run({ id }) {
      endpoints.get(id)
      endpoints.remove(id)
      secrets.delete(id)
      return { id, object: 'webhook_endpoint', deleted: true }
    },
  })
}

function statusFor(disabled: boolean | undefined): 'enabled' | 'disabled' | undefined {
  if (disabled === undefined) return undefined
  return disabled ? 'disabled' : 'enabled'
}
