import { createHash, randomBytes } from 'node:crypto'
import { type Clock, formatInstant, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import { loadSettings } from '../clock/database-clock.ts'

export interface NewKey {
  /** The marketplace it speaks for, made if there is none of that name. */
  readonly marketplaceName?: string
  /** The same by its id. With neither it is a key of the operator. */
  readonly marketplaceId?: Uuid
  readonly clock: Clock
}

export interface CreatedKey {
  readonly id: Uuid
  /** Shown this once: only its hash is kept. */
  readonly key: string
  readonly marketplaceId: Uuid | null
}

/** Makes a key of the database's mode. */
export async function createKey(
  pool: Queryable,
  { marketplaceName, marketplaceId: known, clock }: NewKey,
): Promise<CreatedKey> {
  const { mode } = await loadSettings(pool)
  const at = formatInstant(clock.now())
  const marketplaceId =
    marketplaceName === undefined
      ? (known ?? null)
      : await ensureMarketplace(pool, marketplaceName, at)
  const id = newUuid()
  const key = `sk_${mode}_${randomBytes(32).toString('base64url')}`
  await pool.query(
    `INSERT INTO app.api_key (id, marketplace_id, hash, hint, created_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [id, marketplaceId, hashKey(key), key.slice(-4), at],
  )
  return { id, key, marketplaceId }
}

async function ensureMarketplace(pool: Queryable, name: string, at: string): Promise<Uuid> {
  await pool.query(
    'INSERT INTO app.marketplace (id, name, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [newUuid(), name, at],
  )
  const [row] = await queryText(pool, 'SELECT id FROM app.marketplace WHERE name = $1', [name])
  return readRow(row ?? []).text()
}

/** SHA-256 as hex. Keys are random, so nothing slower is needed. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

export interface ListedKey {
  readonly id: Uuid
  /** Null: a key of the operator. */
  readonly marketplace: string | null
  /** The last four characters. */
  readonly hint: string
  readonly createdAt: Instant
  readonly revokedAt: Instant | null
}

/** All keys, or those of one marketplace, oldest first. */
export async function listKeys(
  pool: Queryable,
  marketplaceId: Uuid | null = null,
): Promise<readonly ListedKey[]> {
  const rows = await queryText(
    pool,
    `SELECT key.id, marketplace.name, key.hint, key.created_at, key.revoked_at
      FROM app.api_key AS key LEFT JOIN app.marketplace ON marketplace.id = key.marketplace_id
      WHERE $1::uuid IS NULL OR key.marketplace_id = $1 ORDER BY key.id`,
    [marketplaceId],
  )
  return rows.map((row) => {
    const r = readRow(row)
    return {
      id: r.text(),
      marketplace: r.maybeText(),
      hint: r.text(),
      createdAt: r.instant(),
      revokedAt: r.maybeInstant(),
    }
  })
}

/** False when there is no such key, or it was revoked before. Works everywhere within 5 seconds. */
export async function revokeKey(
  pool: Queryable,
  { id, clock }: { readonly id: Uuid; readonly clock: Clock },
): Promise<boolean> {
  const result = await pool.query(
    'UPDATE app.api_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL',
    [id, formatInstant(clock.now())],
  )
  return result.rowCount === 1
}
