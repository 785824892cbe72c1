import { formatInstant, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import type { PeopleDeps } from './deps.ts'
import type { StaffVisitor } from './handling.ts'
import type { Visit } from './sessions.ts'

/** Facts for the reader's eyes: never a secret, never the number of a document. */
export type Detail = Readonly<Record<string, string | number | boolean | null>>

export interface HistoryEntry {
  readonly personId: Uuid
  /** What happened, e.g. `signed_in`, `password_changed`; each has its words in the apps. */
  readonly kind: string
  readonly detail?: Detail
  /** Absent: it was not the person, but the clock or staff. */
  readonly visit?: Visit
  readonly now: Instant
}

/** Keeps what happened to an account, for its owner and for staff. */
export async function recordHistory(client: Queryable, entry: HistoryEntry): Promise<void> {
  const { personId, kind, detail, visit, now } = entry
  await client.query(
    `INSERT INTO people.history (id, person_id, kind, detail, ip, user_agent, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      newUuid(),
      personId,
      kind,
      JSON.stringify(detail ?? {}),
      visit?.ip ?? null,
      visit?.userAgent.slice(0, 400) ?? null,
      formatInstant(now),
    ],
  )
}

export interface AuditEntry {
  readonly staffId: Uuid
  /** E.g. `document.viewed`, `identity.approved`. */
  readonly action: string
  readonly personId?: Uuid | null | undefined
  /** The case, document or approval it is about. */
  readonly subjectId?: Uuid
  readonly detail?: Detail
  readonly visit: Visit
  readonly now: Instant
}

/** Keeps what a visitor from staff looked at or did, where no transaction of theirs is open. */
export async function recordVisit(
  { pool, now }: Pick<PeopleDeps, 'pool' | 'now'>,
  who: StaffVisitor,
  entry: Pick<AuditEntry, 'action' | 'personId' | 'subjectId' | 'detail'>,
): Promise<void> {
  await recordAudit(pool, { ...entry, staffId: who.staffId, visit: who, now: await now() })
}

/** Keeps what staff looked at or decided. Entries are never changed. */
export async function recordAudit(client: Queryable, entry: AuditEntry): Promise<void> {
  const { staffId, action, personId, subjectId, detail, visit, now } = entry
  await client.query(
    `INSERT INTO people.audit_entry (id, staff_id, action, person_id, subject_id, detail, ip, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      newUuid(),
      staffId,
      action,
      personId ?? null,
      subjectId ?? null,
      JSON.stringify(detail ?? {}),
      visit.ip,
      formatInstant(now),
    ],
  )
}
