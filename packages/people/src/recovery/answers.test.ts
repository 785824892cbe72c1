import { MAIL_PAGES } from '@danbao/contracts/wallet'
import { formatInstant, addDuration, hours, newUuid, type Uuid } from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attempt } from '../base/attempt.ts'
import { readPerson } from '../base/person.ts'
import { matchesSecret } from '../base/secrets.ts'
import { listDocuments } from '../identity/index.ts'
import { ANNA, drawSpecimen } from '../identity/specimen.ts'
import { readQuestions } from '../settings/index.ts'
import {
  expectBody,
  expectRefusal,
  giveQuestions,
  historyOf,
  messagesTo,
  subjectsTo,
  tokenTo,
} from '../settings/testing.ts'
import { openTestPeople, type Registered, TEST_VISITOR, type TestPeople } from '../testing.ts'
import { createRecoveryHandlers, decideRecovery, readRecovery } from './index.ts'
import { mailedResetToken, tryToPay } from './testing.ts'

const NEW_PASSWORD = 'seven quiet lanterns drift'
const NEW_QUESTIONS = [
  { question: 'first_job', answer: 'Bakery' },
  { question: 'first_trip', answer: 'Oslo' },
  { question: 'favourite_book', answer: 'Momo' },
] as const

let people: TestPeople
let recovery: ReturnType<typeof createRecoveryHandlers>
let scan: Buffer
beforeAll(async () => {
  people = await openTestPeople()
  recovery = createRecoveryHandlers(people.deps)
  scan = await drawSpecimen(ANNA, 'passport')
})
afterAll(() => people.close())

const plain = { params: undefined, query: undefined } as const
const send = (token: string, bytes: Uint8Array = scan, mediaType = 'image/jpeg') =>
  recovery.sendRecoveryDocument(TEST_VISITOR, {
    params: undefined,
    query: { token },
    body: { bytes, mediaType },
  })
const status = (token: string) => recovery.getRecovery(TEST_VISITOR, { ...plain, body: { token } })
const setSecrets = (token: string, password = NEW_PASSWORD) =>
  recovery.setNewSecrets(TEST_VISITOR, {
    ...plain,
    body: { token, password, questions: [...NEW_QUESTIONS] },
  })

interface Opened {
  readonly person: Registered
  readonly statusToken: string
  readonly id: Uuid
}

async function opened(): Promise<Opened> {
  const person = await people.registered()
  await giveQuestions(people, person.id)
  const view = expectBody(await send(await mailedResetToken(people, person.email)))
  return { person, statusToken: view.status_token ?? '', id: await recoveryOf(person.id) }
}

async function recoveryOf(personId: Uuid): Promise<Uuid> {
  const sql = 'SELECT id FROM people.recovery WHERE person_id = $1 ORDER BY id DESC LIMIT 1'
  const rows = await queryText(people.deps.pool, sql, [personId])
  return rows.map((row) => readRow(row).text())[0] ?? ''
}

const decide = (recoveryId: Uuid, decision: 'approve' | 'refuse', reason = 'The scan is dark.') =>
  attempt(people.deps.pool, async (client) => {
    const now = await people.deps.now()
    const staffId = newUuid()
    return decideRecovery(client, people.deps, { recoveryId, staffId, decision, reason, now })
  })

describe('a scan instead of the answers', () => {
  it('goes to staff, who have 48 hours; the clock is shown by the token', async () => {
    const { person, statusToken, id } = await opened()
    const now = await people.deps.now()
    const decide_by = formatInstant(addDuration(now, hours(48)))
    expect(expectBody(await status(statusToken))).toMatchObject({
      kind: 'answers',
      state: 'open',
      decide_by,
    })
    const cases = await queryText(
      people.deps.pool,
      'SELECT kind, person_id, due_at FROM people.staff_case WHERE subject_id = $1',
      [id],
    )
    expect(cases.map((row) => row.slice(0, 2))).toEqual([['recovery', person.id]])
    const [document] = await listDocuments(people.deps.pool, id)
    expect(document).toMatchObject({ personId: person.id, side: 'front' })
    expect(await subjectsTo(people, person.email)).toContain(
      'Forgot password: we have your document',
    )
    expect(await historyOf(people, person.id)).toContain('recovery_requested')
  })

  it('uses the link up; what is no picture does not', async () => {
    const person = await people.registered()
    const token = await mailedResetToken(people, person.email)
    const broken = expectRefusal(await send(token, Buffer.from('%PDF-nonsense')))
    expect(['file_unreadable', 'file_type']).toContain(broken.code)
    expect(expectRefusal(await send(token, Buffer.from('MZ'), 'image/png')).code).toBe('file_type')
    expectBody(await send(token))
    expect(expectRefusal(await send(token)).code).toBe('link_invalid')
    expect(expectRefusal(await send('unknown')).code).toBe('link_invalid')
  })

  it('sent again replaces the scan and not the deadline', async () => {
    const { person, id } = await opened()
    const before = await readRecovery(people.deps.pool, people.deps, id)
    await people.advance(hours(5))
    expectBody(await send(await mailedResetToken(people, person.email)))
    expect(await recoveryOf(person.id)).toBe(id)
    const after = await readRecovery(people.deps.pool, people.deps, id)
    expect(after?.decideBy).toBe(before?.decideBy)
    expect(after?.documentId).not.toBe(before?.documentId)
    expect(await listDocuments(people.deps.pool, id)).toHaveLength(1)
  })
})

