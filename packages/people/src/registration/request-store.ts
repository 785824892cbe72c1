import { formatInstant, type Instant, newUuid, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { type Language, LANGUAGES } from '../base/person.ts'
import { bytea, hashToken, newToken } from '../base/tokens.ts'

/** Somebody wants to register with an address that is not confirmed yet. */
export interface RegistrationRequest {
  readonly id: Uuid
  readonly email: string
  readonly language: Language
  readonly createdAt: Instant
  readonly mailedAt: Instant
  /** When the address was confirmed. */
  readonly closedAt: Instant | null
}

const COLUMNS = 'id, email, language, created_at, mailed_at, closed_at'

function toRequest(row: TextRow): RegistrationRequest {
  const r = readRow(row)
  return {
    id: r.text(),
    email: r.text(),
    language: oneOf(LANGUAGES, r.text()),
    createdAt: r.instant(),
    mailedAt: r.instant(),
    closedAt: r.maybeInstant(),
  }
}

export interface NewRequest {
  readonly email: string
  readonly language: Language
  readonly now: Instant
}

/** The token is for the browser alone. */
export async function insertRequest(
  client: Queryable,
  { email, language, now }: NewRequest,
): Promise<{ readonly token: string; readonly request: RegistrationRequest }> {
  const [id, token] = [newUuid(), newToken()]
  await client.query(
    `INSERT INTO people.registration_request (id, token_hash, email, language, created_at, mailed_at)
     VALUES ($1, $2, $3, $4, $5, $5)`,
    [id, hashToken(token), email, language, formatInstant(now)],
  )
  const request = { id, email, language, createdAt: now, mailedAt: now, closedAt: null }
  return { token, request }
}

/** The request of a browser. */
export async function findRequest(
  client: Queryable,
  token: string,
): Promise<RegistrationRequest | undefined> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.registration_request WHERE token_hash = $1`,
    [bytea(hashToken(token))],
  )
  return rows.map(toRequest)[0]
}

export async function lockRequest(
  client: Queryable,
  id: Uuid,
): Promise<RegistrationRequest | undefined> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.registration_request WHERE id = $1 FOR UPDATE`,
    [id],
  )
  return rows.map(toRequest)[0]
}

/** A mail was sent now, to this address. */
export async function markMailed(
  client: Queryable,
  id: Uuid,
  { email, now }: { readonly email: string; readonly now: Instant },
): Promise<void> {
  await client.query(
    'UPDATE people.registration_request SET email = $2, mailed_at = $3 WHERE id = $1',
    [id, email, formatInstant(now)],
  )
}

export async function closeRequest(client: Queryable, id: Uuid, now: Instant): Promise<void> {
  await client.query(
    'UPDATE people.registration_request SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL',
    [id, formatInstant(now)],
  )
}
