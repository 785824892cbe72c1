import type { DeliveriesQuery, DeliveryView, Refusal } from '@danbao/contracts'
import {
  accept,
  encodeId,
  formatInstant,
  type Instant,
  oneOf,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import {
  idArray,
  type Queryable,
  queryText,
  readRow,
  type TextRow,
  whereAll,
} from '@danbao/database'
import type { Caller } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { viewInstant } from '../payments/view.ts'
import { answerPage, openPage } from '../queries/page.ts'
import { marketplaceOf, noSuchEndpoint } from './manage-endpoints.ts'

const STATES = ['pending', 'delivered', 'failed'] as const

interface Delivery {
  readonly eventId: Uuid
  readonly eventType: string
  readonly state: DeliveryView['state']
  readonly nextAttemptAt: Instant | null
}

const SELECT = `
  SELECT d.event_id, event.type, d.state, d.next_attempt_at
  FROM app.webhook_delivery AS d JOIN app.event ON event.id = d.event_id`

export type ListDeliveries = DeliveriesQuery & { readonly id: Uuid }

/** What was and will be sent to an endpoint, newest event first. */
export async function listWebhookDeliveries(
  pool: Queryable,
  caller: Caller,
  { id, state, ...request }: ListDeliveries,
): Promise<Result<string, Refusal>> {
  const owned = await checkEndpoint(pool, caller, id)
  if (!owned.ok) return owned
  const list = { route: `deliveries ${id}`, filters: { state }, page: request }
  const page = await openPage(pool, caller, list)
  if (!page.ok) return page
  const { filters, position, limit } = page.value
  const where = whereAll([
    ['d.endpoint_id = ?', id],
    ['d.state = ?', filters['state']],
    ['d.event_id < ?', position[0]],
  ])
  const rows = await queryText(
    pool,
    `${SELECT} WHERE ${where.sql} ORDER BY d.event_id DESC LIMIT ${limit + 1}`,
    where.values,
  )
  const found = rows.map(readDelivery)
  const attempts = await readAttempts(pool, id, found)
  const json = (delivery: Delivery): string => deliveryJson(delivery, attempts)
  const shown = { json, position: (delivery: Delivery) => [delivery.eventId] }
  return accept(answerPage(page.value, found, shown))
}

export interface ReplayDelivery {
  readonly id: Uuid
  readonly event: Uuid
  readonly now: Instant
}

/**
 * Sends an event again, or for the first time where the endpoint came later than the event. Its
 * log stays, its retries start anew. What is just being sent is sent once more.
 */
export async function replayWebhookDelivery(
  pool: Queryable,
  caller: Caller,
  { id, event, now }: ReplayDelivery,
): Promise<Result<string, Refusal>> {
  const owned = await checkEndpoint(pool, caller, id)
  if (!owned.ok) return owned
  await pool.query(
    `INSERT INTO app.webhook_delivery AS d (endpoint_id, event_id, state, attempts, next_attempt_at)
     SELECT $1, id, 'pending', 0, $4 FROM app.event WHERE id = $2 AND marketplace_id = $3
     ON CONFLICT (endpoint_id, event_id) DO UPDATE SET state = 'pending', next_attempt_at = $4,
       earlier_attempts = d.attempts, leased_until = NULL`,
    [id, event, owned.value, formatInstant(now)],
  )
  const delivery = await readEventDelivery(pool, id, event)
  return delivery === undefined
    ? refuseWith('not_found', 'There is no such event.')
    : accept(delivery)
}

/**
 * Sends again what failed and was not delivered since, also what waits for its next attempt.
 * Answers how many deliveries that are.
 */
export async function replayFailedDeliveries(
  pool: Queryable,
  caller: Caller,
  { id, now }: Omit<ReplayDelivery, 'event'>,
): Promise<Result<number, Refusal>> {
  const owned = await checkEndpoint(pool, caller, id)
  if (!owned.ok) return owned
  const { rowCount } = await pool.query(
    `UPDATE app.webhook_delivery SET state = 'pending', next_attempt_at = $2,
       earlier_attempts = attempts, leased_until = NULL
     WHERE endpoint_id = $1
       AND (state = 'failed' OR (state = 'pending' AND attempts > earlier_attempts))`,
    [id, formatInstant(now)],
  )
  return accept(rowCount ?? 0)
}

/** The marketplace, when the endpoint is its own. */
async function checkEndpoint(
  pool: Queryable,
  caller: Caller,
  id: Uuid,
): Promise<Result<Uuid, Refusal>> {
  const marketplace = marketplaceOf(caller)
  if (!marketplace.ok) return marketplace
  const rows = await queryText(
    pool,
    'SELECT 1 FROM app.webhook_endpoint WHERE id = $1 AND marketplace_id = $2',
    [id, marketplace.value],
  )
  return rows.length === 0 ? noSuchEndpoint() : marketplace
}

/** What became of one event at an endpoint, as `DeliveryView`; undefined: it was not sent there. */
export async function readEventDelivery(
  pool: Queryable,
  endpointId: Uuid,
  event: Uuid,
): Promise<string | undefined> {
  const [row] = await queryText(pool, `${SELECT} WHERE d.endpoint_id = $1 AND d.event_id = $2`, [
    endpointId,
    event,
  ])
  if (row === undefined) return undefined
  const delivery = readDelivery(row)
  return deliveryJson(delivery, await readAttempts(pool, endpointId, [delivery]))
}

function readDelivery(row: TextRow): Delivery {
  const r = readRow(row)
  return {
    eventId: r.text(),
    eventType: r.text(),
    state: oneOf(STATES, r.text()),
    nextAttemptAt: r.maybeInstant(),
  }
}

type Attempts = ReadonlyMap<Uuid, DeliveryView['attempts']>

async function readAttempts(
  pool: Queryable,
  endpointId: Uuid,
  deliveries: readonly Delivery[],
): Promise<Attempts> {
  const rows = await queryText(
    pool,
    `SELECT event_id, at, status, error, duration_ms FROM app.webhook_attempt
      WHERE endpoint_id = $1 AND event_id = ANY($2::uuid[]) ORDER BY number`,
    [endpointId, idArray(deliveries.map(({ eventId }) => eventId))],
  )
  const byEvent = new Map<Uuid, DeliveryView['attempts']>()
  for (const row of rows) {
    const r = readRow(row)
    const attempts = byEvent.get(r.text()) ?? []
    attempts.push({
      at: formatInstant(r.instant()),
      status: r.maybeInteger(),
      error: r.maybeText(),
      duration_ms: r.integer(),
    })
    byEvent.set(row[0] ?? '', attempts)
  }
  return byEvent
}

function deliveryJson(delivery: Delivery, attempts: Attempts): string {
  const view: DeliveryView = {
    object: 'webhook_delivery',
    event: encodeId('evt', delivery.eventId),
    event_type: delivery.eventType,
    state: delivery.state,
    attempts: attempts.get(delivery.eventId) ?? [],
    next_attempt_at: viewInstant(delivery.nextAttemptAt),
  }
  return JSON.stringify(view)
}
