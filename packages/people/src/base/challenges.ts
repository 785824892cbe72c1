import { addDuration, type Duration, formatInstant, type Instant } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { z } from 'zod'
import { hashToken, newToken } from './tokens.ts'

export interface NewChallenge {
  /** A challenge is of no use for another purpose. */
  readonly purpose: string
  /** What has to be remembered until the answer comes; no secret that is not sealed. */
  readonly data: Readonly<Record<string, string | null>>
  readonly now: Instant
  readonly lifetime: Duration
}

/** Keeps what an answer from outside will be checked against; the token names it, once. */
export async function issueChallenge(
  client: Queryable,
  { purpose, data, now, lifetime }: NewChallenge,
): Promise<string> {
  const token = newToken()
  await client.query(
    'INSERT INTO people.challenge (id, purpose, data, expires_at) VALUES ($1, $2, $3, $4)',
    [
      hashToken(token).toString('hex'),
      purpose,
      JSON.stringify(data),
      formatInstant(addDuration(now, lifetime)),
    ],
  )
  return token
}

export interface ChallengeAnswered<T> {
  readonly purpose: string
  readonly data: z.ZodType<T>
  readonly now: Instant
}

/** What was kept, and it is gone: of two answers at once one finds it. */
export async function useChallenge<T>(
  client: Queryable,
  token: string,
  { purpose, data, now }: ChallengeAnswered<T>,
): Promise<T | undefined> {
  const [row] = await queryText(
    client,
    `DELETE FROM people.challenge WHERE id = $1 AND purpose = $2
     RETURNING data, expires_at > $3`,
    [hashToken(token).toString('hex'), purpose, formatInstant(now)],
  )
  if (row === undefined) return undefined
  const r = readRow(row)
  const kept = data.parse(JSON.parse(r.text()))
  return r.boolean() ? kept : undefined
}

/** Of all features: those that nobody answered in time. How many there were. */
export async function forgetOldChallenges(client: Queryable, now: Instant): Promise<number> {
  const gone = await client.query('DELETE FROM people.challenge WHERE expires_at <= $1', [
    formatInstant(now),
  ])
  return gone.rowCount ?? 0
}
