import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow, type TextRow } from '@danbao/database'
import type { SigningKeys } from './sign.ts'

/** A delivery that this process, and no other, is to attempt now. */
export interface ClaimedDelivery {
  readonly endpointId: Uuid
  readonly eventId: Uuid
  /** Whoever comes back with another lease than the row has, comes too late. */
  readonly lease: string
  /** Attempts since the delivery was made or replayed. */
  readonly attempts: number
  readonly url: string
  readonly body: string
  readonly keys: SigningKeys
}

export interface AttemptRecord {
  readonly state: 'pending' | 'delivered' | 'failed'
  readonly at: Instant
  readonly next: Instant | undefined
  readonly status: number | undefined
  readonly error: string | undefined
  readonly durationMs: number
}

/**
 * Takes some of what is due, a few of each endpoint, so that one with a backlog does not keep the
 * others waiting; of one that fails, one at a time. The lease outlives every attempt by far.
 */
const CLAIM = `
  WITH due AS (
    SELECT pick.endpoint_id, pick.event_id FROM app.webhook_endpoint AS endpoint
    CROSS JOIN LATERAL (
      SELECT d.endpoint_id, d.event_id FROM app.webhook_delivery AS d
      WHERE d.endpoint_id = endpoint.id AND d.state = 'pending'
        AND d.next_attempt_at <= $1::timestamptz
        AND (d.leased_until IS NULL OR d.leased_until < now())
      ORDER BY d.next_attempt_at, d.event_id
      LIMIT greatest(0, CASE WHEN endpoint.failing_since IS NULL THEN $3::bigint ELSE 1 END
        - (SELECT count(*) FROM app.webhook_delivery AS leased
           WHERE leased.endpoint_id = endpoint.id AND leased.leased_until >= now()))
      FOR UPDATE SKIP LOCKED) AS pick
    WHERE endpoint.enabled
    ORDER BY random() LIMIT $2)
  UPDATE app.webhook_delivery AS d SET leased_until = now() + interval '60 seconds'
  FROM due
    JOIN app.webhook_endpoint AS e ON e.id = due.endpoint_id
    JOIN app.event ON event.id = due.event_id
  WHERE d.endpoint_id = due.endpoint_id AND d.event_id = due.event_id
  RETURNING d.endpoint_id, d.event_id, d.leased_until, d.attempts - d.earlier_attempts, e.url,
    event.body, e.secret, CASE WHEN e.old_secret_until > $1::timestamptz THEN e.old_secret END,
    e.private_key, e.public_key`

interface Claim {
  /** The database's clock. */
  readonly now: Instant
  readonly limit: number
  readonly perEndpoint: number
}

export async function claimDeliveries(
  pool: Pool,
  { now, limit, perEndpoint }: Claim,
): Promise<readonly ClaimedDelivery[]> {
  const rows = await queryText(pool, CLAIM, [formatInstant(now), limit, perEndpoint])
  return rows.map(readClaimed)
}

function readClaimed(row: TextRow): ClaimedDelivery {
  const r = readRow(row)
  const [endpointId, eventId, lease] = [r.text(), r.text(), r.text()]
  const attempts = r.integer()
  const [url, body, secret, oldSecret] = [r.text(), r.text(), r.text(), r.maybeText()]
  const secrets = oldSecret === null ? [secret] : [secret, oldSecret]
  const keys = { secrets, privateKey: r.text(), publicKey: r.text() }
  return { endpointId, eventId, lease, attempts, url, body, keys }
}

const RECORD = `
  WITH changed AS (
    UPDATE app.webhook_delivery
    SET attempts = attempts + 1, state = $4, next_attempt_at = $5, leased_until = NULL
    WHERE endpoint_id = $1 AND event_id = $2 AND leased_until = $3::timestamptz
    RETURNING endpoint_id, event_id, attempts)
  INSERT INTO app.webhook_attempt
    (endpoint_id, event_id, number, at, status, error, duration_ms)
  SELECT endpoint_id, event_id, attempts, $6, $7, $8, $9 FROM changed RETURNING number`

/** False when the lease had ended and somebody else has taken the delivery, or a replay has. */
export async function recordAttempt(
  pool: Pool,
  delivery: ClaimedDelivery,
  attempt: AttemptRecord,
): Promise<boolean> {
  const rows = await queryText(pool, RECORD, [
    delivery.endpointId,
    delivery.eventId,
    delivery.lease,
    attempt.state,
    attempt.next === undefined ? null : formatInstant(attempt.next),
    formatInstant(attempt.at),
    attempt.status ?? null,
    attempt.error ?? null,
    attempt.durationMs,
  ])
  return rows.length > 0
}

/** Gives a delivery back unattempted. */
export async function releaseDelivery(pool: Pool, delivery: ClaimedDelivery): Promise<void> {
  await pool.query(
    `UPDATE app.webhook_delivery SET leased_until = NULL
     WHERE endpoint_id = $1 AND event_id = $2 AND leased_until = $3::timestamptz`,
    [delivery.endpointId, delivery.eventId, delivery.lease],
  )
}

/** Touches no row while all goes well. */
export async function noteSuccess(pool: Pool, endpointId: Uuid): Promise<void> {
  await pool.query(
    `UPDATE app.webhook_endpoint SET failing_since = NULL, failures = 0
     WHERE id = $1 AND failing_since IS NOT NULL`,
    [endpointId],
  )
}

const MAX_FAILURES = 20

/**
 * Every assignment sees the row as it was before: the conditions count the new failure in. What a
 * marketplace disabled itself keeps having no reason.
 */
const NOTE_FAILURE = `
  UPDATE app.webhook_endpoint SET
    failing_since = coalesce(failing_since, $2::timestamptz),
    failures = failures + $3::integer,
    enabled = enabled AND NOT disable,
    disabled_reason = CASE WHEN enabled AND disable THEN $5 ELSE disabled_reason END
  FROM (SELECT id AS endpoint_id, $4::boolean OR (failures + $3::integer >= ${MAX_FAILURES}
      AND failing_since < $2::timestamptz - interval '5 days') AS disable
    FROM app.webhook_endpoint WHERE id = $1 FOR NO KEY UPDATE) AS judged
  WHERE id = endpoint_id AND (failing_since IS NULL OR $3::integer > 0)`

interface Failed {
  readonly at: Instant
  /** It was the last attempt. */
  readonly givenUp: boolean
  /** The receiver wants nothing more. */
  readonly gone: boolean
}

/** Counts a failure; an endpoint that has failed for long and often is sent nothing more. */
export async function noteFailure(
  pool: Pool,
  endpointId: Uuid,
  { at, givenUp, gone }: Failed,
): Promise<void> {
  const reason = gone
    ? 'The endpoint answered 410 Gone.'
    : `The last ${MAX_FAILURES} deliveries failed, over more than 5 days.`
  const counts = givenUp ? 1 : 0
  await pool.query(NOTE_FAILURE, [endpointId, formatInstant(at), counts, gone, reason])
}
