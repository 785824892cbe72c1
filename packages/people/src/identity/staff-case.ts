import { formatInstant, hours, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'

/** In which staff answer. */
const ANSWER_WITHIN = hours(24)

interface Opened {
  readonly checkId: Uuid
  readonly personId: Uuid
  readonly now: Instant
}

/** Into the queue; one that was asked for more comes back to whoever asked. */
export async function openCase(
  client: Queryable,
  { checkId, personId, now }: Opened,
): Promise<void> {
  await client.query(
    `INSERT INTO people.staff_case (id, kind, subject_id, person_id, opened_at, due_at)
     VALUES ($1, 'identity', $2, $3, $4, $5)
     ON CONFLICT (subject_id) DO UPDATE SET opened_at = $4, due_at = $5, closed_at = NULL`,
    [newUuid(), checkId, personId, formatInstant(now), new Date(now + ANSWER_WITHIN)],
  )
}

/** Out of the queue. */
export async function closeCase(client: Queryable, checkId: Uuid, now: Instant): Promise<void> {
  await client.query(
    'UPDATE people.staff_case SET closed_at = $2 WHERE subject_id = $1 AND closed_at IS NULL',
    [checkId, formatInstant(now)],
  )
}
