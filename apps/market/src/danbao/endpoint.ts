import type { Danbao, EventType, WebhookEndpointView } from '@danbao/sdk'
import { type Kept, readKept, writeKept } from './kept.ts'

export interface EndpointOptions {
  readonly api: Danbao
  /** Where Danbao reaches this shop. */
  readonly url: string
  readonly folder?: string
}

const EVENTS: readonly EventType[] = [
  'checkout.paid',
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
]

/**
 * Makes sure that Danbao tells this shop what happens, and resolves to the secret that it signs
 * with. Done again it finds what is there; a lost secret is replaced.
 */
export async function ensureEndpoint({ api, url, folder }: EndpointOptions): Promise<string> {
  const { endpoint: known } = await readKept(folder)
  const present = await findEndpoint(api, url, known)
  if (present === undefined) return create(api, url, folder)
  const moved = present.url !== url || !present.enabled
  if (moved) await api.webhookEndpoints.update(present.id, { url, enabled: true })
  if (present.id === known?.id) return known.secret
  return keep(folder, await api.webhookEndpoints.rotateSecret(present.id))
}

/** The known one, also where the shop has moved since; else another one with this address. */
async function findEndpoint(
  api: Danbao,
  url: string,
  known: Kept['endpoint'],
): Promise<WebhookEndpointView | undefined> {
  let same: WebhookEndpointView | undefined
  for await (const endpoint of api.webhookEndpoints.list()) {
    if (endpoint.id === known?.id) return endpoint
    if (endpoint.url === url) same ??= endpoint
  }
  return same
}

async function create(api: Danbao, url: string, folder: string | undefined): Promise<string> {
  const description = 'Sample Market'
  return keep(folder, await api.webhookEndpoints.create({ url, events: [...EVENTS], description }))
}

async function keep(
  folder: string | undefined,
  { id, secret }: WebhookEndpointView,
): Promise<string> {
  if (secret === undefined) throw new Error('A secret that was made just now is told.')
  await writeKept(folder, { endpoint: { id, secret } })
  return secret
}
