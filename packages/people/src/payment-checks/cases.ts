import { formatInstant, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'

const AT_ONCE = 200

/** A case for payments that wait and have none; the clock of the payments is that of the case. */
const WAITING = `
  SELECT c.leader_id, person.id, min(p.paid_at), min(p.due_at)
  FROM app.payment_check AS c
  JOIN app.payment AS p ON p.id = c.payment_id AND p.state = 'verifying'
  LEFT JOIN people.person AS person ON person.id = p.buyer_id
  WHERE c.decided_at IS NULL
    AND NOT EXISTS (SELECT FROM people.staff_case AS s WHERE s.subject_id = c.leader_id)
  GROUP BY c.leader_id, person.id ORDER BY c.leader_id LIMIT ${AT_ONCE}`

/** Into the queue. Of two processes that do it at once one does; how many cases it was. */
export async function openCases(client: Queryable): Promise<number> {
  const rows = await queryText(client, WAITING, [])
  let opened = 0
  for (const row of rows) {
    const r = readRow(row)
    const [leaderId, personId] = [r.text(), r.maybeText()]
    const { rowCount } = await client.query(
      `INSERT INTO people.staff_case (id, kind, subject_id, person_id, opened_at, due_at)
       VALUES ($1, 'payment_check', $2, $3, $4, $5) ON CONFLICT (subject_id) DO NOTHING`,
      [newUuid(), leaderId, personId, formatInstant(r.instant()), formatInstant(r.instant())],
    )
    opened += rowCount ?? 0
  }
  return opened
}

/** Where nothing waits any more, however it ended. */
const NOTHING_WAITS = `NOT EXISTS (
  SELECT FROM app.payment_check AS c WHERE c.leader_id = t.%1 AND c.decided_at IS NULL)`

/** Out of the queue, and nobody's identity is waited for. How many cases it was. */
export async function closeCases(
  client: Queryable,
  now: Instant,
  leaderId?: Uuid,
): Promise<number> {
  const values = [formatInstant(now), leaderId ?? null]
  await client.query(
    `UPDATE people.payment_decision AS t SET state = 'overtaken', ended_at = $1
     WHERE state = 'open' AND decision = 'ask_identity' AND ($2::uuid IS NULL OR leader_id = $2)
       AND ${NOTHING_WAITS.replace('%1', 'leader_id')}`,
    values,
  )
  const { rowCount } = await client.query(
    `UPDATE people.staff_case AS t SET closed_at = greatest($1::timestamptz, opened_at)
     WHERE kind = 'payment_check' AND closed_at IS NULL AND ($2::uuid IS NULL OR subject_id = $2)
       AND ${NOTHING_WAITS.replace('%1', 'subject_id')}`,
    values,
  )
  return rowCount ?? 0
}
