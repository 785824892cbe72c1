import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import { fromBytea } from '../base/tokens.ts'
import type { Vault } from '../base/vault.ts'

const PURPOSE = 'totp'

export interface Totp {
  /** Base32. */
  readonly secret: string
  /** A code of this step of 30 seconds or of an earlier one is good no more. */
  readonly lastStep: number
  /** Null: begun, and of no effect. */
  readonly confirmedAt: Instant | null
}

/** Of a person or a member of staff; `lock` keeps others from changing it in this transaction. */
export async function readTotp(
  client: Queryable,
  vault: Vault,
  { ownerId, lock = false }: { readonly ownerId: Uuid; readonly lock?: boolean },
): Promise<Totp | undefined> {
  const [row] = await queryText(
    client,
    `SELECT secret, last_step, confirmed_at FROM people.totp
     WHERE owner_id = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [ownerId],
  )
  if (row === undefined) return undefined
  const r = readRow(row)
  return {
    secret: vault.open(PURPOSE, fromBytea(r.text())).toString(),
    lastStep: r.integer(),
    confirmedAt: r.maybeInstant(),
  }
}

/** When the owner's codes began to count; null: they have none, or it was only begun. */
export async function totpConfirmedAt(client: Queryable, ownerId: Uuid): Promise<Instant | null> {
  const rows = await queryText(client, 'SELECT confirmed_at FROM people.totp WHERE owner_id = $1', [
    ownerId,
  ])
  return rows.map((row) => readRow(row).maybeInstant())[0] ?? null
}

/** Takes the place of one that was begun; false when a confirmed one stands in the way. */
export async function saveBegunTotp(
  client: Queryable,
  vault: Vault,
  totp: { readonly ownerId: Uuid; readonly secret: string; readonly now: Instant },
): Promise<boolean> {
  const saved = await client.query(
    `INSERT INTO people.totp AS old (owner_id, secret, created_at) VALUES ($1, $2, $3)
     ON CONFLICT (owner_id) DO UPDATE SET secret = $2, created_at = $3
     WHERE old.confirmed_at IS NULL`,
    [totp.ownerId, vault.seal(PURPOSE, totp.secret), formatInstant(totp.now)],
  )
  return saved.rowCount === 1
}

export async function saveConfirmedTotp(
  client: Queryable,
  ownerId: Uuid,
  { step, now }: { readonly step: number; readonly now: Instant },
): Promise<void> {
  await client.query(
    'UPDATE people.totp SET confirmed_at = $3, last_step = $2 WHERE owner_id = $1',
    [ownerId, step, formatInstant(now)],
  )
}

/** False: a code of this step or of a later one was used meanwhile. */
export async function useTotpStep(
  client: Queryable,
  ownerId: Uuid,
  step: number,
): Promise<boolean> {
  const used = await client.query(
    'UPDATE people.totp SET last_step = $2 WHERE owner_id = $1 AND last_step < $2',
    [ownerId, step],
  )
  return used.rowCount === 1
}

/** Takes the second factor away, recovery codes too. False: there was none. */
export async function removeTotp(client: Queryable, ownerId: Uuid): Promise<boolean> {
  const removed = await client.query('DELETE FROM people.totp WHERE owner_id = $1', [ownerId])
  return removed.rowCount === 1
}
