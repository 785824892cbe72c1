import {
  addDuration,
  type Duration,
  formatInstant,
  type Instant,
  newUuid,
  type Uuid,
} from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'

export interface NewCase {
  readonly kind: 'recovery' | 'closure'
  readonly subjectId: Uuid
  readonly personId: Uuid | null
  readonly now: Instant
  readonly within: Duration
}

/** Puts it into the queues of staff; answers until when they are to decide. */
export async function openCase(
  client: PoolClient,
  { kind, subjectId, personId, now, within }: NewCase,
): Promise<Instant> {
  const dueAt = addDuration(now, within)
  await client.query(
    `INSERT INTO people.staff_case (id, kind, subject_id, person_id, opened_at, due_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [newUuid(), kind, subjectId, personId, formatInstant(now), formatInstant(dueAt)],
  )
  return dueAt
}

/** Takes it out again: it is settled. */
export async function closeCase(client: PoolClient, subjectId: Uuid, now: Instant): Promise<void> {
  await client.query(
    'UPDATE people.staff_case SET closed_at = $2 WHERE subject_id = $1 AND closed_at IS NULL',
    [subjectId, formatInstant(now)],
  )
}

/** The person settled it in another way: nobody has to approve it any more. */
export async function voidApprovals(client: PoolClient, subjectId: Uuid): Promise<void> {
  await client.query(
    `UPDATE people.approval SET state = 'void' WHERE subject_id = $1 AND state = 'open'`,
    [subjectId],
  )
}
