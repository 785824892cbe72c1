import {
  APPROVAL_KINDS,
  APPROVAL_STATES,
  type ApprovalKind,
  type ApprovalState,
} from '@danbao/contracts/console'
import { formatInstant, type Instant, newUuid, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'

/** What one member of staff wants and another has to agree to. */
export interface Approval {
  readonly id: Uuid
  readonly kind: ApprovalKind
  /** The recovery, closure, member of staff or freeze. */
  readonly subjectId: Uuid
  /** Whose account it is about; null: nobody's. */
  readonly personId: Uuid | null
  readonly reason: string
  readonly state: ApprovalState
  readonly requestedBy: Uuid
  readonly requestedAt: Instant
}

const COLUMNS = 'id, kind, subject_id, person_id, reason, state, requested_by, requested_at'

function toApproval(row: TextRow): Approval {
  const r = readRow(row)
  return {
    id: r.text(),
    kind: oneOf(APPROVAL_KINDS, r.text()),
    subjectId: r.text(),
    personId: r.maybeText(),
    reason: r.text(),
    state: oneOf(APPROVAL_STATES, r.text()),
    requestedBy: r.text(),
    requestedAt: r.instant(),
  }
}

export async function readApproval(client: Queryable, id: Uuid): Promise<Approval | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.approval WHERE id = $1`
  return (await queryText(client, sql, [id])).map(toApproval)[0]
}

/** The same, and of two that decide at once the second waits and sees that it was decided. */
export async function lockApproval(client: Queryable, id: Uuid): Promise<Approval | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.approval WHERE id = $1 FOR UPDATE`
  return (await queryText(client, sql, [id])).map(toApproval)[0]
}

export type ApprovalSubject = Pick<Approval, 'kind' | 'subjectId'>

/** The one that is waited for. */
export async function findOpenApproval(
  client: Queryable,
  { kind, subjectId }: ApprovalSubject,
): Promise<Approval | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.approval
    WHERE kind = $1 AND subject_id = $2 AND state = 'open'`
  return (await queryText(client, sql, [kind, subjectId])).map(toApproval)[0]
}

export type NewApproval = Pick<
  Approval,
  'kind' | 'subjectId' | 'personId' | 'reason' | 'requestedBy'
> & { readonly now: Instant }

/** Undefined: one is waited for already. */
export async function insertApproval(
  client: Queryable,
  { kind, subjectId, personId, reason, requestedBy, now }: NewApproval,
): Promise<Uuid | undefined> {
  const id = newUuid()
  const result = await client.query(
    `INSERT INTO people.approval
       (id, kind, subject_id, person_id, reason, requested_by, requested_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (kind, subject_id) WHERE state = 'open' DO NOTHING`,
    [id, kind, subjectId, personId, reason, requestedBy, formatInstant(now)],
  )
  return result.rowCount === 1 ? id : undefined
}

export interface Decision {
  readonly state: 'given' | 'refused'
  readonly decidedBy: Uuid
  readonly refusalReason?: string
  readonly now: Instant
}

export async function saveDecision(
  client: Queryable,
  id: Uuid,
  { state, decidedBy, refusalReason, now }: Decision,
): Promise<void> {
  await client.query(
    `UPDATE people.approval SET state = $2, decided_by = $3, decided_at = $4, refusal_reason = $5
     WHERE id = $1`,
    [id, state, decidedBy, formatInstant(now), refusalReason ?? null],
  )
}

/** What a member wanted who is trusted no more. */
export async function voidRequestsOf(
  client: Queryable,
  staffId: Uuid,
  now: Instant,
): Promise<void> {
  await client.query(
    `WITH void AS (
       UPDATE people.approval SET state = 'void', decided_at = $2
       WHERE requested_by = $1 AND state = 'open' RETURNING id)
     UPDATE people.resolution_wish SET state = 'refused'
     WHERE approval_id IN (SELECT id FROM void) AND state = 'asked'`,
    [staffId, formatInstant(now)],
  )
}
