import type { FieldError, Refusal } from '@danbao/contracts'
import {
  IDENTITY_CONSENT,
  type IdentityCheckName,
  type IdentityData,
  type IdentityVerdict,
  type SubmitIdentityRequest,
} from '@danbao/contracts/wallet'
import { accept, type Instant, invariant, type Result } from '@danbao/kernel'
import { type PoolClient, type Queryable, queryText } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { plainNumber, sealDocument } from '../base/document-number.ts'
import type { PersonVisitor, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { type DocumentType, type Person, readPerson } from '../base/person.ts'
import { bytea } from '../base/tokens.ts'
import type { Vault } from '../base/vault.ts'
import type { IdentityCheck } from './check.ts'
import type { CheckChange } from './check-store.ts'
import { dayOf } from './expiry-days.ts'
import { judgeCorrections, judgeData, judgeName, judgeZone, verdict } from './mrz/verdicts.ts'
import { readZone } from './mrz/zone.ts'
import { changeOwn } from './picture-handlers.ts'
import { documentInUse, wrongFields, wrongState } from './refusals.ts'
import { openCase } from './staff-case.ts'

export function createSubmitHandlers(deps: PeopleDeps): WalletPart<'submitIdentityCheck'> {
  return {
    submitIdentityCheck: (who, { params, body }) =>
      changeOwn(deps, who, params.id, (client, check, now) =>
        submitCheck(client, deps, { who, check, body, now }),
      ),
  }
}

interface Submission {
  readonly who: PersonVisitor
  readonly check: IdentityCheck
  readonly body: SubmitIdentityRequest
  readonly now: Instant
}

async function submitCheck(
  client: PoolClient,
  deps: PeopleDeps,
  { who, check, body, now }: Submission,
): Promise<Result<CheckChange, Refusal>> {
  if (check.state !== 'to_confirm') return wrongState(check)
  const { personId } = who
  const person = await readPerson(client, personId)
  invariant(person !== undefined, 'a session belongs to a person')
  const verdicts = judge(deps, { person, check, data: body.data, now })
  const wrong = wrongFieldsOf(verdicts)
  if (wrong.length > 0) return wrongFields(wrong)
  if (await isInUse(client, deps.vault, { person, type: check.documentType, data: body.data })) {
    return documentInUse()
  }
  await openCase(client, { checkId: check.id, personId, now })
  const detail = { document_type: check.documentType }
  await recordHistory(client, { personId, kind: 'identity_submitted', detail, visit: who, now })
  return accept({
    state: 'submitted',
    data: { ...check.data, confirmed: body.data },
    verdicts,
    consentText: IDENTITY_CONSENT[who.language],
    reason: null,
    reasonWords: null,
    submittedAt: now,
  })
}

interface Judged {
  readonly person: Person
  readonly check: IdentityCheck
  readonly data: IdentityData
  readonly now: Instant
}

/** Everything that a machine can tell, for the eyes of staff. */
function judge(
  { mode, vault }: Pick<PeopleDeps, 'mode' | 'vault'>,
  { person, check, data, now }: Judged,
): readonly IdentityVerdict[] {
  const { documentType } = check
  const name = { givenName: person.givenName ?? '', familyName: person.familyName ?? '' }
  const today = dayOf(now)
  const zone = check.data.mrz === null ? undefined : readZone(check.data.mrz)
  const read = zone?.ok === true ? zone.value : undefined
  return [
    ...(read === undefined
      ? [verdict('format', null, check.reading)]
      : judgeZone(read, documentType, data)),
    ...judgeData(data, { mode, today, documentType, name }),
    judgeName(read, data, name),
    judgeNumber(vault, person, data),
    ...(read === undefined ? [] : judgeCorrections(read, data, today)),
  ]
}

/** With approval the profile gets the number of the document, if it has another one. */
function judgeNumber(vault: Vault, person: Person, data: IdentityData): IdentityVerdict {
  if (person.documentNumber === null) return verdict('number', null, 'none_in_profile')
  const inProfile = vault.open('document_number', person.documentNumber).toString()
  const same = plainNumber(inProfile) === plainNumber(data.document_number)
  return verdict('number', same ? true : null, same ? null : 'another_number')
}

/** What no member of staff could approve is said at once, beside the field. */
const HOPELESS: Partial<Readonly<Record<IdentityCheckName, keyof IdentityData>>> = {
  birth_date: 'birth_date',
  age: 'birth_date',
  expiry: 'expires_on',
  issuing_country: 'issuing_country',
  nationality: 'nationality',
}

function wrongFieldsOf(verdicts: readonly IdentityVerdict[]): readonly FieldError[] {
  return verdicts.flatMap(({ check, ok, detail }) => {
    const field = HOPELESS[check]
    if (ok !== false || field === undefined) return []
    const code = detail ?? 'wrong'
    return [{ pointer: `/data/${field}`, code, detail: `The document is refused: ${code}.` }]
  })
}

interface Used {
  readonly person: Person
  readonly type: DocumentType
  readonly data: IdentityData
}

/** Whether the document is somebody else's. */
export async function isInUse(
  client: Queryable,
  vault: Vault,
  { person, type, data }: Used,
): Promise<boolean> {
  const { documentFingerprint } = sealProfile(vault, type, data)
  const rows = await queryText(
    client,
    `SELECT id FROM people.person
     WHERE document_fingerprint = $1 AND id <> $2 AND closed_at IS NULL`,
    [documentFingerprint === null ? null : bytea(documentFingerprint), person.id],
  )
  return rows.length > 0
}

/** The document as the profile keeps it. */
export function sealProfile(vault: Vault, type: DocumentType, data: IdentityData) {
  const { issuing_country: issuer, document_number: number } = data
  return sealDocument(vault, { type, issuer, number })
}
