import type { FieldError, Refusal } from '@danbao/contracts'
import type { ProfileRequest, WalletRoutes } from '@danbao/contracts/wallet'
import { accept, refuse, type Result } from '@danbao/kernel'
import { DatabaseError } from '@danbao/database'
import { sealDocument } from '../base/document-number.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { Handler } from '../base/handling.ts'
import { changePerson, type Person } from '../base/person.ts'
import { bytea } from '../base/tokens.ts'
import { type Step, takeStep } from './take-step.ts'

const DOCUMENT_IN_USE: Refusal = {
  code: 'document_in_use',
  detail: 'An account was registered with this document. Sign in, or recover that account.',
}
const NUMBER_MISSING: FieldError = {
  pointer: '/document_number',
  code: 'required',
  detail: 'The number of the document is missing.',
}

export function createProfileStep(deps: PeopleDeps): Handler<WalletRoutes['setProfile']> {
  return async (who, { body }) => {
    try {
      return await takeStep(deps, who, 'profile', (step) => saveProfile(deps, step, body))
    } catch (error) {
      const doubled = error instanceof DatabaseError && error.constraint === 'person_document'
      if (doubled) return refuse(DOCUMENT_IN_USE)
      throw error
    }
  }
}

async function saveProfile(
  { vault }: PeopleDeps,
  { client, person }: Step,
  profile: ProfileRequest,
): Promise<Result<undefined, Refusal>> {
  const number = profile.document_number ?? openNumber(vault, person)
  if (number === undefined) {
    const { detail } = NUMBER_MISSING
    return refuse({ code: 'invalid_request', detail, errors: [NUMBER_MISSING] })
  }
  const { document_type: type, country: issuer } = profile
  const document = sealDocument(vault, { type, issuer, number })
  await releaseDocument(client, person, document.documentFingerprint)
  await changePerson(client, person.id, {
    ...document,
    givenName: profile.given_name,
    familyName: profile.family_name,
    country: issuer,
    street: profile.street,
    city: profile.city,
    postalCode: profile.postal_code ?? null,
    region: profile.region,
  })
  return accept(undefined)
}

function openNumber(vault: PeopleDeps['vault'], { documentNumber }: Person): string | undefined {
  if (documentNumber === null) return undefined
  return vault.open('document_number', documentNumber).toString()
}

/**
 * Nobody has proved yet that a document is theirs: somebody who never finishes does not keep its
 * owner from registering.
 */
async function releaseDocument(
  client: Step['client'],
  { id }: Person,
  fingerprint: Uint8Array | null,
): Promise<void> {
  if (fingerprint === null) return
  await client.query(
    `UPDATE people.person SET document_type = NULL, document_number = NULL,
       document_fingerprint = NULL
     WHERE document_fingerprint = $2::bytea AND id <> $1 AND registered_at IS NULL
       AND closed_at IS NULL`,
    [id, bytea(fingerprint)],
  )
}
