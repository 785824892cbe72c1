import {
  RECOVERY_KINDS,
  RECOVERY_STATES,
  type RecoveryKind,
  type RecoveryState,
} from '@danbao/contracts/wallet'
import { formatInstant, type Instant, newUuid, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { type Language, LANGUAGES } from '../base/person.ts'
import { changeRow } from '../base/change-row.ts'
import { fromBytea } from '../base/tokens.ts'
import { type Claims, openClaims, sealClaims } from './claims.ts'

/** A recovery that staff decide. */
export interface Recovery {
  readonly id: Uuid
  readonly kind: RecoveryKind
  readonly state: RecoveryState
  /** Null: nobody has the address that was given. */
  readonly personId: Uuid | null
  readonly language: Language
  /** Of an e-mail recovery: the address that is lost, as it was typed, and the one to be used. */
  readonly oldEmail: string | null
  readonly newEmail: string | null
  /** What was said as proof; null once it was erased, or where nothing was asked. */
  readonly claims: Claims | null
  readonly documentId: Uuid | null
  /** Why staff agreed or not. */
  readonly reason: string | null
  readonly requestedAt: Instant
  readonly decideBy: Instant | null
  /** Who agreed first. */
  readonly decidedBy: Uuid | null
  readonly decidedAt: Instant | null
  /** Who agreed as the second. */
  readonly confirmedBy: Uuid | null
  readonly happensAt: Instant | null
  readonly dueAt: Instant | null
  readonly endedAt: Instant | null
}

const COLUMNS = `id, kind, state, person_id, language, old_email, new_email, claims, document_id,
  reason, requested_at, decide_by, decided_by, decided_at, confirmed_by, happens_at, due_at,
  ended_at`

function toRecovery({ vault }: Pick<PeopleDeps, 'vault'>, row: TextRow): Recovery {
  const r = readRow(row)
  const claims = (sealed: string | null): Claims | null =>
    sealed === null ? null : openClaims(vault, fromBytea(sealed))
  return {
    id: r.text(),
    kind: oneOf(RECOVERY_KINDS, r.text()),
    state: oneOf(RECOVERY_STATES, r.text()),
    personId: r.maybeText(),
    language: oneOf(LANGUAGES, r.text()),
    oldEmail: r.maybeText(),
    newEmail: r.maybeText(),
    claims: claims(r.maybeText()),
    documentId: r.maybeText(),
    reason: r.maybeText(),
    requestedAt: r.instant(),
    decideBy: r.maybeInstant(),
    decidedBy: r.maybeText(),
    decidedAt: r.maybeInstant(),
    confirmedBy: r.maybeText(),
    happensAt: r.maybeInstant(),
    dueAt: r.maybeInstant(),
    endedAt: r.maybeInstant(),
  }
}

type StoreDeps = Pick<PeopleDeps, 'vault'>

export async function readRecovery(
  client: Queryable,
  deps: StoreDeps,
  id: Uuid,
): Promise<Recovery | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.recovery WHERE id = $1`
  return (await queryText(client, sql, [id])).map((row) => toRecovery(deps, row))[0]
}

/** The same, locked; lock its person before. */
export async function lockRecovery(
  client: Queryable,
  deps: StoreDeps,
  id: Uuid,
): Promise<Recovery | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.recovery WHERE id = $1 FOR UPDATE`
  return (await queryText(client, sql, [id])).map((row) => toRecovery(deps, row))[0]
}

/** The one by a scan that staff have not decided yet. */
export async function findOpenAnswersRecovery(
  client: Queryable,
  deps: StoreDeps,
  personId: Uuid,
): Promise<Recovery | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.recovery
    WHERE person_id = $1 AND kind = 'answers' AND state = 'open'`
  return (await queryText(client, sql, [personId])).map((row) => toRecovery(deps, row))[0]
}

/** Whether another one is about to replace the person's address. */
export async function isAddressAtStake(client: Queryable, personId: Uuid): Promise<boolean> {
  const sql = `SELECT 1 FROM people.recovery
    WHERE person_id = $1 AND kind = 'email' AND state IN ('checking', 'waiting')`
  return (await queryText(client, sql, [personId])).length > 0
}

export async function listDueRecoveries(client: Queryable, now: Instant): Promise<readonly Uuid[]> {
  const rows = await queryText(
    client,
    'SELECT id FROM people.recovery WHERE due_at <= $1 ORDER BY due_at, id LIMIT 100',
    [formatInstant(now)],
  )
  return rows.map((row) => readRow(row).text())
}

export type NewRecovery = Pick<Recovery, 'kind' | 'state' | 'personId' | 'language'> &
  Partial<Pick<Recovery, 'oldEmail' | 'newEmail' | 'claims' | 'decideBy' | 'dueAt'>> & {
    readonly now: Instant
  }

export async function insertRecovery(
  client: Queryable,
  { vault }: StoreDeps,
  { now, kind, state, personId, language, ...rest }: NewRecovery,
): Promise<Uuid> {
  const { oldEmail = null, newEmail = null, claims = null, decideBy = null, dueAt = null } = rest
  const id = newUuid()
  await client.query(
    `INSERT INTO people.recovery (id, kind, state, person_id, language, old_email, new_email,
       claims, decide_by, due_at, requested_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      kind,
      state,
      personId,
      language,
      oldEmail,
      newEmail,
      claims === null ? null : sealClaims(vault, claims),
      maybe(decideBy),
      maybe(dueAt),
      formatInstant(now),
    ],
  )
  return id
}

/** What can be changed about a recovery, and the column that holds it. */
const CHANGEABLE = {
  state: 'state',
  personId: 'person_id',
  documentId: 'document_id',
  reason: 'reason',
  decideBy: 'decide_by',
  decidedBy: 'decided_by',
  decidedAt: 'decided_at',
  confirmedBy: 'confirmed_by',
  happensAt: 'happens_at',
  dueAt: 'due_at',
  endedAt: 'ended_at',
} as const

export type RecoveryChange = { readonly [K in keyof typeof CHANGEABLE]?: Recovery[K] }

/** Sets what is named and leaves the rest. */
export function changeRecovery(client: Queryable, id: Uuid, change: RecoveryChange): Promise<void> {
  return changeRow(client, { name: 'people.recovery', columns: CHANGEABLE }, id, change)
}

function maybe(value: Instant | null): string | null {
  return value === null ? null : formatInstant(value)
}
