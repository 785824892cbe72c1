import { MAIL_PAGES } from '@danbao/contracts/wallet'
import { hours, minutes, type Uuid } from '@danbao/kernel'
import { queryText } from '@danbao/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSession, openSession } from '../base/sessions.ts'
import { readPerson } from '../base/person.ts'
import { matchesSecret } from '../base/secrets.ts'
import {
  openTestPeople,
  type Registered,
  TEST_PASSWORD,
  TEST_VISITOR,
  type TestPeople,
} from '../testing.ts'
import { createSettingsHandlers, readAccount } from './index.ts'
import { expectBody, expectRefusal, historyOf, messagesTo, subjectsTo, tokenTo } from './testing.ts'

let people: TestPeople
let settings: ReturnType<typeof createSettingsHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  settings = createSettingsHandlers(people.deps)
})
afterAll(() => people.close())

const plain = { params: undefined, query: undefined } as const
const ask = (person: Registered, email: string, password = TEST_PASSWORD) =>
  settings.requestEmailChange(person.visitor, { ...plain, body: { password, email } })
const confirm = (token: string) =>
  settings.confirmEmailChange(TEST_VISITOR, { ...plain, body: { token } })
const undo = (token: string) =>
  settings.undoEmailChange(TEST_VISITOR, { ...plain, body: { token } })
const accountEmail = async (id: Uuid) =>
  (await queryText(people.deps.pool, 'SELECT email FROM app.account WHERE id = $1', [id]))[0]?.[0]

/** Changes the address all the way; answers the token that takes it back. */
async function change(person: Registered, email: string, from = person.email): Promise<string> {
  expectBody(await ask(person, email))
  expectBody(await confirm(await tokenTo(people, email, MAIL_PAGES.confirmEmailChange)))
  return tokenTo(people, from, MAIL_PAGES.undoEmailChange)
}

describe('a change of address', () => {
  it('happens when the new address confirms, and both are told', async () => {
    const anna = await people.registered()
    const asked = expectBody(await ask(anna, 'new1@example.com'))
    expect(asked).toMatchObject({ email: anna.email, email_change: { email: 'new1@example.com' } })
    expect(await accountEmail(anna.id)).toBe(anna.email)
    const token = await tokenTo(people, 'new1@example.com', MAIL_PAGES.confirmEmailChange)
    expect(expectBody(await confirm(token))).toMatchObject({ email: 'new1@example.com' })
    expect((await readPerson(people.deps.pool, anna.id))?.email).toBe('new1@example.com')
    expect(await accountEmail(anna.id)).toBe('new1@example.com')
    expect(await subjectsTo(people, anna.email)).toEqual([
      'Somebody wants to change your e-mail address',
      'Your e-mail address was changed',
    ])
    expect((await messagesTo(people, anna.phone)).map(({ channel }) => channel)).toHaveLength(2)
    expect(await historyOf(people, anna.id)).toEqual(['email_change_requested', 'email_changed'])
    expect(expectRefusal(await confirm(token)).code).toBe('link_invalid')
  })

  it('needs the password', async () => {
    const anna = await people.registered()
    const refusal = expectRefusal(await ask(anna, 'new2@example.com', 'wrong'))
    expect(refusal).toMatchObject({ code: 'password_wrong', members: { tries_left: '4' } })
    expect(await messagesTo(people, 'new2@example.com')).toEqual([])
  })

  it('lets no more than five of ten guesses of the password through at once', async () => {
    const anna = await people.registered()
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, at) => ask(anna, 'new3@example.com', `guess ${at}`)),
    )
    const codes = results.map((result) => expectRefusal(result).code)
    expect(codes.filter((code) => code === 'password_wrong')).toHaveLength(5)
    expect(expectRefusal(await ask(anna, 'new3@example.com')).code).toBe('try_later')
  })

  it('does not tell that an address is taken, but its owner', async () => {
    const anna = await people.registered()
    const bob = await people.registered()
    const free = expectBody(await ask(anna, 'free@example.com'))
    const taken = expectBody(await ask(anna, bob.email.toUpperCase()))
    const plainly = ({ email_change }: typeof free) => ({ ...email_change, email: '' })
    expect(plainly(taken)).toEqual(plainly(free))
    expect(await subjectsTo(people, bob.email)).toEqual(['This address has an account already'])
  })

  it('is refused when somebody took the address meanwhile, and nothing is half done', async () => {
    const anna = await people.registered()
    expectBody(await ask(anna, 'raced@example.com'))
    const bob = await people.registered({ email: 'raced@example.com' })
    const token = await tokenTo(people, bob.email, MAIL_PAGES.confirmEmailChange)
    expect(expectRefusal(await confirm(token)).code).toBe('email_in_use')
    expect((await readPerson(people.deps.pool, anna.id))?.email).toBe(anna.email)
    expect(await historyOf(people, anna.id)).toEqual(['email_change_requested'])
  })

  it('can be mailed again after a minute; the earlier link dies', async () => {
    const anna = await people.registered()
    const again = () => settings.resendEmailChange(anna.visitor, { ...plain, body: undefined })
    expect(expectRefusal(await again()).code).toBe('wrong_state')
    expectBody(await ask(anna, 'again@example.com'))
    const first = await tokenTo(people, 'again@example.com', MAIL_PAGES.confirmEmailChange)
    expect(expectRefusal(await again()).code).toBe('try_later')
    await people.advance(minutes(1))
    expectBody(await again())
    expect(expectRefusal(await confirm(first)).code).toBe('link_invalid')
    expectBody(
      await confirm(await tokenTo(people, 'again@example.com', MAIL_PAGES.confirmEmailChange)),
    )
  })

  it('ends after 24 hours, and when it is called off', async () => {
    const anna = await people.registered()
    expectBody(await ask(anna, 'late@example.com'))
    await people.advance(hours(24))
    const late = await tokenTo(people, 'late@example.com', MAIL_PAGES.confirmEmailChange)
    expect(expectRefusal(await confirm(late)).code).toBe('link_invalid')
    const bob = await people.registered()
    expectBody(await ask(bob, 'off@example.com'))
    const view = await settings.cancelEmailChange(bob.visitor, { ...plain, body: undefined })
    expect(expectBody(view).email_change).toBeNull()
    const off = await tokenTo(people, 'off@example.com', MAIL_PAGES.confirmEmailChange)
    expect(expectRefusal(await confirm(off)).code).toBe('link_invalid')
  })
})

