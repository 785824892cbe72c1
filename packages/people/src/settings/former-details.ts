import { addDuration, days, formatInstant, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import { type Pool, type Queryable, queryText, readRow } from '@danbao/database'
import { changePerson } from '../base/person.ts'

export type DetailKind = 'phone' | 'questions'

/** Longer than a change of address waits and can be undone. */
const KEPT_DAYS = 30

const PRESENT: Readonly<Record<DetailKind, string>> = {
  phone: 'SELECT to_jsonb(phone) AS value FROM people.person WHERE id = $2 AND phone IS NOT NULL',
  questions: `SELECT jsonb_agg(jsonb_build_object('position', position, 'question', question,
      'answer_hash', answer_hash) ORDER BY position) AS value
    FROM people.security_answer WHERE person_id = $2 HAVING count(*) > 0`,
}

/** Keeps what is about to be replaced; nothing, where there is nothing yet. */
export async function keepFormerDetail(
  client: Queryable,
  personId: Uuid,
  { kind, now }: { readonly kind: DetailKind; readonly now: Instant },
): Promise<void> {
  await client.query(
    `INSERT INTO people.former_detail (id, person_id, kind, value, replaced_at)
     SELECT $1, $2, $3, present.value, $4 FROM (${PRESENT[kind]}) AS present`,
    [newUuid(), personId, kind, formatInstant(now)],
  )
}

/**
 * Gives back the phone and the questions of then; what replaced them since is gone for good. A
 * number that another account has taken meanwhile stays with that one. The person is locked.
 */
export async function restoreDetails(
  client: Queryable,
  personId: Uuid,
  since: Instant,
): Promise<void> {
  const values = [personId, formatInstant(since)]
  const phone = await firstOf(client, values, 'phone')
  if (phone !== undefined && !(await isTaken(client, personId, phone))) {
    await changePerson(client, personId, { phone })
  }
  const questions = await firstOf(client, values, 'questions')
  if (questions !== undefined) await putBackQuestions(client, personId, questions)
  const forget = 'DELETE FROM people.former_detail WHERE person_id = $1 AND replaced_at >= $2'
  await client.query(forget, values)
}

/** What stood there at the beginning of the time that is taken back. */
async function firstOf(
  client: Queryable,
  values: readonly string[],
  kind: DetailKind,
): Promise<string | undefined> {
  const rows = await queryText(
    client,
    `SELECT ${kind === 'phone' ? "value #>> '{}'" : 'value::text'} FROM people.former_detail
     WHERE person_id = $1 AND replaced_at >= $2 AND kind = $3 ORDER BY replaced_at, id LIMIT 1`,
    [...values, kind],
  )
  return rows.map((row) => readRow(row).text())[0]
}

async function isTaken(client: Queryable, personId: Uuid, phone: string): Promise<boolean> {
  const sql = 'SELECT FROM people.person WHERE phone = $1 AND closed_at IS NULL AND id <> $2'
  return (await queryText(client, sql, [phone, personId])).length > 0
}

async function putBackQuestions(client: Queryable, personId: Uuid, value: string): Promise<void> {
  await client.query('DELETE FROM people.security_answer WHERE person_id = $1', [personId])
  await client.query(
    `INSERT INTO people.security_answer (person_id, position, question, answer_hash)
     SELECT $1, position, question, answer_hash
     FROM jsonb_to_recordset($2::jsonb) AS former (position integer, question text,
       answer_hash text)`,
    [personId, value],
  )
}

/** Returns how many were forgotten. */
export async function forgetFormerDetails(pool: Pool, now: Instant): Promise<number> {
  const sql = 'DELETE FROM people.former_detail WHERE replaced_at < $1'
  const { rowCount } = await pool.query(sql, [formatInstant(addDuration(now, days(-KEPT_DAYS)))])
  return rowCount ?? 0
}
