import { decodeId, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { findEvidence, readEvidence } from '../disputes/index.ts'
import { listChecks, readImage } from '../identity/index.ts'
import { listPayments } from '../payments/index.ts'
import { readRecovery } from '../recovery/index.ts'

/**
 * In bytes. More would not fit into the memory of a telephone; what is beyond it stands in the file
 * without its content, which can be fetched where it was sent to.
 */
const MOST_FILES = 60 * 1024 * 1024

/** What of a person is sealed, or in files: opened, as it is theirs. */
export async function openParts(
  client: Queryable,
  deps: PeopleDeps,
  personId: Uuid,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const room = createRoom(MOST_FILES)
  const whose = { client, deps, personId, room }
  return {
    identity_checks: await openChecks(whose),
    documents: await openDocuments(whose),
    evidence: await openEvidence(whose),
    recoveries: await openRecoveries(whose),
  }
}

/** The person's payments as their wallet shows them, newest first. */
export async function listShownPayments(
  deps: PeopleDeps,
  personId: Uuid,
): Promise<readonly unknown[]> {
  const all: unknown[] = []
  let cursor: string | undefined
  do {
    const page = await listPayments(deps, { personId }, { limit: 100, cursor })
    if (!page.ok) throw new Error(`payments could not be listed: ${page.refusal.code}`)
    for (const { payment, role, counterpart, marketplace } of page.value.data) {
      const id = decodeId('pay', payment.id)
      const uuid = id.ok ? id.value : null
      all.push({ uuid, ...payment, role, counterpart, marketplace_name: marketplace })
    }
    cursor = page.value.next_cursor ?? undefined
  } while (cursor !== undefined)
  return all
}

interface Whose {
  readonly client: Queryable
  readonly deps: PeopleDeps
  readonly personId: Uuid
  readonly room: Room
}

/** The file as a data URI; null: there is none any more, or no room. */
type Room = (mediaType: string, bytes: Uint8Array | undefined) => string | null

function createRoom(most: number): Room {
  let left = most
  return (mediaType, bytes) => {
    if (bytes === undefined || bytes.length > left) return null
    left -= bytes.length
    return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
  }
}

async function openChecks({ client, deps, personId }: Whose): Promise<readonly unknown[]> {
  const checks = await listChecks(client, deps.vault, personId)
  return checks.map((check) => ({
    id: check.id,
    document_type: check.documentType,
    state: check.state,
    typed: check.data.confirmed,
    read: check.data.read,
    machine_readable_zone: check.data.mrz,
    findings: check.verdicts,
    consent_text: check.consentText,
    reason_code: check.reason,
    reason_words: check.reasonWords,
    asked_sides: check.askedSides,
    created_at: time(check.createdAt),
    submitted_at: time(check.submittedAt),
    decided_at: time(check.decidedAt),
    expires_on: check.expiresOn,
    ended_at: time(check.endedAt),
  }))
}

async function openDocuments(whose: Whose): Promise<readonly unknown[]> {
  const { client, deps, personId, room } = whose
  const rows = await queryText(
    client,
    `SELECT id, subject_id, side, width, height, created_at, replaced_at, erased_at
     FROM people.document WHERE person_id = $1 ORDER BY id DESC`,
    [personId],
  )
  const opened: unknown[] = []
  for (const row of rows) {
    const r = readRow(row)
    const id = r.text()
    opened.push({
      id,
      sent_for: r.text(),
      side: r.text(),
      width: r.integer(),
      height: r.integer(),
      created_at: time(r.instant()),
      replaced_at: time(r.maybeInstant()),
      erased_at: time(r.maybeInstant()),
      picture: room('image/jpeg', await readImage(client, deps, id, 'whole')),
    })
  }
  return opened
}

/** What the person showed in disputes; what the other side showed is the other side's. */
async function openEvidence({ client, deps, personId, room }: Whose): Promise<readonly unknown[]> {
  const opened: unknown[] = []
  const sql = 'SELECT id FROM people.evidence WHERE person_id = $1 ORDER BY id DESC'
  for (const id of await listIds(client, sql, personId)) {
    const one = await findEvidence(client, id)
    if (one === undefined) continue
    const file = await readEvidence(client, deps.vault, one, 'whole')
    opened.push({
      id,
      dispute_id: one.disputeId,
      side: one.side,
      kind: one.kind,
      media_type: one.mediaType,
      note: one.note,
      bytes: one.bytes,
      created_at: time(one.createdAt),
      file: room(one.mediaType, file?.bytes),
    })
  }
  return opened
}

async function openRecoveries({ client, deps, personId }: Whose): Promise<readonly unknown[]> {
  const opened: unknown[] = []
  const sql = 'SELECT id FROM people.recovery WHERE person_id = $1 ORDER BY id'
  for (const id of await listIds(client, sql, personId)) {
    const one = await readRecovery(client, deps, id)
    if (one === undefined) continue
    opened.push({
      id,
      kind: one.kind,
      state: one.state,
      old_email: one.oldEmail,
      new_email: one.newEmail,
      said: one.claims,
      // Why staff agreed is a note of theirs; why they did not, they told.
      reason: one.state === 'refused' ? one.reason : null,
      requested_at: time(one.requestedAt),
      decided_at: time(one.decidedAt),
      happens_at: time(one.happensAt),
      ended_at: time(one.endedAt),
    })
  }
  return opened
}

async function listIds(client: Queryable, sql: string, personId: Uuid): Promise<readonly Uuid[]> {
  return (await queryText(client, sql, [personId])).map((row) => readRow(row).text())
}

function time(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at)
}
