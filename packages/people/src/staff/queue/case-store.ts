import type { Refusal, StaffPermission } from '@danbao/contracts'
import { CASE_KINDS, type CaseKind } from '@danbao/contracts/console'
import { accept, formatInstant, type Instant, oneOf, type Result, type Uuid } from '@danbao/kernel'
import { type PoolClient, type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { CASE_PERMISSION } from '../roles.ts'
import { noSuch, refuseWith } from '../refusals.ts'

export interface StaffCase {
  readonly id: Uuid
  readonly kind: CaseKind
  /** The identity check, recovery, closure, dispute, or first payment that is checked. */
  readonly subjectId: Uuid
  readonly openedAt: Instant
  readonly dueAt: Instant
  readonly person: CasePerson | null
  readonly assignee: { readonly id: Uuid; readonly name: string } | null
  readonly closedAt: Instant | null
}

export interface CasePerson {
  readonly id: Uuid
  readonly givenName: string | null
  readonly familyName: string | null
  readonly level: number
  readonly frozen: boolean
}

const SELECT = `
  SELECT c.id, c.kind, c.subject_id, c.opened_at, c.due_at, c.closed_at, c.assigned_to, s.name,
    c.person_id, p.given_name, p.family_name, coalesce(a.level, 0), a.frozen_at IS NOT NULL
  FROM people.staff_case AS c
  LEFT JOIN people.staff AS s ON s.id = c.assigned_to
  LEFT JOIN people.person AS p ON p.id = c.person_id
  LEFT JOIN app.account AS a ON a.id = c.person_id`

function toCase(row: TextRow): StaffCase {
  const r = readRow(row)
  const head = { id: r.text(), kind: oneOf(CASE_KINDS, r.text()), subjectId: r.text() }
  const times = { openedAt: r.instant(), dueAt: r.instant(), closedAt: r.maybeInstant() }
  const [assignedTo, assigneeName, personId] = [r.maybeText(), r.maybeText(), r.maybeText()]
  const names = { givenName: r.maybeText(), familyName: r.maybeText() }
  const [level, frozen] = [r.integer(), r.boolean()]
  return {
    ...head,
    ...times,
    person: personId === null ? null : { id: personId, ...names, level, frozen },
    assignee: assignedTo === null ? null : { id: assignedTo, name: assigneeName ?? '' },
  }
}

export interface CasesAsked {
  readonly kinds: readonly CaseKind[]
  /** Only of this member. */
  readonly assignedTo?: Uuid
  /** From the one that is due then on. */
  readonly after: readonly [dueAt: string, id: Uuid] | undefined
  readonly limit: number
}

/** Open ones, the most urgent first; one more than asked for where there is one. */
export async function findCases(
  client: Queryable,
  { kinds, assignedTo, after, limit }: CasesAsked,
): Promise<readonly StaffCase[]> {
  const rows = await queryText(
    client,
    `${SELECT} WHERE c.closed_at IS NULL AND c.kind = ANY ($1::text[])
       AND ($2::uuid IS NULL OR c.assigned_to = $2)
       AND ($3::timestamptz IS NULL OR (c.due_at, c.id) > ($3::timestamptz, $4::uuid))
     ORDER BY c.due_at, c.id LIMIT $5`,
    [kinds, assignedTo ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  )
  return rows.map(toCase)
}

export async function readCase(client: Queryable, id: Uuid): Promise<StaffCase | undefined> {
  return (await queryText(client, `${SELECT} WHERE c.id = $1`, [id])).map(toCase)[0]
}

/** The open case about an identity check, recovery, closure or dispute. */
export async function findCaseOf(
  client: Queryable,
  subjectId: Uuid,
): Promise<StaffCase | undefined> {
  const sql = `${SELECT} WHERE c.subject_id = $1 AND c.closed_at IS NULL`
  return (await queryText(client, sql, [subjectId])).map(toCase)[0]
}

export async function setAssignee(
  client: Queryable,
  id: Uuid,
  staffId: Uuid | null,
): Promise<void> {
  await client.query('UPDATE people.staff_case SET assigned_to = $2 WHERE id = $1', [id, staffId])
}

/** The kinds that somebody sees: those they work on, or all when they share out the work. */
export function kindsFor(permissions: ReadonlySet<StaffPermission>): readonly CaseKind[] {
  if (permissions.has('queue.assign')) return CASE_KINDS
  return CASE_KINDS.filter((kind) => permissions.has(CASE_PERMISSION[kind]))
}

export interface CaseWorker {
  readonly staffId: Uuid
  readonly permissions: ReadonlySet<StaffPermission>
}

/** Locks an open case that the member may know of. */
export async function lockCase(
  client: PoolClient,
  id: Uuid,
  { permissions }: CaseWorker,
): Promise<Result<StaffCase, Refusal>> {
  await client.query('SELECT FROM people.staff_case WHERE id = $1 FOR UPDATE', [id])
  const found = await readCase(client, id)
  if (found === undefined || !kindsFor(permissions).includes(found.kind)) return noSuch('case')
  if (found.closedAt !== null) {
    return refuseWith('wrong_state', 'The case was decided already.', { state: 'closed' })
  }
  return accept(found)
}

/** Refuses what another member works on. */
export function expectFree(
  { assignee }: Pick<StaffCase, 'assignee'>,
  staffId: Uuid,
): Result<undefined, Refusal> {
  if (assignee === null || assignee.id === staffId) return accept(undefined)
  const members = { assigned_to: assignee.name }
  return refuseWith('case_taken', `${assignee.name} works on this case.`, members)
}

/**
 * Makes the case the decider's own, or refuses: nobody decides what a colleague works on. Part of
 * the transaction that decides. Without an open case it is `wrong_state`.
 */
export async function takeForDecision(
  client: PoolClient,
  subjectId: Uuid,
  staffId: Uuid,
): Promise<Result<StaffCase, Refusal>> {
  await client.query(
    'SELECT FROM people.staff_case WHERE subject_id = $1 AND closed_at IS NULL FOR UPDATE',
    [subjectId],
  )
  const found = await findCaseOf(client, subjectId)
  if (found === undefined) return refuseWith('wrong_state', 'It was decided already.')
  const free = expectFree(found, staffId)
  if (!free.ok) return free
  await setAssignee(client, found.id, staffId)
  return accept(found)
}

export interface CaseCounts {
  readonly identity: number
  readonly recovery: number
  readonly closure: number
  readonly dispute: number
  readonly payment_check: number
  readonly overdue: number
  readonly mine: number
}

/** Open cases of these kinds. */
export async function countCases(
  client: Queryable,
  { kinds, staffId, now }: { kinds: readonly CaseKind[]; staffId: Uuid; now: Instant },
): Promise<CaseCounts> {
  const rows = await queryText(
    client,
    `SELECT kind, count(*), count(*) FILTER (WHERE due_at <= $3),
       count(*) FILTER (WHERE assigned_to = $2)
     FROM people.staff_case WHERE closed_at IS NULL AND kind = ANY ($1::text[]) GROUP BY kind`,
    [kinds, staffId, formatInstant(now)],
  )
  const counts = {
    identity: 0,
    recovery: 0,
    closure: 0,
    dispute: 0,
    payment_check: 0,
    overdue: 0,
    mine: 0,
  }
  for (const row of rows) {
    const r = readRow(row)
    counts[oneOf(CASE_KINDS, r.text())] = r.integer()
    counts.overdue += r.integer()
    counts.mine += r.integer()
  }
  return counts
}
