import type { Refusal } from '@danbao/contracts'
import {
  hasPostcodes,
  QUESTION_IDS,
  type QuestionId,
  type Registration,
  REGISTRATION_STEPS,
  type RegistrationStep,
} from '@danbao/contracts/wallet'
import {
  accept,
  addDuration,
  formatInstant,
  type Instant,
  invariant,
  type Result,
} from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply } from '../base/handling.ts'
import { type Person, readPerson } from '../base/person.ts'
import { RESEND_AFTER } from './wait.ts'

export const PHONE_PURPOSE = 'registration_phone'
/** Enough to know the document again. */
const SHOWN_CHARACTERS = 3

/** Which steps nothing is missing of. */
export function stepsDone(
  person: Person,
  questions: readonly string[],
): readonly RegistrationStep[] {
  const done: Readonly<Record<RegistrationStep, boolean>> = {
    profile: hasProfile(person),
    phone: person.phone !== null,
    password: person.passwordHash !== null,
    payment_password: person.paymentPasswordHash !== null,
    questions: questions.length === 3,
    consent: person.refundConsentAt !== null,
  }
  return REGISTRATION_STEPS.filter((step) => done[step])
}

function hasProfile(person: Person): boolean {
  const { givenName, familyName, country, documentType, documentFingerprint } = person
  const { street, city, postalCode, region } = person
  const name = [givenName, familyName, country, documentType, documentFingerprint]
  if ([...name, street, city, region].includes(null)) return false
  return postalCode !== null || (country !== null && !hasPostcodes(country))
}

/** Undefined: the step may be taken now. */
export function refuseStep(
  person: Person,
  questions: readonly string[],
  step: RegistrationStep,
): Refusal | undefined {
  if (person.registeredAt !== null || person.closedAt !== null) {
    return { code: 'wrong_state', detail: 'The registration is complete.' }
  }
  const done = stepsDone(person, questions)
  const before = REGISTRATION_STEPS.slice(0, REGISTRATION_STEPS.indexOf(step))
  const missing = before.find((earlier) => !done.includes(earlier))
  if (missing === undefined) return undefined
  return {
    code: 'step_missing',
    detail: `The step ${missing} comes first.`,
    members: { step: missing },
  }
}

export async function readQuestions(client: Queryable, personId: string): Promise<QuestionId[]> {
  const sql = 'SELECT question FROM people.security_answer WHERE person_id = $1 ORDER BY position'
  const asked = (await queryText(client, sql, [personId])).map((row) => readRow(row).text())
  return QUESTION_IDS.filter((id) => asked.includes(id)).sort(
    (one, other) => asked.indexOf(one) - asked.indexOf(other),
  )
}

/** How far it has come, for the screen that goes on from there. */
export async function replyRegistration(
  deps: PeopleDeps,
  { personId }: Pick<PersonVisitor, 'personId'>,
): Promise<Result<Reply<Registration>, Refusal>> {
  const person = await readPerson(deps.pool, personId)
  invariant(person !== undefined, 'a session belongs to a person')
  return accept({ body: await viewRegistration(deps, person) })
}

async function viewRegistration(deps: PeopleDeps, person: Person): Promise<Registration> {
  const questions = await readQuestions(deps.pool, person.id)
  const done = stepsDone(person, questions)
  const complete = person.registeredAt !== null
  return {
    object: 'registration',
    state: complete ? 'complete' : 'open',
    email: person.email,
    language: person.language,
    done: [...done],
    next: complete ? null : (REGISTRATION_STEPS.find((step) => !done.includes(step)) ?? null),
    profile: viewProfile(deps, person),
    phone: person.phone,
    phone_code: await readSentCode(deps.pool, person, await deps.now()),
    questions,
  }
}

function viewProfile({ vault }: PeopleDeps, person: Person): Registration['profile'] {
  const number =
    person.documentNumber && vault.open('document_number', person.documentNumber).toString()
  return {
    given_name: person.givenName,
    family_name: person.familyName,
    country: person.country,
    document_type: person.documentType,
    document_number_end: number === null ? null : number.slice(-SHOWN_CHARACTERS),
    street: person.street,
    city: person.city,
    postal_code: person.postalCode,
    region: person.region,
  }
}

async function readSentCode(
  client: Queryable,
  { id }: Person,
  now: Instant,
): Promise<Registration['phone_code']> {
  const rows = await queryText(
    client,
    `SELECT phone, created_at, expires_at FROM people.code
     WHERE person_id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3`,
    [id, PHONE_PURPOSE, formatInstant(now)],
  )
  const [sent = null] = rows.map((row) => {
    const r = readRow(row)
    const [phone, sentAt, expiresAt] = [r.text(), r.instant(), r.instant()]
    const resend_at = formatInstant(addDuration(sentAt, RESEND_AFTER))
    return { phone, expires_at: formatInstant(expiresAt), resend_at }
  })
  return sent
}
