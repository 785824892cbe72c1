import { formatInstant, type Instant, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { changeRow } from './change-row.ts'
import { fromBytea } from './tokens.ts'

export const LANGUAGES = ['en', 'ru', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

export const DOCUMENT_TYPES = [
  'passport',
  'driving_licence',
  'identity_card',
  'residence_permit',
] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

/** Somebody with a confirmed e-mail address; what is null is asked for by the registration. */
export interface Person {
  readonly id: Uuid
  readonly email: string
  readonly language: Language
  readonly givenName: string | null
  readonly familyName: string | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  readonly region: string | null
  readonly city: string | null
  readonly postalCode: string | null
  readonly street: string | null
  readonly documentType: DocumentType | null
  /** Sealed by the vault with the purpose `document_number`. */
  readonly documentNumber: Uint8Array | null
  readonly documentFingerprint: Uint8Array | null
  /** E.164, confirmed by a code. */
  readonly phone: string | null
  readonly passwordHash: string | null
  readonly paymentPasswordHash: string | null
  readonly refundConsentText: string | null
  readonly refundConsentAt: Instant | null
  readonly emailConfirmedAt: Instant
  readonly registeredAt: Instant | null
  readonly closedAt: Instant | null
  readonly createdAt: Instant
}

const COLUMNS = `id, email, language, given_name, family_name, country, region, city, postal_code,
  street, document_type, document_number, document_fingerprint, phone, password_hash,
  payment_password_hash, refund_consent_text, refund_consent_at, email_confirmed_at,
  registered_at, closed_at, created_at`

function toPerson(row: TextRow): Person {
  const r = readRow(row)
  const maybeBytes = (): Uint8Array | null => {
    const text = r.maybeText()
    return text === null ? null : fromBytea(text)
  }
  return {
    id: r.text(),
    email: r.text(),
    language: oneOf(LANGUAGES, r.text()),
    givenName: r.maybeText(),
    familyName: r.maybeText(),
    country: r.maybeText(),
    region: r.maybeText(),
    city: r.maybeText(),
    postalCode: r.maybeText(),
    street: r.maybeText(),
    documentType: toDocumentType(r.maybeText()),
    documentNumber: maybeBytes(),
    documentFingerprint: maybeBytes(),
    phone: r.maybeText(),
    passwordHash: r.maybeText(),
    paymentPasswordHash: r.maybeText(),
    refundConsentText: r.maybeText(),
    refundConsentAt: r.maybeInstant(),
    emailConfirmedAt: r.instant(),
    registeredAt: r.maybeInstant(),
    closedAt: r.maybeInstant(),
    createdAt: r.instant(),
  }
}

function toDocumentType(text: string | null): DocumentType | null {
  return text === null ? null : oneOf(DOCUMENT_TYPES, text)
}

export async function readPerson(client: Queryable, id: Uuid): Promise<Person | undefined> {
  const rows = await queryText(client, `SELECT ${COLUMNS} FROM people.person WHERE id = $1`, [id])
  return rows.map(toPerson)[0]
}

/** The same, and nobody else changes the row until the transaction ends. Locked before all else. */
export async function lockPerson(client: Queryable, id: Uuid): Promise<Person | undefined> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.person WHERE id = $1 FOR UPDATE`,
    [id],
  )
  return rows.map(toPerson)[0]
}

/** Whose open account has this address, whatever its case. */
export async function findPersonByEmail(
  client: Queryable,
  email: string,
): Promise<Person | undefined> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.person WHERE lower(email) = lower($1) AND closed_at IS NULL`,
    [email],
  )
  return rows.map(toPerson)[0]
}

export interface NewPerson {
  readonly id: Uuid
  readonly email: string
  readonly language: Language
  readonly now: Instant
}

/** Somebody whose address was confirmed just now. */
export async function insertPerson(
  client: Queryable,
  { id, email, language, now }: NewPerson,
): Promise<void> {
  await client.query(
    `INSERT INTO people.person (id, email, language, email_confirmed_at, created_at)
     VALUES ($1, $2, $3, $4, $4)`,
    [id, email, language, formatInstant(now)],
  )
}

/** What can be changed about a person, and the column that holds it. */
const CHANGEABLE = {
  email: 'email',
  language: 'language',
  givenName: 'given_name',
  familyName: 'family_name',
  country: 'country',
  region: 'region',
  city: 'city',
  postalCode: 'postal_code',
  street: 'street',
  documentType: 'document_type',
  documentNumber: 'document_number',
  documentFingerprint: 'document_fingerprint',
  phone: 'phone',
  passwordHash: 'password_hash',
  paymentPasswordHash: 'payment_password_hash',
  refundConsentText: 'refund_consent_text',
  refundConsentAt: 'refund_consent_at',
  emailConfirmedAt: 'email_confirmed_at',
  registeredAt: 'registered_at',
  closedAt: 'closed_at',
} as const

export type PersonChange = { readonly [K in keyof typeof CHANGEABLE]?: Person[K] }

/** Sets what is named and leaves the rest. */
export function changePerson(client: Queryable, id: Uuid, change: PersonChange): Promise<void> {
  return changeRow(client, { name: 'people.person', columns: CHANGEABLE }, id, change)
}

/** How a person is called. */
export function nameOf({ givenName, familyName, email }: Person): string {
  const name = [givenName, familyName].filter((part) => part !== null).join(' ')
  return name === '' ? email : name
}
