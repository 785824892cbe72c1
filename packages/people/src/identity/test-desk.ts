import { decodeId, newUuid, parseDuration, type Uuid } from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import type { IdentityData } from '@danbao/contracts/wallet'
import type { PersonVisitor, StaffVisitor } from '../base/handling.ts'
import { openTestPeople, type Registered, TEST_VISITOR } from '../testing.ts'
import { insertCard } from '../cards/store.ts'
import { createIdentityHandlers, createIdentityReviewHandlers } from './index.ts'
import { ANNA, drawSpecimen } from './specimen.ts'

/** A database with somebody who reviews, for the tests of this folder; each file has its own. */
export const people = await openTestPeople()
export const wallet = createIdentityHandlers(people.deps)
export const review = createIdentityReviewHandlers(people.deps)
export const passport = await drawSpecimen(ANNA, 'passport')

export const NONE = { params: undefined, query: undefined, body: undefined } as const
export const DATA: IdentityData = {
  family_name: 'ERIKSSON',
  given_name: 'ANNA MARIA',
  birth_date: '1974-08-12',
  nationality: 'UTO',
  issuing_country: 'UTO',
  document_number: 'L898902C3',
  expires_on: '2034-04-15',
}

export async function hire(name: string): Promise<StaffVisitor> {
  const staffId = newUuid()
  await people.deps.pool.query(
    `INSERT INTO people.staff (id, name, email, language, roles, created_at)
     VALUES ($1, $2, $3, 'en', '{reviewer}', now())`,
    [staffId, name, `${staffId}@example.com`],
  )
  const permissions = new Set(['identity.review', 'document.view'] as const)
  return { ...TEST_VISITOR, staffId, sessionId: newUuid(), marketplaceId: null, permissions }
}

export const staff = await hire('Rita Reviewer')

export function uuidOf(text: string): Uuid {
  const [prefix = ''] = text.split('_')
  const id = decodeId(prefix === 'doc' ? 'doc' : 'idc', text)
  if (!id.ok) throw new Error(text)
  return id.value
}

type Answer<T> =
  | { readonly ok: true; readonly value: { readonly body: T } }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly detail: string } }

export function body<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.refusal.code}: ${answer.refusal.detail}`)
  return answer.value.body
}

export function code(answer: Answer<unknown>): string {
  return answer.ok ? 'ok' : answer.refusal.code
}

export async function start(
  who: PersonVisitor,
  document_type: 'passport' | 'driving_licence' = 'passport',
) {
  const check = body(await wallet.startIdentityCheck(who, { ...NONE, body: { document_type } }))
  return uuidOf(check.id)
}

export const upload = (
  who: PersonVisitor,
  id: Uuid,
  side: 'front' | 'back' | 'selfie' = 'front',
  bytes = passport,
) =>
  wallet.uploadIdentityPicture(who, {
    params: { id },
    query: { side },
    body: { mediaType: 'image/jpeg', bytes },
  })

export const on = (id: Uuid) => ({ ...NONE, params: { id } })
export const submit = (who: PersonVisitor, id: Uuid, data: IdentityData) =>
  wallet.submitIdentityCheck(who, { ...on(id), body: { data, consent: true } })

/** A licence needs no reading, so that most tests are quick. */
export async function submitted(
  who: PersonVisitor,
  data: Partial<IdentityData> = {},
): Promise<Uuid> {
  const id = await start(who, 'driving_licence')
  body(await upload(who, id, 'front'))
  body(await upload(who, id, 'back'))
  body(await wallet.readIdentityDocument(who, on(id)))
  body(await submit(who, id, { ...DATA, document_number: newUuid().slice(0, 12), ...data }))
  return id
}

export async function version(id: Uuid): Promise<number> {
  return body(await review.getIdentityCase(staff, on(id))).check.version
}

export async function decide(
  id: Uuid,
  decision: Parameters<typeof review.decideIdentity>[1]['body'] extends infer B
    ? B extends { version: number }
      ? Omit<B, 'version'> & { version?: number }
      : never
    : never,
  who = staff,
) {
  return review.decideIdentity(who, {
    ...on(id),
    body: { version: await version(id), ...decision },
  })
}

export async function level(id: Uuid): Promise<number> {
  const rows = await queryText(people.deps.pool, 'SELECT level FROM app.account WHERE id = $1', [
    id,
  ])
  return rows.map((row) => readRow(row).integer())[0] ?? -1
}

export async function mails(to: Registered): Promise<number> {
  const { rows } = await people.deps.pool.query(
    "SELECT 1 FROM people.message WHERE recipient = $1 AND channel = 'mail'",
    [to.email],
  )
  return rows.length
}

export async function audited(subjectId: Uuid): Promise<string[]> {
  const { rows } = await people.deps.pool.query<{ action: string }>(
    'SELECT action FROM people.audit_entry WHERE subject_id = $1 ORDER BY id',
    [subjectId],
  )
  return rows.map(({ action }) => action)
}

export async function advanceTo(day: string): Promise<void> {
  const ms = Date.parse(day) - (await people.deps.now())
  const by = parseDuration(`PT${Math.floor(ms / 1000)}S`)
  if (!by.ok) throw new Error(by.refusal)
  await people.advance(by.value)
}

/** Links a card that its bank has verified. */
export async function withCard(personId: Uuid): Promise<void> {
  await insertCard(people.deps.pool, {
    id: newUuid(),
    personId,
    card: {
      ref: `pm_${personId}`,
      holder: `cus_${personId}`,
      fingerprint: personId,
      brand: 'visa',
      last4: '4242',
      expMonth: 12,
      expYear: 2040,
      country: 'DE',
    },
    isDefault: true,
    now: await people.deps.now(),
    dueAt: null,
  })
}
