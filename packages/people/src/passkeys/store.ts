import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { z } from 'zod'
import { bytea, fromBytea } from '../base/tokens.ts'

export interface Passkey {
  readonly id: Uuid
  readonly personId: Uuid
  /** Base64url, as browsers name it. */
  readonly credentialId: string
  /** COSE. */
  readonly publicKey: Buffer
  /** How often it signed, for those that count. */
  readonly counter: number
  readonly transports: string[]
  readonly synced: boolean
  readonly name: string
  readonly createdAt: Instant
  readonly lastUsedAt: Instant | null
}

const COLUMNS = `id, person_id, credential_id, public_key, counter, transports, synced, name,
  created_at, last_used_at`

const transports = z.array(z.string())

function toPasskey(row: TextRow): Passkey {
  const r = readRow(row)
  return {
    id: r.text(),
    personId: r.text(),
    credentialId: r.text(),
    publicKey: fromBytea(r.text()),
    counter: r.integer(),
    transports: transports.parse(JSON.parse(r.text())),
    synced: r.boolean(),
    name: r.text(),
    createdAt: r.instant(),
    lastUsedAt: r.maybeInstant(),
  }
}

/** A person's, the oldest first. */
export async function readPasskeys(client: Queryable, personId: Uuid): Promise<readonly Passkey[]> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.passkey WHERE person_id = $1 ORDER BY created_at, id`,
    [personId],
  )
  return rows.map(toPasskey)
}

export async function findPasskey(
  client: Queryable,
  credentialId: string,
): Promise<Passkey | undefined> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.passkey WHERE credential_id = $1`,
    [credentialId],
  )
  return rows.map(toPasskey)[0]
}

/** False: somebody has this passkey already. */
export async function insertPasskey(
  client: Queryable,
  passkey: Omit<Passkey, 'lastUsedAt'>,
): Promise<boolean> {
  const { id, personId, credentialId, publicKey, counter, transports, synced } = passkey
  const inserted = await client.query(
    `INSERT INTO people.passkey (id, person_id, credential_id, public_key, counter, transports,
       synced, name, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (credential_id) DO NOTHING`,
    [
      id,
      personId,
      credentialId,
      bytea(publicKey),
      counter,
      JSON.stringify(transports),
      synced,
      passkey.name,
      formatInstant(passkey.createdAt),
    ],
  )
  return inserted.rowCount === 1
}

/**
 * Keeps that it signed. False: it is gone, or another signature with this counter or a later one
 * came first, as from a copy of the key.
 */
export async function savePasskeyUse(
  client: Queryable,
  id: Uuid,
  use: { readonly counter: number; readonly synced: boolean; readonly now: Instant },
): Promise<boolean> {
  const saved = await client.query(
    `UPDATE people.passkey SET counter = $2, synced = $3, last_used_at = $4
     WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))`,
    [id, use.counter, use.synced, formatInstant(use.now)],
  )
  return saved.rowCount === 1
}

/** Only the owner's; undefined: there is none of theirs. */
export async function renamePasskeyOf(
  client: Queryable,
  personId: Uuid,
  { id, name }: { readonly id: Uuid; readonly name: string },
): Promise<Passkey | undefined> {
  const rows = await queryText(
    client,
    `UPDATE people.passkey SET name = $3 WHERE id = $1 AND person_id = $2 RETURNING ${COLUMNS}`,
    [id, personId, name],
  )
  return rows.map(toPasskey)[0]
}

/** The same. */
export async function deletePasskeyOf(
  client: Queryable,
  personId: Uuid,
  id: Uuid,
): Promise<Passkey | undefined> {
  const rows = await queryText(
    client,
    `DELETE FROM people.passkey WHERE id = $1 AND person_id = $2 RETURNING ${COLUMNS}`,
    [id, personId],
  )
  return rows.map(toPasskey)[0]
}
