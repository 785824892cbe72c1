import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import type { Level } from './account.ts'

export interface PersonAccount {
  readonly id: Uuid
  readonly name: string
  readonly email: string
  readonly now: Instant
}

/**
 * The money account of somebody who registered. Nobody can act for them. `client` is a transaction
 * of the caller's: the account is committed with what it belongs to.
 */
export async function openPersonAccount(
  client: Queryable,
  { id, name, email, now }: PersonAccount,
): Promise<void> {
  await client.query(
    `INSERT INTO app.account (id, name, email, level, has_login, created_at)
     VALUES ($1, $2, $3, 0, true, $4)`,
    [id, name, email, formatInstant(now)],
  )
}

export interface AccountChange {
  readonly name?: string
  readonly email?: string
  readonly level?: Level
  /** Null: not frozen any more. */
  readonly frozenAt?: Instant | null
  /** Nothing is spent until then; never made shorter. */
  readonly restingUntil?: Instant
  /** For good. */
  readonly closedAt?: Instant
}

/**
 * Changes what is named. The row is locked as payments lock it, so that a payment is decided before
 * or after, never in between. False: there is no such account.
 */
export async function changeAccount(
  client: Queryable,
  id: Uuid,
  { name, email, level, frozenAt, restingUntil, closedAt }: AccountChange,
): Promise<boolean> {
  const result = await client.query(
    `UPDATE app.account SET
       name = coalesce($2, name),
       email = coalesce($3, email),
       level = coalesce($4::integer, level),
       frozen_at = CASE WHEN $5 THEN $6::timestamptz ELSE frozen_at END,
       resting_until = greatest(resting_until, $7::timestamptz),
       closed_at = coalesce(closed_at, $8::timestamptz)
     WHERE id = $1`,
    [
      id,
      name ?? null,
      email ?? null,
      level ?? null,
      frozenAt !== undefined,
      frozenAt === undefined || frozenAt === null ? null : formatInstant(frozenAt),
      restingUntil === undefined ? null : formatInstant(restingUntil),
      closedAt === undefined ? null : formatInstant(closedAt),
    ],
  )
  return result.rowCount === 1
}
