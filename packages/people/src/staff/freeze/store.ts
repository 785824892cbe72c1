import { FREEZE_CAUSES, type FreezeCause } from '@danbao/contracts/console'
import { formatInstant, type Instant, newUuid, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'

export interface Freeze {
  readonly id: Uuid
  readonly personId: Uuid
  readonly cause: FreezeCause
  readonly reason: string
  readonly frozenBy: { readonly id: Uuid; readonly name: string }
  readonly frozenAt: Instant
  /** That somebody may lift it; null: nobody asked. */
  readonly approvalId: Uuid | null
}

/** The freeze that is in force. */
export async function readFreeze(client: Queryable, personId: Uuid): Promise<Freeze | undefined> {
  const rows = await queryText(
    client,
    `SELECT f.id, f.person_id, f.cause, f.reason, s.id, s.name, f.frozen_at, a.id
     FROM people.freeze AS f JOIN people.staff AS s ON s.id = f.frozen_by
     LEFT JOIN people.approval AS a
       ON a.kind = 'unfreeze' AND a.subject_id = f.id AND a.state = 'open'
     WHERE f.person_id = $1 AND f.lifted_at IS NULL`,
    [personId],
  )
  return rows.map((row) => {
    const r = readRow(row)
    return {
      id: r.text(),
      personId: r.text(),
      cause: oneOf(FREEZE_CAUSES, r.text()),
      reason: r.text(),
      frozenBy: { id: r.text(), name: r.text() },
      frozenAt: r.instant(),
      approvalId: r.maybeText(),
    }
  })[0]
}

export interface NewFreeze {
  readonly personId: Uuid
  readonly cause: FreezeCause
  readonly reason: string
  readonly staffId: Uuid
  readonly now: Instant
}

export async function insertFreeze(
  client: Queryable,
  { personId, cause, reason, staffId, now }: NewFreeze,
): Promise<Uuid> {
  const id = newUuid()
  await client.query(
    `INSERT INTO people.freeze (id, person_id, cause, reason, frozen_by, frozen_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, personId, cause, reason, staffId, formatInstant(now)],
  )
  return id
}

export interface Lift {
  readonly staffId: Uuid
  readonly reason: string
  readonly now: Instant
}

export async function saveLift(
  client: Queryable,
  id: Uuid,
  { staffId, reason, now }: Lift,
): Promise<void> {
  await client.query(
    'UPDATE people.freeze SET lifted_by = $2, lift_reason = $3, lifted_at = $4 WHERE id = $1',
    [id, staffId, reason, formatInstant(now)],
  )
}
