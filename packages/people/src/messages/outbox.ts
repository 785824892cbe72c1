import {
  addDuration,
  days,
  formatInstant,
  type Instant,
  minutes,
  oneOf,
  type Uuid,
} from '@danbao/kernel'
import { type Pool, queryText, readRow, type TextRow } from '@danbao/database'
import { fromBytea } from '../base/tokens.ts'

export const CHANNELS = ['mail', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]

/** A message that this process, and no other, is to send now. */
export interface ClaimedMessage {
  readonly id: Uuid
  readonly channel: Channel
  readonly recipient: string
  readonly content: Uint8Array
  readonly createdAt: Instant
  /** This one included. */
  readonly attempts: number
  /** Until then nobody else takes it. */
  readonly lease: Instant
}

/** Longer by far than sending a batch takes; a process that died keeps a message this long. */
const LEASE = minutes(5)

/**
 * Takes some of what is due. The try is counted here, so that a message which brings the process
 * down is not tried for ever.
 */
const CLAIM = `
  WITH due AS (
    SELECT id FROM people.message
    WHERE channel = $1 AND due_at <= $2 AND content IS NOT NULL
    ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
  UPDATE people.message AS m SET due_at = $4, attempts = attempts + 1
  FROM due WHERE m.id = due.id
  RETURNING m.id, m.channel, m.recipient, m.content, m.created_at, m.attempts, m.due_at`

export async function claimMessages(
  pool: Pool,
  {
    channel,
    now,
    limit,
  }: { readonly channel: Channel; readonly now: Instant; readonly limit: number },
): Promise<readonly ClaimedMessage[]> {
  const lease = addDuration(now, LEASE)
  const values = [channel, formatInstant(now), limit, formatInstant(lease)]
  return (await queryText(pool, CLAIM, values)).map(readClaimed)
}

function readClaimed(row: TextRow): ClaimedMessage {
  const r = readRow(row)
  return {
    id: r.text(),
    channel: oneOf(CHANNELS, r.text()),
    recipient: r.text(),
    content: fromBytea(r.text()),
    createdAt: r.instant(),
    attempts: r.integer(),
    lease: r.instant(),
  }
}

/** What was sent is no longer needed. It is sent whatever has become of the lease. */
export async function recordSent(pool: Pool, id: Uuid, now: Instant): Promise<void> {
  await pool.query(
    `UPDATE people.message SET sent_at = $2, due_at = NULL, content = NULL, last_failure = NULL
     WHERE id = $1`,
    [id, formatInstant(now)],
  )
}

/** `next`: when it is tried again; undefined: never. Does nothing when the lease was lost. */
export async function recordFailure(
  pool: Pool,
  { id, lease }: ClaimedMessage,
  { failure, next }: { readonly failure: string; readonly next: Instant | undefined },
): Promise<void> {
  await pool.query(
    `UPDATE people.message SET due_at = $3, last_failure = $4
     WHERE id = $1 AND due_at = $2 AND sent_at IS NULL`,
    [id, formatInstant(lease), next === undefined ? null : formatInstant(next), failure],
  )
}

/** A day of tries, and seven more in which it can be looked into. */
const KEPT_UNSENT_DAYS = 8

/** Erases what was given up; how many. */
export async function eraseGivenUp(pool: Pool, now: Instant): Promise<number> {
  const result = await pool.query(
    `UPDATE people.message SET content = NULL
     WHERE due_at IS NULL AND content IS NOT NULL AND created_at <= $1`,
    [formatInstant(addDuration(now, days(-KEPT_UNSENT_DAYS)))],
  )
  return result.rowCount ?? 0
}

/** So long somebody may ask whether a message was sent to them. */
const KEPT_SENT_DAYS = 90

/** Deletes what was sent or given up long ago, whom it went to included; how many. */
export async function forgetSent(pool: Pool, now: Instant): Promise<number> {
  const result = await pool.query(
    `DELETE FROM people.message
     WHERE due_at IS NULL AND content IS NULL AND coalesce(sent_at, created_at) <= $1`,
    [formatInstant(addDuration(now, days(-KEPT_SENT_DAYS)))],
  )
  return result.rowCount ?? 0
}
