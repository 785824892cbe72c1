import { randomInt, timingSafeEqual } from 'node:crypto'
import {
  addDuration,
  formatInstant,
  type Instant,
  minutes,
  newUuid,
  type Uuid,
} from '@danbao/kernel'
import { type Pool, type Queryable, queryText, readRow } from '@danbao/database'
import { fromBytea } from './tokens.ts'
import type { Vault } from './vault.ts'

const DIGITS = 6
const LIFETIME = minutes(5)
const MOST_TRIES = 5

export interface CodeGrant {
  readonly personId: Uuid
  /** What the code allows: it is of no use for anything else. */
  readonly purpose: string
  /** E.164. */
  readonly phone: string
  readonly now: Instant
}

/** A code for an SMS; only its HMAC is kept. It replaces the one before. Good for 5 minutes. */
export async function issueCode(
  client: Queryable,
  vault: Vault,
  { personId, purpose, phone, now }: CodeGrant,
): Promise<string> {
  await client.query(
    `UPDATE people.code SET used_at = $3
     WHERE person_id = $1 AND purpose = $2 AND used_at IS NULL`,
    [personId, purpose, formatInstant(now)],
  )
  const id = newUuid()
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
  await client.query(
    `INSERT INTO people.code (id, person_id, purpose, phone, code_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      personId,
      purpose,
      phone,
      vault.fingerprint('code', `${id}:${code}`),
      formatInstant(now),
      formatInstant(addDuration(now, LIFETIME)),
    ],
  )
  return code
}

export type CodeVerdict =
  | { readonly verdict: 'right'; readonly phone: string }
  | { readonly verdict: 'wrong'; readonly triesLeft: number }
  /** None was sent, it is too old, was used, or was guessed at too often. */
  | { readonly verdict: 'gone' }

export interface CodeTry {
  readonly personId: Uuid
  readonly purpose: string
  readonly code: string
  readonly now: Instant
}

/** Counts the try and looks; a right code is used up. Give it the pool: the count must stay. */
export async function useCode(pool: Pool, vault: Vault, asked: CodeTry): Promise<CodeVerdict> {
  const { personId, purpose, code, now } = asked
  const [row] = await queryText(
    pool,
    `UPDATE people.code SET tries = tries + 1
     WHERE person_id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3 AND tries < $4
     RETURNING id, phone, code_hash, tries`,
    [personId, purpose, formatInstant(now), MOST_TRIES],
  )
  if (row === undefined) return { verdict: 'gone' }
  const r = readRow(row)
  const [id, phone, expected] = [r.text(), r.text(), fromBytea(r.text())]
  const triesLeft = MOST_TRIES - r.integer()
  const given = vault.fingerprint('code', `${id}:${code}`)
  if (!timingSafeEqual(given, expected)) {
    return triesLeft === 0 ? { verdict: 'gone' } : { verdict: 'wrong', triesLeft }
  }
  const used = await pool.query(
    'UPDATE people.code SET used_at = $2 WHERE id = $1 AND used_at IS NULL',
    [id, formatInstant(now)],
  )
  return used.rowCount === 1 ? { verdict: 'right', phone } : { verdict: 'gone' }
}

/** When the last code for this purpose was sent. */
export async function lastCodeAt(
  client: Queryable,
  personId: Uuid,
  purpose: string,
): Promise<Instant | undefined> {
  const rows = await queryText(
    client,
    `SELECT created_at FROM people.code WHERE person_id = $1 AND purpose = $2
     ORDER BY created_at DESC LIMIT 1`,
    [personId, purpose],
  )
  return rows.map((found) => readRow(found).instant())[0]
}
