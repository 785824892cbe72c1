import { formatInstant, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import { type PoolClient, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { type Detail, recordHistory } from '../base/history.ts'
import { changePerson, type Person } from '../base/person.ts'
import { matchesSecret } from '../base/secrets.ts'
import { endSessions, type Visit } from '../base/sessions.ts'
import { notifyPerson } from '../messages/index.ts'
import type { AnsweredHash } from '../registration/answers.ts'
import { keepFormerDetail } from './former-details.ts'
import type { Notices } from './security-notice.ts'

export type SecretKind = 'password' | 'payment_password'

const FIELD = { password: 'passwordHash', payment_password: 'paymentPasswordHash' } as const

/** Whether it is the present one or was one once: what was replaced never works again. */
export async function wasUsed(
  client: PoolClient,
  person: Person,
  { kind, secret }: { readonly kind: SecretKind; readonly secret: string },
): Promise<boolean> {
  if (await matchesSecret(person[FIELD[kind]], secret)) return true
  const rows = await queryText(
    client,
    'SELECT hash FROM people.former_secret WHERE person_id = $1 AND kind = $2 ORDER BY id DESC',
    [person.id, kind],
  )
  for (const row of rows) if (await matchesSecret(readRow(row).text(), secret)) return true
  return false
}

/** Puts a new one in its place and keeps the old hash, to know it again. */
export async function replaceSecret(
  client: PoolClient,
  person: Person,
  { kind, hash, now }: { readonly kind: SecretKind; readonly hash: string; readonly now: Instant },
): Promise<void> {
  const former = person[FIELD[kind]]
  if (former !== null) {
    await client.query(
      `INSERT INTO people.former_secret (id, person_id, kind, hash, retired_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [newUuid(), person.id, kind, former, formatInstant(now)],
    )
  }
  await changePerson(client, person.id, { [FIELD[kind]]: hash })
}

/** The payment password of then, if it was replaced since: the new one never works again. */
export async function restorePaymentPassword(
  client: PoolClient,
  person: Person,
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Promise<void> {
  const kind = 'payment_password'
  const rows = await queryText(
    client,
    `SELECT hash FROM people.former_secret
     WHERE person_id = $1 AND kind = $2 AND retired_at >= $3 ORDER BY retired_at, id LIMIT 1`,
    [person.id, kind, formatInstant(since)],
  )
  const [hash] = rows.map((row) => readRow(row).text())
  if (hash !== undefined) await replaceSecret(client, person, { kind, hash, now })
}

export interface NewQuestions {
  readonly answered: readonly AnsweredHash[]
  readonly now: Instant
}

/** The three questions, all of them new; those of before are kept for a while. */
export async function replaceQuestions(
  client: PoolClient,
  personId: Uuid,
  { answered, now }: NewQuestions,
): Promise<void> {
  await keepFormerDetail(client, personId, { kind: 'questions', now })
  await client.query('DELETE FROM people.security_answer WHERE person_id = $1', [personId])
  for (const [index, { question, hash }] of answered.entries()) {
    await client.query(
      `INSERT INTO people.security_answer (person_id, position, question, answer_hash)
       VALUES ($1, $2, $3, $4)`,
      [personId, index + 1, question, hash],
    )
  }
}

export interface SecretChanged {
  readonly person: Person
  /** The history's word for it. */
  readonly kind: string
  readonly detail?: Detail
  readonly notices: Notices
  readonly visit: Visit
  /** The session that goes on; absent: none does. */
  readonly keep?: Uuid
  readonly now: Instant
}

/** Ends the other sessions, tells the person by every way, and keeps it in the history. */
export async function announceChange(
  client: PoolClient,
  deps: PeopleDeps,
  { person, kind, detail, notices, visit, keep, now }: SecretChanged,
): Promise<void> {
  const except = keep === undefined ? {} : { except: keep }
  await endSessions(client, { owner: { personId: person.id }, now, ...except })
  await recordHistory(client, { personId: person.id, kind, visit, now, detail: detail ?? {} })
  await notifyPerson(client, deps, person, { ...notices(deps), now })
}
