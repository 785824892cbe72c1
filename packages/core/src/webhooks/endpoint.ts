import type { WebhookEndpointView } from '@danbao/contracts'
import { encodeId, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { readRow, type TextRow } from '@danbao/database'
import { viewInstant } from '../payments/view.ts'

/** Where a marketplace wants to be told of events. */
export interface WebhookEndpoint {
  readonly id: Uuid
  readonly url: string
  /** Event types; none: all. */
  readonly events: readonly string[]
  readonly description: string | null
  readonly enabled: boolean
  /** Why we disabled it; null while we did not. */
  readonly disabledReason: string | null
  /** When the first attempt failed since one succeeded. */
  readonly failingSince: Instant | null
  /** `whpk_…` */
  readonly publicKey: string
  readonly createdAt: Instant
}

/** What `readEndpoint` reads, in its order. */
export const ENDPOINT_COLUMNS = `id, url, array_to_string(events, ','), description, enabled,
  disabled_reason, failing_since, public_key, created_at`

export function readEndpoint(row: TextRow): WebhookEndpoint {
  const r = readRow(row)
  return {
    id: r.text(),
    url: r.text(),
    events: r
      .text()
      .split(',')
      .filter((type) => type !== ''),
    description: r.maybeText(),
    enabled: r.boolean(),
    disabledReason: r.maybeText(),
    failingSince: r.maybeInstant(),
    publicKey: r.text(),
    createdAt: r.instant(),
  }
}

/** The endpoint as the API tells it; with the secret only when that was just made. */
export function endpointJson(endpoint: WebhookEndpoint, secret?: string): string {
  const view: WebhookEndpointView = {
    id: encodeId('whe', endpoint.id),
    object: 'webhook_endpoint',
    url: endpoint.url,
    events: [...endpoint.events],
    description: endpoint.description,
    enabled: endpoint.enabled,
    disabled_reason: endpoint.disabledReason,
    failing_since: viewInstant(endpoint.failingSince),
    ...(secret === undefined ? {} : { secret }),
    public_key: endpoint.publicKey,
    created_at: formatInstant(endpoint.createdAt),
  }
  return JSON.stringify(view)
}