describe('taking a change of address back', () => {
  it('gives the address back, ends every session and every password, and money rests', async () => {
    const anna = await people.registered()
    const token = await change(anna, 'thief1@example.com')
    const now = await people.deps.now()
    const thief = { owner: { personId: anna.id }, kind: 'full', visit: TEST_VISITOR, now } as const
    const session = await openSession(people.deps.pool, thief)
    expect(expectBody(await undo(token))).toMatchObject({ email: anna.email })
    const person = await readPerson(people.deps.pool, anna.id)
    expect(person?.email).toBe(anna.email)
    expect(await accountEmail(anna.id)).toBe(anna.email)
    expect(await findSession(people.deps.pool, session.token, now)).toBeUndefined()
    expect(await matchesSecret(person?.passwordHash ?? null, TEST_PASSWORD)).toBe(false)
    expect((await readAccount(people.deps.pool, anna.id)).restingUntil).toBe(now + hours(24))
    expect(await tokenTo(people, anna.email, MAIL_PAGES.resetPassword)).not.toBe('')
    expect(expectRefusal(await undo(token)).code).toBe('link_invalid')
  })

  it('works for 72 hours and not a moment longer', async () => {
    const [anna, bob] = [await people.registered(), await people.registered()]
    const [first, second] = [
      await change(anna, 'within@example.com'),
      await change(bob, 'after@example.com'),
    ]
    await people.advance(hours(71))
    expectBody(await undo(first))
    await people.advance(hours(1))
    expect(expectRefusal(await undo(second)).code).toBe('link_invalid')
    expect((await readPerson(people.deps.pool, bob.id))?.email).toBe('after@example.com')
  })

  it('takes later changes back too, which can then not undo it', async () => {
    const anna = await people.registered()
    const owners = await change(anna, 'thief2@example.com')
    const thiefs = await change(anna, 'thief3@example.com', 'thief2@example.com')
    expectBody(await undo(owners))
    expect((await readPerson(people.deps.pool, anna.id))?.email).toBe(anna.email)
    expect(expectRefusal(await undo(thiefs)).code).toBe('link_invalid')
  })

  it('throws away the passkeys and apps that came since', async () => {
    const anna = await people.registered()
    await people.deps.pool.query(
      `INSERT INTO people.totp (owner_id, secret, created_at) VALUES ($1, '\\x00', $2)`,
      [anna.id, new Date(await people.deps.now())],
    )
    const token = await change(anna, 'thief4@example.com')
    expectBody(await undo(token))
    const left = await queryText(
      people.deps.pool,
      'SELECT 1 FROM people.totp WHERE owner_id = $1',
      [anna.id],
    )
    expect(left).toEqual([])
  })
})