describe('the decision of staff', () => {
  it('when they agree sends a link for a new password and new questions', async () => {
    const { person, statusToken, id } = await opened()
    expect((await decide(id, 'approve')).ok).toBe(true)
    expect(expectBody(await status(statusToken)).state).toBe('approved')
    const token = await tokenTo(people, person.email, MAIL_PAGES.newSecrets)
    expectBody(await recovery.openNewSecrets(TEST_VISITOR, { ...plain, body: { token } }))
    expectBody(await setSecrets(token))
    const now = await readPerson(people.deps.pool, person.id)
    expect(await matchesSecret(now?.passwordHash ?? null, NEW_PASSWORD)).toBe(true)
    const questions = await readQuestions(people.deps.pool, person.id)
    expect(questions.map(({ question }) => question)).toEqual(
      NEW_QUESTIONS.map(({ question }) => question),
    )
    expect(await tryToPay(people, person.id)).toBe('account_resting')
    expect(expectBody(await status(statusToken)).state).toBe('done')
    expect(expectRefusal(await setSecrets(token)).code).toBe('link_invalid')
  })

  it('when they do not agree tells the reason, by mail and by the token', async () => {
    const { person, statusToken, id } = await opened()
    expect((await decide(id, 'refuse')).ok).toBe(true)
    expect(expectBody(await status(statusToken))).toMatchObject({
      state: 'refused',
      refusal_reason: 'The scan is dark.',
    })
    const mail = (await messagesTo(people, person.email)).at(-1)
    expect(mail?.text).toContain('The scan is dark.')
    const open = 'SELECT 1 FROM people.staff_case WHERE subject_id = $1 AND closed_at IS NULL'
    expect(await queryText(people.deps.pool, open, [id])).toEqual([])
    expect(expectRefusal(await decide(id, 'approve')).code).toBe('wrong_state')
    expectBody(await send(await mailedResetToken(people, person.email)))
    expect(await recoveryOf(person.id)).not.toBe(id)
  })

  it('is made once, by two at once too', async () => {
    const { person, id } = await opened()
    const both = await Promise.all([decide(id, 'approve'), decide(id, 'refuse')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await subjectsTo(people, person.email)).toHaveLength(3)
    expect(expectRefusal(await decide(newUuid(), 'approve')).code).toBe('not_found')
  })

  it('leaves nothing half done when it fails in the middle', async () => {
    const { person, id } = await opened()
    const before = (await messagesTo(people, person.email)).length
    await expect(
      attempt(people.deps.pool, async (client) => {
        const now = await people.deps.now()
        const staffId = newUuid()
        const decision = { recoveryId: id, staffId, decision: 'approve', reason: '', now } as const
        await decideRecovery(client, people.deps, decision)
        throw new Error('the power fails')
      }),
    ).rejects.toThrow('the power fails')
    expect((await readRecovery(people.deps.pool, people.deps, id))?.state).toBe('open')
    expect(await messagesTo(people, person.email)).toHaveLength(before)
  })

  it('is of use for 72 hours', async () => {
    const { person, id } = await opened()
    await decide(id, 'approve')
    const token = await tokenTo(people, person.email, MAIL_PAGES.newSecrets)
    await people.advance(hours(72))
    expect(expectRefusal(await setSecrets(token)).code).toBe('link_invalid')
  })
})
