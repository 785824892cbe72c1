import {
  DOCUMENT_SIDES,
  IDENTITY_REASONS,
  IDENTITY_STATES,
  identityVerdict,
} from '@danbao/contracts/wallet'
import { formatInstant, type Instant, newUuid, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { z } from 'zod'
import { changeRow } from '../base/change-row.ts'
import { DOCUMENT_TYPES, type DocumentType } from '../base/person.ts'
import { fromBytea } from '../base/tokens.ts'
import type { Vault } from '../base/vault.ts'
import { type CheckData, checkData, type IdentityCheck, NO_DATA, READINGS } from './check.ts'

const SEALED_AS = 'identity_data'
const COLUMNS = `id, person_id, document_type, state, version, reading, data, verdicts, consent_text,
  reason_code, reason_words, array_to_string(asked_sides, ','), created_at, submitted_at,
  decided_at, expires_on, ended_at`

function toCheck(vault: Vault, row: TextRow): IdentityCheck {
  const r = readRow(row)
  return {
    id: r.text(),
    personId: r.text(),
    documentType: oneOf(DOCUMENT_TYPES, r.text()),
    state: oneOf(IDENTITY_STATES, r.text()),
    version: r.integer(),
    reading: oneOf(READINGS, r.text()),
    data: openData(vault, r.maybeText()),
    verdicts: z.array(identityVerdict).parse(JSON.parse(r.text())),
    consentText: r.maybeText(),
    reason: toReason(r.maybeText()),
    reasonWords: r.maybeText(),
    askedSides: r
      .text()
      .split(',')
      .filter((side) => side !== '')
      .map((side) => oneOf(DOCUMENT_SIDES, side)),
    createdAt: r.instant(),
    submittedAt: r.maybeInstant(),
    decidedAt: r.maybeInstant(),
    expiresOn: r.maybeText(),
    endedAt: r.maybeInstant(),
  }
}

function openData(vault: Vault, sealed: string | null): CheckData {
  if (sealed === null) return NO_DATA
  return checkData.parse(JSON.parse(vault.open(SEALED_AS, fromBytea(sealed)).toString()))
}

function toReason(text: string | null): IdentityCheck['reason'] {
  return text === null ? null : oneOf(IDENTITY_REASONS, text)
}

export interface NewCheck {
  readonly personId: Uuid
  readonly documentType: DocumentType
  readonly now: Instant
}

/** Undefined: another one is open. */
export async function insertCheck(
  client: Queryable,
  { personId, documentType, now }: NewCheck,
): Promise<Uuid | undefined> {
  const id = newUuid()
  const { rowCount } = await client.query(
    `INSERT INTO people.identity_check (id, person_id, document_type, state, created_at)
     VALUES ($1, $2, $3, 'collecting', $4) ON CONFLICT DO NOTHING`,
    [id, personId, documentType, formatInstant(now)],
  )
  return rowCount === 1 ? id : undefined
}

interface Wanted {
  /** Nobody else changes the row until the transaction ends. */
  readonly lock?: boolean
  /** Of this person; somebody else's does not exist. */
  readonly personId?: Uuid
}

export async function findCheck(
  client: Queryable,
  vault: Vault,
  id: Uuid,
  { lock = false, personId }: Wanted = {},
): Promise<IdentityCheck | undefined> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.identity_check
     WHERE id = $1 AND ($2::uuid IS NULL OR person_id = $2) ${lock ? 'FOR UPDATE' : ''}`,
    [id, personId ?? null],
  )
  return rows.map((row) => toCheck(vault, row))[0]
}

/** Newest first. */
export async function listChecks(
  client: Queryable,
  vault: Vault,
  personId: Uuid,
): Promise<readonly IdentityCheck[]> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.identity_check WHERE person_id = $1 ORDER BY id DESC LIMIT 50`,
    [personId],
  )
  return rows.map((row) => toCheck(vault, row))
}

/** What can be changed about a check, and the column that holds it. */
const CHANGEABLE = {
  state: 'state',
  reading: 'reading',
  consentText: 'consent_text',
  reason: 'reason_code',
  reasonWords: 'reason_words',
  submittedAt: 'submitted_at',
  decidedAt: 'decided_at',
  decidedBy: 'decided_by',
  expiresOn: 'expires_on',
  endedAt: 'ended_at',
  dueAt: 'due_at',
  attempts: 'attempts',
  data: 'data',
  verdicts: 'verdicts',
  askedSides: 'asked_sides',
} as const
const TABLE = {
  name: 'people.identity_check',
  columns: CHANGEABLE,
  always: 'version = version + 1',
}

export type CheckChange = Partial<IdentityCheck> & {
  readonly decidedBy?: Uuid
  readonly dueAt?: Instant | null
  readonly attempts?: number
}

/** Sets what is named and leaves the rest; the version grows. */
export function changeCheck(
  client: Queryable,
  vault: Vault,
  id: Uuid,
  change: CheckChange,
): Promise<void> {
  const { data, verdicts, askedSides, attempts, version: _grows, ...plain } = change
  return changeRow(client, TABLE, id, {
    ...plain,
    ...(data === undefined ? {} : { data: vault.seal(SEALED_AS, JSON.stringify(data)) }),
    ...(verdicts === undefined ? {} : { verdicts: JSON.stringify(verdicts) }),
    ...(askedSides === undefined ? {} : { askedSides: `{${askedSides.join(',')}}` }),
    ...(attempts === undefined ? {} : { attempts: String(attempts) }),
  })
}

/** The one that level 2 rests on, or rested on last. */
export function proofOf(checks: readonly IdentityCheck[]): IdentityCheck | undefined {
  const approved = checks.filter(({ state }) => state === 'approved')
  return approved.find(({ endedAt }) => endedAt === null) ?? approved[0]
}
