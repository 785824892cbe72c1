import { addDuration, days, formatInstant, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'

/** In which an arbiter decides, from the escalation or the appeal. */
export const DECIDE_WITHIN = days(5)

const AT_ONCE = 200

/**
 * Makes the arbiters' queue what the disputes say: a case for each that waits for a decision, none
 * for all others. It compares and remembers nothing, so it may run as often as it likes, in several
 * processes, and after any stop; what it missed it finds. Returns how much it changed.
 */
export async function runDueDisputes({ pool, now }: PeopleDeps): Promise<number> {
  const closed = await closeDecided(pool, await now())
  const waiting = await findWaiting(pool, await now())
  let opened = 0
  for (const one of waiting) opened += await openCase(pool, one)
  return closed + opened
}

/** Takes those out of the queue that wait for no decision any more. */
export async function closeDecided(client: Queryable, now: Instant, id?: Uuid): Promise<number> {
  const result = await client.query(
    `UPDATE people.staff_case AS c SET closed_at = greatest($1::timestamptz, c.opened_at)
     FROM app.dispute AS d
     WHERE c.kind = 'dispute' AND c.closed_at IS NULL AND d.id = c.subject_id
       AND d.state <> 'escalated' AND ($2::uuid IS NULL OR d.id = $2)`,
    [formatInstant(now), id ?? null],
  )
  return result.rowCount ?? 0
}

interface Waiting {
  readonly disputeId: Uuid
  /** The buyer, where they have a wallet: whose complaint it is. */
  readonly personId: Uuid | null
  /** Of the escalation or the appeal. */
  readonly since: Instant
}

/** Those without a case, and those whose case is of before the appeal. */
const WAITING = `
  SELECT d.id, person.id, coalesce(event.occurred_at, $1::timestamptz)
  FROM app.dispute AS d
  JOIN app.payment AS payment ON payment.id = d.payment_id
  LEFT JOIN people.person AS person ON person.id = payment.buyer_id
  LEFT JOIN people.staff_case AS c ON c.subject_id = d.id
  LEFT JOIN LATERAL (SELECT occurred_at FROM app.event
    WHERE subject_id = d.id AND type IN ('dispute.escalated', 'dispute.appealed')
    ORDER BY position DESC LIMIT 1) AS event ON true
  WHERE d.state = 'escalated'
    AND (c.id IS NULL OR c.closed_at IS NOT NULL OR c.opened_at < event.occurred_at)
  ORDER BY d.id LIMIT ${AT_ONCE}`

async function findWaiting(client: Queryable, now: Instant): Promise<readonly Waiting[]> {
  const rows = await queryText(client, WAITING, [formatInstant(now)])
  return rows.map((row) => {
    const r = readRow(row)
    return { disputeId: r.text(), personId: r.maybeText(), since: r.instant() }
  })
}

/** An appeal brings the case back, to nobody's desk: somebody else has to take it. */
async function openCase(
  client: Queryable,
  { disputeId, personId, since }: Waiting,
): Promise<number> {
  const dueAt = addDuration(since, DECIDE_WITHIN)
  const result = await client.query(
    `INSERT INTO people.staff_case (id, kind, subject_id, person_id, opened_at, due_at)
     VALUES ($1, 'dispute', $2, $3, $4, $5)
     ON CONFLICT (subject_id) DO UPDATE
       SET opened_at = $4, due_at = $5, assigned_to = NULL, closed_at = NULL
       WHERE staff_case.closed_at IS NOT NULL OR staff_case.opened_at < $4`,
    [newUuid(), disputeId, personId, formatInstant(since), formatInstant(dueAt)],
  )
  return result.rowCount ?? 0
}
