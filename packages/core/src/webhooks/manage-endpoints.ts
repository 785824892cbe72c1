import type {
  CreateWebhookEndpointRequest,
  DeletedWebhookEndpointView,
  PageQuery,
  Refusal,
  UpdateWebhookEndpointRequest,
} from '@danbao/contracts'
import {
  accept,
  addDuration,
  encodeId,
  formatInstant,
  hours,
  type Instant,
  newUuid,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { type Condition, type Queryable, queryText, type TextRow } from '@danbao/database'
import { loadSettings } from '../clock/database-clock.ts'
import type { Caller } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { openPage, readNewestFirst } from '../queries/page.ts'
import { ENDPOINT_COLUMNS, endpointJson, readEndpoint, type WebhookEndpoint } from './endpoint.ts'
import { newKeyPair, newSecret } from './sign.ts'
import { urlFault } from './url-rule.ts'

type Refused = { readonly ok: false; readonly refusal: Refusal }

/** How long the old secret signs beside the new one. */
const OLD_SECRET_LIFETIME = hours(24)

/** Endpoints belong to a marketplace itself, not to the people it acts for. */
export function marketplaceOf(caller: Caller): Result<Uuid, Refusal> {
  if (caller.kind === 'marketplace' && caller.actingAs === null) return accept(caller.marketplaceId)
  return refuseWith('not_allowed', 'Webhooks are set up by a marketplace, in its own name.')
}

export type CreateEndpoint = CreateWebhookEndpointRequest & { readonly now: Instant }

/** The answer is the only one that shows the secret. */
export async function createWebhookEndpoint(
  pool: Queryable,
  caller: Caller,
  { url, events, description, now }: CreateEndpoint,
): Promise<Result<string, Refusal>> {
  const marketplace = marketplaceOf(caller)
  if (!marketplace.ok) return marketplace
  const fault = await refuseUrl(pool, url)
  if (fault !== undefined) return fault
  const secret = newSecret()
  const { privateKey, publicKey } = newKeyPair()
  const rows = await queryText(
    pool,
    `INSERT INTO app.webhook_endpoint (id, marketplace_id, url, events, description, enabled,
       secret, private_key, public_key, created_at)
     VALUES ($1, $2, $3, $4, $5, true, $6, $7, $8, $9) RETURNING ${ENDPOINT_COLUMNS}`,
    [
      newUuid(),
      marketplace.value,
      url,
      events ?? [],
      description ?? null,
      secret,
      privateKey,
      publicKey,
      formatInstant(now),
    ],
  )
  return answerWith(rows, secret)
}

async function refuseUrl(pool: Queryable, url: string): Promise<Refused | undefined> {
  const fault = urlFault(url, (await loadSettings(pool)).mode)
  return fault === undefined ? undefined : refuseWith('url_not_allowed', fault)
}

function answerWith(rows: readonly TextRow[], secret?: string): Result<string, Refusal> {
  const [row] = rows
  return row === undefined ? noSuchEndpoint() : accept(endpointJson(readEndpoint(row), secret))
}

export function noSuchEndpoint(): Refused {
  return refuseWith('not_found', 'There is no such webhook endpoint.')
}

interface OneEndpoint {
  readonly id: Uuid
}

export async function getWebhookEndpoint(
  pool: Queryable,
  caller: Caller,
  { id }: OneEndpoint,
): Promise<Result<string, Refusal>> {
  const marketplace = marketplaceOf(caller)
  if (!marketplace.ok) return marketplace
  const rows = await queryText(
    pool,
    `SELECT ${ENDPOINT_COLUMNS} FROM app.webhook_endpoint WHERE id = $1 AND marketplace_id = $2`,
    [id, marketplace.value],
  )
  return answerWith(rows)
}

/** Newest first. */
export async function listWebhookEndpoints(
  pool: Queryable,
  caller: Caller,
  request: PageQuery,
): Promise<Result<string, Refusal>> {
  const marketplace = marketplaceOf(caller)
  if (!marketplace.ok) return marketplace
  const list = { route: 'webhook endpoints', filters: {}, page: request }
  const page = await openPage(pool, caller, list)
  if (!page.ok) return page
  const conditions: readonly Condition[] = [['marketplace_id = ?', marketplace.value]]
  const rows = {
    table: 'app.webhook_endpoint',
    columns: ENDPOINT_COLUMNS,
    conditions,
    read: readEndpoint,
    json: (endpoint: WebhookEndpoint) => endpointJson(endpoint),
  }
  return accept(await readNewestFirst(pool, page.value, rows))
}

export type UpdateEndpoint = UpdateWebhookEndpointRequest & OneEndpoint

/** What is absent stays. Enabling forgets the failures: a repaired endpoint starts afresh. */
export async function updateWebhookEndpoint(
  pool: Queryable,
  caller: Caller,
  { id, url, events, description, enabled }: UpdateEndpoint,
): Promise<Result<string, Refusal>> {
  const marketplace = marketplaceOf(caller)
  if (!marketplace.ok) return marketplace
  const fault = url === undefined ? undefined : await refuseUrl(pool, url)
  if (fault !== undefined) return fault
  const rows = await queryText(
    pool,
    `UPDATE app.webhook_endpoint SET
       url = coalesce($3, url),
       events = coalesce($4::text[], events),
       description = coalesce($5, description),
       enabled = coalesce($6::boolean, enabled),
       disabled_reason = CASE WHEN $6::boolean THEN NULL ELSE disabled_reason END,
       failing_since = CASE WHEN $6::boolean THEN NULL ELSE failing_since END,
       failures = CASE WHEN $6::boolean THEN 0 ELSE failures END
     WHERE id = $1 AND marketplace_id = $2 RETURNING ${ENDPOINT_COLUMNS}`,
    [
      id,
      marketplace.value,
      url ?? null,
      events ?? null,
      description ?? null,
      enabled === undefined ? null : String(enabled),
    ],
  )
  return answerWith(rows)
}

/**
 * First it is disabled, so that no new delivery is made for it: one that is being made would have
 * to wait until the whole log is gone, and a batch of payments with it.
 */
export async function deleteWebhookEndpoint(
  pool: Queryable,
  caller: Caller,
  { id }: OneEndpoint,
): Promise<Result<string, Refusal>> {
  const disabled = await updateWebhookEndpoint(pool, caller, { id, enabled: false })
  if (!disabled.ok) return disabled
  await pool.query('DELETE FROM app.webhook_endpoint WHERE id = $1', [id])
  const view: DeletedWebhookEndpointView = {
    id: encodeId('whe', id),
    object: 'webhook_endpoint',
    deleted: true,
  }
  return accept(JSON.stringify(view))
}

/** A new secret; for a day the old one signs too, so that the receiver can change in peace. */
export async function rotateWebhookSecret(
  pool: Queryable,
  caller: Caller,
  { id, now }: OneEndpoint & { readonly now: Instant },
): Promise<Result<string, Refusal>> {
  const marketplace = marketplaceOf(caller)
  if (!marketplace.ok) return marketplace
  const secret = newSecret()
  const rows = await queryText(
    pool,
    `UPDATE app.webhook_endpoint SET old_secret = secret, old_secret_until = $3, secret = $4
     WHERE id = $1 AND marketplace_id = $2 RETURNING ${ENDPOINT_COLUMNS}`,
    [id, marketplace.value, formatInstant(addDuration(now, OLD_SECRET_LIFETIME)), secret],
  )
  return answerWith(rows, secret)
}
