import { randomInt } from 'node:crypto'
import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { Vault } from '../base/vault.ts'

const COUNT = 10
/** Crockford's: without i, l, o and u, which are misread on paper. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** 50 bits. */
const LENGTH = 10

/** Ten new codes in place of the old ones. They can not be read again. */
export async function replaceRecoveryCodes(
  client: Queryable,
  vault: Vault,
  ownerId: Uuid,
): Promise<readonly string[]> {
  const codes = Array.from({ length: COUNT }, newCode)
  await client.query('DELETE FROM people.recovery_code WHERE owner_id = $1', [ownerId])
  await client.query(
    'INSERT INTO people.recovery_code (owner_id, code_hash) SELECT $1, unnest($2::bytea[])',
    [ownerId, codes.map((code) => hashOf(vault, ownerId, normalise(code)))],
  )
  return codes
}

/** False: it is none of them, or was used before. */
export async function useRecoveryCode(
  client: Queryable,
  vault: Vault,
  { ownerId, code, now }: { readonly ownerId: Uuid; readonly code: string; readonly now: Instant },
): Promise<boolean> {
  const used = await client.query(
    `UPDATE people.recovery_code SET used_at = $3
     WHERE owner_id = $1 AND code_hash = $2 AND used_at IS NULL`,
    [ownerId, hashOf(vault, ownerId, normalise(code)), formatInstant(now)],
  )
  return used.rowCount === 1
}

export async function countRecoveryCodes(client: Queryable, ownerId: Uuid): Promise<number> {
  const rows = await queryText(
    client,
    'SELECT count(*) FROM people.recovery_code WHERE owner_id = $1 AND used_at IS NULL',
    [ownerId],
  )
  return rows.map((row) => readRow(row).integer())[0] ?? 0
}

function newCode(): string {
  const symbols = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length)))
  return `${symbols.slice(0, LENGTH / 2).join('')}-${symbols.slice(LENGTH / 2).join('')}`
}

/** As people copy it from paper: capitals, spaces, letters for digits. */
function normalise(code: string): string {
  return code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')
}

function hashOf(vault: Vault, ownerId: Uuid, code: string): Buffer {
  return vault.fingerprint('recovery_code', `${ownerId}:${code}`)
}
