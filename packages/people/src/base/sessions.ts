import {
  addDuration,
  days,
  type Duration,
  formatInstant,
  hours,
  type Instant,
  minutes,
  newUuid,
  type Uuid,
} from '@danbao/kernel'
import { type Pool, type Queryable, queryText, readRow, type RowReader } from '@danbao/database'
import { bytea, hashToken, newToken } from './tokens.ts'

export type SessionKind = 'registering' | 'half' | 'full'

export type SessionOwner =
  | { readonly personId: Uuid; readonly staffId?: never }
  | { readonly staffId: Uuid; readonly personId?: never }

/** Where a request comes from. */
export interface Visit {
  readonly ip: string
  readonly userAgent: string
}

export interface Session {
  readonly id: Uuid
  readonly personId: Uuid | null
  readonly staffId: Uuid | null
  readonly kind: SessionKind
  readonly deviceId: Uuid | null
  readonly ip: string
  readonly userAgent: string
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
}

/** Without use a session ends after this time. Staff sit at shared desks. */
const IDLE: Readonly<Record<'person' | 'staff', Duration>> = { person: days(14), staff: hours(8) }
const HALF_LIFETIME = minutes(10)
const REGISTERING_LIFETIME = days(7)
/** Looking at a page does not write a row each time. */
const TOUCH_EVERY = minutes(1)

export interface NewSession {
  readonly owner: SessionOwner
  readonly kind: SessionKind
  readonly deviceId?: Uuid
  readonly visit: Visit
  readonly now: Instant
}

/**
 * A new session always has a new token: one that was planted in a browser before the sign-in is
 * worth nothing after it.
 */
export async function openSession(
  client: Queryable,
  { owner, kind, deviceId, visit, now }: NewSession,
): Promise<{ readonly id: Uuid; readonly token: string }> {
  const id = newUuid()
  const token = newToken()
  await client.query(
    `INSERT INTO people.session (id, token_hash, person_id, staff_id, kind, device_id, ip,
       user_agent, created_at, last_seen_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)`,
    [
      id,
      hashToken(token),
      owner.personId ?? null,
      owner.staffId ?? null,
      kind,
      deviceId ?? null,
      visit.ip,
      visit.userAgent.slice(0, 400),
      formatInstant(now),
      formatInstant(addDuration(now, lifetimeOf(kind, owner))),
    ],
  )
  return { id, token }
}

function lifetimeOf(kind: SessionKind, owner: SessionOwner): Duration {
  if (kind === 'half') return HALF_LIFETIME
  if (kind === 'registering') return REGISTERING_LIFETIME
  return IDLE[owner.personId === undefined ? 'staff' : 'person']
}

const COLUMNS = 'id, person_id, staff_id, kind, device_id, ip, user_agent, created_at, last_seen_at'

function toSession(r: RowReader): Session {
  return {
    id: r.text(),
    personId: r.maybeText(),
    staffId: r.maybeText(),
    kind: toKind(r.text()),
    deviceId: r.maybeText(),
    ip: r.text(),
    userAgent: r.text(),
    createdAt: r.instant(),
    lastSeenAt: r.instant(),
  }
}

function toKind(text: string): SessionKind {
  return text === 'full' || text === 'half' ? text : 'registering'
}

/** The session of a token; undefined when there is none, it was ended, or it is too old. */
export async function findSession(
  pool: Pool,
  token: string,
  now: Instant,
): Promise<Session | undefined> {
  const rows = await queryText(
    pool,
    `SELECT ${COLUMNS} FROM people.session
     WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2`,
    [bytea(hashToken(token)), formatInstant(now)],
  )
  const session = rows.map((row) => toSession(readRow(row)))[0]
  if (session?.kind === 'full' && session.lastSeenAt + TOUCH_EVERY <= now) {
    await touch(pool, session, now)
  }
  return session
}

async function touch(pool: Pool, session: Session, now: Instant): Promise<void> {
  const idle = IDLE[session.personId === null ? 'staff' : 'person']
  await pool.query('UPDATE people.session SET last_seen_at = $2, expires_at = $3 WHERE id = $1', [
    session.id,
    formatInstant(now),
    formatInstant(addDuration(now, idle)),
  ])
}

/** Those that are open, newest first. */
export async function listSessions(
  client: Queryable,
  personId: Uuid,
  now: Instant,
): Promise<readonly Session[]> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.session
     WHERE person_id = $1 AND kind = 'full' AND ended_at IS NULL AND expires_at > $2
     ORDER BY last_seen_at DESC, id DESC`,
    [personId, formatInstant(now)],
  )
  return rows.map((row) => toSession(readRow(row)))
}

export interface EndSessions {
  readonly owner: SessionOwner
  readonly now: Instant
  /** Only this one. */
  readonly id?: Uuid
  /** All but this one. */
  readonly except?: Uuid
}

/** How many were ended. */
export async function endSessions(
  client: Queryable,
  { owner, now, id, except }: EndSessions,
): Promise<number> {
  const result = await client.query(
    `UPDATE people.session SET ended_at = $2
     WHERE coalesce(person_id, staff_id) = $1 AND ended_at IS NULL
       AND ($3::uuid IS NULL OR id = $3) AND ($4::uuid IS NULL OR id <> $4)`,
    [owner.personId ?? owner.staffId, formatInstant(now), id ?? null, except ?? null],
  )
  return result.rowCount ?? 0
}
