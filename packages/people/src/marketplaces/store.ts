import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { fromBytea } from '../base/tokens.ts'
import type { Vault } from '../base/vault.ts'

const PURPOSE = 'client_secret'

/** A marketplace that says who somebody is, by OpenID Connect. */
export interface Provider {
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  /** Sealed. */
  readonly clientSecret: Uint8Array
}

const COLUMNS = 'id, name, issuer, client_id, client_secret'

function toProvider(row: TextRow): Provider {
  const r = readRow(row)
  return {
    id: r.text(),
    name: r.text(),
    issuer: r.text(),
    clientId: r.text(),
    clientSecret: fromBytea(r.text()),
  }
}

export async function readProviders(client: Queryable): Promise<readonly Provider[]> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.identity_provider WHERE enabled ORDER BY name, id`,
  )
  return rows.map(toProvider)
}

/** Undefined also for one that was switched off. */
export async function readProvider(client: Queryable, id: string): Promise<Provider | undefined> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.identity_provider WHERE id = $1 AND enabled`,
    [id],
  )
  return rows.map(toProvider)[0]
}

export type PlainProvider = Omit<Provider, 'clientSecret'> & { readonly clientSecret: string }

/** Adds the provider, or brings it up to date. */
export async function saveProvider(
  client: Queryable,
  vault: Vault,
  { provider, now }: { readonly provider: PlainProvider; readonly now: Instant },
): Promise<void> {
  const { id, name, issuer, clientId, clientSecret } = provider
  await client.query(
    `INSERT INTO people.identity_provider (id, name, issuer, client_id, client_secret, created_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET
       name = $2, issuer = $3, client_id = $4, client_secret = $5, enabled = true`,
    [id, name, issuer, clientId, vault.seal(PURPOSE, clientSecret), formatInstant(now)],
  )
}

export function openClientSecret(vault: Vault, { clientSecret }: Provider): string {
  return vault.open(PURPOSE, clientSecret).toString()
}

/** Whom a provider means. */
export interface Identity {
  readonly providerId: string
  /** The provider's own name for the person, which never changes. */
  readonly subject: string
  /** As the provider told it last. */
  readonly email: string | null
}

export interface LinkedIdentity {
  readonly provider: { readonly id: string; readonly name: string }
  readonly email: string | null
  readonly linkedAt: Instant
  readonly lastUsedAt: Instant | null
}

/** A person's links, also to providers that are switched off. */
export async function readLinks(
  client: Queryable,
  personId: Uuid,
): Promise<readonly LinkedIdentity[]> {
  const rows = await queryText(
    client,
    `SELECT p.id, p.name, l.email, l.linked_at, l.last_used_at
     FROM people.linked_identity l JOIN people.identity_provider p ON p.id = l.provider_id
     WHERE l.person_id = $1 ORDER BY p.name, p.id`,
    [personId],
  )
  return rows.map((row) => {
    const r = readRow(row)
    return {
      provider: { id: r.text(), name: r.text() },
      email: r.maybeText(),
      linkedAt: r.instant(),
      lastUsedAt: r.maybeInstant(),
    }
  })
}

/** The person behind a subject, who is there and open; the use is noted. */
export async function useLink(
  client: Queryable,
  { providerId, subject, email }: Identity,
  now: Instant,
): Promise<Uuid | undefined> {
  const rows = await queryText(
    client,
    `UPDATE people.linked_identity l SET last_used_at = $3, email = coalesce($4, l.email)
     FROM people.person p
     WHERE l.provider_id = $1 AND l.subject = $2 AND p.id = l.person_id AND p.closed_at IS NULL
     RETURNING l.person_id`,
    [providerId, subject, formatInstant(now), email],
  )
  return rows.map((row) => readRow(row).text())[0]
}

/**
 * False: the subject belongs to somebody else, or the person has another subject there. A link that
 * a closed account left behind gives way.
 */
export async function insertLink(
  client: Queryable,
  personId: Uuid,
  { identity, now }: { readonly identity: Identity; readonly now: Instant },
): Promise<boolean> {
  const { providerId, subject, email } = identity
  await client.query(
    `DELETE FROM people.linked_identity l USING people.person p
     WHERE l.provider_id = $1 AND l.subject = $2 AND p.id = l.person_id
       AND p.closed_at IS NOT NULL`,
    [providerId, subject],
  )
  await client.query(
    `INSERT INTO people.linked_identity (provider_id, subject, person_id, email, linked_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [providerId, subject, personId, email, formatInstant(now)],
  )
  const rows = await queryText(
    client,
    `SELECT 1 FROM people.linked_identity
     WHERE provider_id = $1 AND subject = $2 AND person_id = $3`,
    [providerId, subject, personId],
  )
  return rows.length === 1
}

/** The provider's name; undefined: nothing was linked. */
export async function deleteLink(
  client: Queryable,
  personId: Uuid,
  providerId: string,
): Promise<string | undefined> {
  const rows = await queryText(
    client,
    `DELETE FROM people.linked_identity l USING people.identity_provider p
     WHERE l.person_id = $1 AND l.provider_id = $2 AND p.id = l.provider_id RETURNING p.name`,
    [personId, providerId],
  )
  return rows.map((row) => readRow(row).text())[0]
}
