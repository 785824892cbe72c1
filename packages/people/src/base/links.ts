import { addDuration, type Duration, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import { bytea, hashToken, newToken } from './tokens.ts'

export interface LinkGrant {
  /** What following it does, e.g. `confirm_email`. A token is of no use for another purpose. */
  readonly purpose: string
  /** Whom or what it is about. */
  readonly subjectId: Uuid
  readonly now: Instant
  readonly lifetime: Duration
}

/** Makes a token for a link; older ones of the same purpose and subject die. */
export async function issueLink(client: Queryable, grant: LinkGrant): Promise<string> {
  const { purpose, subjectId, now, lifetime } = grant
  await client.query(
    'UPDATE people.link SET used_at = $3 WHERE subject_id = $1 AND purpose = $2 AND used_at IS NULL',
    [subjectId, purpose, formatInstant(now)],
  )
  const token = newToken()
  await client.query(
    `INSERT INTO people.link (token_hash, purpose, subject_id, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [
      hashToken(token),
      purpose,
      subjectId,
      formatInstant(now),
      formatInstant(addDuration(now, lifetime)),
    ],
  )
  return token
}

export interface Link {
  readonly subjectId: Uuid
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

interface Followed {
  readonly purpose: string
  readonly now: Instant
}

/** Whom the token is about; undefined when it is unknown, used or expired. It stays good. */
export async function readLink(
  client: Queryable,
  token: string,
  { purpose, now }: Followed,
): Promise<Link | undefined> {
  const rows = await queryText(
    client,
    `SELECT subject_id, created_at, expires_at FROM people.link
     WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3`,
    [bytea(hashToken(token)), purpose, formatInstant(now)],
  )
  return rows.map(toLink)[0]
}

/** The same, and the token is good no more: of two that follow it at once one succeeds. */
export async function useLink(
  client: Queryable,
  token: string,
  { purpose, now }: Followed,
): Promise<Link | undefined> {
  const rows = await queryText(
    client,
    `UPDATE people.link SET used_at = $3
     WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
     RETURNING subject_id, created_at, expires_at`,
    [bytea(hashToken(token)), purpose, formatInstant(now)],
  )
  return rows.map(toLink)[0]
}

function toLink(row: Parameters<typeof readRow>[0]): Link {
  const r = readRow(row)
  return { subjectId: r.text(), createdAt: r.instant(), expiresAt: r.instant() }
}
