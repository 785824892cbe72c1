import {
  DOCUMENT_SIDES,
  type IdentityCheckView,
  type IdentityPicture,
  type IdentityView,
  NEEDED_SIDES,
} from '@danbao/contracts/wallet'
import { days, encodeId, formatInstant, type Instant, invariant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { Person } from '../base/person.ts'
import { type IdentityCheck, isOpen } from './check.ts'
import { findCheck, listChecks, proofOf } from './check-store.ts'
import { listDocuments, type StoredDocument } from './documents.ts'
import { dayOf, lapseOf } from './expiry-days.ts'

/** Renewal is asked for so long before a document expires. */
const SOON = days(60)

export function maybeTime(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at)
}

/** The check as its owner sees it. */
export async function showCheck(
  client: Queryable,
  deps: Pick<PeopleDeps, 'vault'>,
  id: Uuid,
): Promise<IdentityCheckView> {
  const check = await findCheck(client, deps.vault, id)
  invariant(check !== undefined, 'a check that was just read exists')
  return viewCheck(check, await listDocuments(client, id), await readAnswerBy(client, id))
}

/** Until when staff answer; null: it is not with them. */
async function readAnswerBy(client: Queryable, id: Uuid): Promise<Instant | null> {
  const rows = await queryText(
    client,
    'SELECT due_at FROM people.staff_case WHERE subject_id = $1 AND closed_at IS NULL',
    [id],
  )
  return rows.map((row) => readRow(row).instant())[0] ?? null
}

function viewCheck(
  check: IdentityCheck,
  documents: readonly StoredDocument[],
  answerBy: Instant | null,
): IdentityCheckView {
  return {
    id: encodeId('idc', check.id),
    object: 'identity_check',
    state: check.state,
    version: check.version,
    document_type: check.documentType,
    pictures: viewPictures(check, documents),
    reading: check.reading,
    read: check.data.read,
    confirmed: check.data.confirmed,
    verdicts: [...check.verdicts],
    reason: viewReason(check),
    asked_sides: [...check.askedSides],
    created_at: formatInstant(check.createdAt),
    submitted_at: maybeTime(check.submittedAt),
    answer_by: maybeTime(answerBy),
    decided_at: maybeTime(check.decidedAt),
  }
}

export function viewReason({ reason, reasonWords }: IdentityCheck): IdentityCheckView['reason'] {
  return reason === null ? null : { code: reason, words: reasonWords }
}

function viewPictures(
  { documentType }: IdentityCheck,
  documents: readonly StoredDocument[],
): IdentityPicture[] {
  return DOCUMENT_SIDES.flatMap((side) => {
    const needed = NEEDED_SIDES[documentType].includes(side)
    const document = documents.find((one) => one.side === side)
    if (document === undefined && !needed && side !== 'selfie') return []
    return [
      {
        side,
        needed,
        document: document === undefined ? null : encodeId('doc', document.id),
        width: document?.width ?? null,
        height: document?.height ?? null,
        uploaded_at: maybeTime(document?.createdAt ?? null),
      },
    ]
  })
}

/** Everything about a person's identity, as they see it. */
export async function showIdentity(
  deps: Pick<PeopleDeps, 'pool' | 'vault' | 'mode'>,
  person: Person,
  now: Instant,
): Promise<IdentityView> {
  const checks = await listChecks(deps.pool, deps.vault, person.id)
  const [current, ...earlier] = checks
  const proof = proofOf(checks)
  return {
    object: 'identity',
    current: current === undefined ? null : await showCheck(deps.pool, deps, current.id),
    earlier: earlier.map(({ id, state, createdAt }) => ({
      id: encodeId('idc', id),
      state,
      created_at: formatInstant(createdAt),
    })),
    may_start: !checks.some(isOpen),
    profile_document: person.documentType,
    specimen: deps.mode === 'sandbox',
    proof: proof === undefined ? null : viewProof(proof, now),
  }
}

function viewProof(check: IdentityCheck, now: Instant): NonNullable<IdentityView['proof']> {
  const { documentType, decidedAt, createdAt, expiresOn } = check
  return {
    document_type: documentType,
    approved_at: formatInstant(decidedAt ?? createdAt),
    expires_on: expiresOn,
    renewal: renewalOf(check, now),
  }
}

function renewalOf({ expiresOn, endedAt }: IdentityCheck, now: Instant) {
  if (expiresOn === null) return 'not_yet'
  if (endedAt !== null || expiresOn < dayOf(now)) return 'expired'
  return lapseOf(expiresOn) - SOON <= now ? 'soon' : 'not_yet'
}
