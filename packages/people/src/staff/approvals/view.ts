import type { StaffPermission } from '@danbao/contracts'
import {
  APPROVAL_KINDS,
  APPROVAL_STATES,
  type ApprovalKind,
  type ApprovalView,
  type StaffRef,
} from '@danbao/contracts/console'
import { encodeId, formatInstant, oneOf, type Uuid } from '@danbao/kernel'
import {
  type Condition,
  type Queryable,
  queryText,
  readRow,
  type RowReader,
  type TextRow,
  whereAll,
} from '@danbao/database'
import { APPROVAL_PERMISSION } from '../roles.ts'

export interface Viewer {
  readonly staffId: Uuid
  readonly permissions: ReadonlySet<StaffPermission>
}

/** The kinds that somebody may decide on. */
export function decidableKinds({ permissions }: Viewer): readonly ApprovalKind[] {
  if (!permissions.has('approval.give')) return []
  return APPROVAL_KINDS.filter((kind) => permissions.has(APPROVAL_PERMISSION[kind]))
}

export interface Shown {
  readonly id: Uuid
  readonly view: ApprovalView
}

const SELECT = `
  SELECT a.id, a.kind, a.state, a.subject_id, a.reason, a.requested_by, r.name, a.requested_at,
    a.decided_by, d.name, a.decided_at, a.refusal_reason, a.person_id,
    coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.email), m.id, m.name
  FROM people.approval AS a
  JOIN people.staff AS r ON r.id = a.requested_by
  LEFT JOIN people.staff AS d ON d.id = a.decided_by
  LEFT JOIN people.person AS p ON p.id = a.person_id
  LEFT JOIN people.staff AS m ON a.kind = 'staff_admin' AND m.id = a.subject_id`

/** Newest first, of what the viewer decides on or wanted; `limit` and one more. */
export async function findApprovals(
  client: Queryable,
  viewer: Viewer,
  { conditions, limit }: { readonly conditions: readonly Condition[]; readonly limit: number },
): Promise<readonly Shown[]> {
  const { sql, values } = whereAll(conditions)
  const next = values.length
  const rows = await queryText(
    client,
    `${SELECT} WHERE ${sql}
       AND (a.kind = ANY ($${next + 1}::text[]) OR a.requested_by = $${next + 2})
     ORDER BY a.id DESC LIMIT ${limit + 1}`,
    [...values, decidableKinds(viewer), viewer.staffId],
  )
  return rows.map((row) => toShown(row, viewer))
}

function toShown(row: TextRow, viewer: Viewer): Shown {
  const r = readRow(row)
  const [id, kind] = [r.text(), oneOf(APPROVAL_KINDS, r.text())]
  const [state, subjectId] = [oneOf(APPROVAL_STATES, r.text()), r.text()]
  const reason = r.text()
  const requestedBy = r.text()
  const requester = { id: encodeId('stf', requestedBy), name: r.text() }
  const requestedAt = formatInstant(r.instant())
  const decider = readRef(r)
  const decidedAt = r.maybeInstant()
  const refusalReason = r.maybeText()
  const [personId, personName] = [r.maybeText(), r.maybeText()]
  const person =
    personId === null ? null : { id: encodeId('acc', personId), name: personName ?? '' }
  const mayDecide =
    state === 'open' && requestedBy !== viewer.staffId && decidableKinds(viewer).includes(kind)
  return {
    id,
    view: {
      id: encodeId('apr', id),
      kind,
      state,
      subject: viewSubject(kind, subjectId),
      person,
      member: readRef(r),
      reason,
      requested_by: requester,
      requested_at: requestedAt,
      decided_by: decider,
      decided_at: decidedAt === null ? null : formatInstant(decidedAt),
      refusal_reason: refusalReason,
      may_decide: mayDecide,
    },
  }
}

function viewSubject(kind: ApprovalKind, subjectId: Uuid): string | null {
  if (kind === 'recovery_email') return encodeId('rec', subjectId)
  if (kind === 'resolution') return encodeId('dep', subjectId)
  if (kind === 'payout' || kind === 'payout_failed') return encodeId('pot', subjectId)
  if (kind === 'rate') return encodeId('rat', subjectId)
  return kind === 'closure' ? encodeId('clo', subjectId) : null
}

function readRef(r: RowReader): StaffRef | null {
  const [id, name] = [r.maybeText(), r.maybeText()]
  return id === null ? null : { id: encodeId('stf', id), name: name ?? '' }
}

/** How many the viewer may give. */
export async function countDecidable(client: Queryable, viewer: Viewer): Promise<number> {
  const rows = await queryText(
    client,
    `SELECT count(*) FROM people.approval
     WHERE state = 'open' AND requested_by <> $1 AND kind = ANY ($2::text[])`,
    [viewer.staffId, decidableKinds(viewer)],
  )
  return rows.map((row) => readRow(row).integer())[0] ?? 0
}
