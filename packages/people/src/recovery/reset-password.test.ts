import { MAIL_PAGES } from '@danbao/contracts/wallet'
import { addDuration, hours, milliseconds, newUuid, seconds } from '@danbao/kernel'
import { changeAccount } from '@danbao/core'
import { queryText } from '@danbao/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePerson, insertPerson, readPerson } from '../base/person.ts'
import { matchesSecret } from '../base/secrets.ts'
import { findSession } from '../base/sessions.ts'
import { solveCaptcha } from '../captcha/testing.ts'
import { createSettingsHandlers, readAccount } from '../settings/index.ts'
import {
  expectBody,
  expectRefusal,
  giveQuestions,
  historyOf,
  messagesTo,
  subjectsTo,
  TEST_ANSWERS,
  tokenTo,
} from '../settings/testing.ts'
import {
  openTestPeople,
  type Registered,
  TEST_PASSWORD,
  TEST_PAYMENT_PASSWORD,
  TEST_VISITOR,
  type TestPeople,
} from '../testing.ts'
import { createRecoveryHandlers, runDueRecoveries } from './index.ts'
import { askForReset, mailedResetToken, tryToPay } from './testing.ts'

const NEW_PASSWORD = 'seven quiet lanterns drift'
const WRONG = ['wrong', 'Grundschule am Park', 'Frau Meyer']

let people: TestPeople
let recovery: ReturnType<typeof createRecoveryHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  recovery = createRecoveryHandlers(people.deps)
})
afterAll(() => people.close())

const plain = { params: undefined, query: undefined } as const
const reset = (token: string, answers = TEST_ANSWERS, password = NEW_PASSWORD) =>
  recovery.resetPassword(TEST_VISITOR, { ...plain, body: { token, answers, password } })
const open = (token: string) =>
  recovery.openPasswordReset(TEST_VISITOR, { ...plain, body: { token } })

async function forgetful(): Promise<Registered> {
  const person = await people.registered()
  await giveQuestions(people, person.id)
  return person
}

describe('a forgotten password', () => {
  it('is replaced by link, three answers and a new one; every session ends', async () => {
    const anna = await forgetful()
    const token = await mailedResetToken(people, anna.email)
    const opened = expectBody(await open(token))
    expect(opened.questions.map(({ question }) => question)).toEqual([
      'first_pet',
      'first_school',
      'first_teacher',
    ])
    // Written another way, the answers are the same.
    expectBody(await reset(token, ['  wuschel', 'GRUNDSCHULE  am Park', 'frau meyer']))
    const person = await readPerson(people.deps.pool, anna.id)
    expect(await matchesSecret(person?.passwordHash ?? null, NEW_PASSWORD)).toBe(true)
    expect(await matchesSecret(person?.passwordHash ?? null, TEST_PASSWORD)).toBe(false)
    const session = anna.visitor.sessionToken ?? ''
    expect(await findSession(people.deps.pool, session, await people.deps.now())).toBeUndefined()
    expect(await subjectsTo(people, anna.email)).toEqual([
      'Set a new password',
      'Your account has a new password',
    ])
    expect(await messagesTo(people, anna.phone)).toHaveLength(2)
    expect(await historyOf(people, anna.id)).toEqual(['password_reset_requested', 'password_reset'])
  })

  it('leaves the money resting for 24 hours, to the millisecond', async () => {
    const anna = await forgetful()
    expectBody(await reset(await mailedResetToken(people, anna.email)))
    const { restingUntil } = await readAccount(people.deps.pool, anna.id)
    expect(restingUntil).toBe(addDuration(await people.deps.now(), hours(24)))
    expect(await tryToPay(people, anna.id)).toBe('account_resting')
    await people.advance(milliseconds(hours(24) - 1))
    expect(await tryToPay(people, anna.id)).toBe('account_resting')
    await people.advance(milliseconds(1))
    expect(await tryToPay(people, anna.id)).toBeUndefined()
  })

  it('does not thaw a frozen account', async () => {
    const anna = await forgetful()
    await changeAccount(people.deps.pool, anna.id, { frozenAt: await people.deps.now() })
    expectBody(await reset(await mailedResetToken(people, anna.email)))
    expect((await readAccount(people.deps.pool, anna.id)).frozenAt).not.toBeNull()
    await people.advance(hours(24))
    expect(await tryToPay(people, anna.id)).toBe('account_frozen')
  })

  it('is never the new one again, nor is one that was replaced before', async () => {
    const anna = await forgetful()
    const token = await mailedResetToken(people, anna.email)
    expect(expectRefusal(await reset(token, TEST_ANSWERS, TEST_PASSWORD)).code).toBe(
      'password_used',
    )
    expect(expectRefusal(await reset(token, TEST_ANSWERS, 'password1')).code).toBe('password_weak')
    // A refusal leaves the link as it was, and nothing half written.
    expect(await historyOf(people, anna.id)).toEqual(['password_reset_requested'])
    expect((await readAccount(people.deps.pool, anna.id)).restingUntil).toBeNull()
    expectBody(await reset(token))
    const second = await mailedResetToken(people, anna.email)
    for (const former of [TEST_PASSWORD, NEW_PASSWORD]) {
      const again = await reset(second, TEST_ANSWERS, former)
      expect(expectRefusal(again).code).toBe('password_used')
    }
  })
})

describe('the link', () => {
  it('is good once, also when it is used twice at once', async () => {
    const anna = await forgetful()
    const token = await mailedResetToken(people, anna.email)
    const both = await Promise.all([
      reset(token),
      reset(token, TEST_ANSWERS, 'nine brave otters hum'),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(expectRefusal(await reset(token)).code).toBe('link_invalid')
    expect(expectRefusal(await open(token)).code).toBe('link_invalid')
  })

  it('is good for an hour, and dies when a newer one is sent', async () => {
    const anna = await forgetful()
    const first = await mailedResetToken(people, anna.email)
    const second = await mailedResetToken(people, anna.email)
    expect(expectRefusal(await open(first)).code).toBe('link_invalid')
    await people.advance(seconds(3599))
    expectBody(await open(second))
    await people.advance(seconds(1))
    expect(expectRefusal(await open(second)).code).toBe('link_invalid')
    expect(expectRefusal(await reset(second)).code).toBe('link_invalid')
  })

  it('dies when the password is changed by its owner meanwhile', async () => {
    const anna = await forgetful()
    const token = await mailedResetToken(people, anna.email)
    const { changePassword } = createSettingsHandlers(people.deps)
    const body = { old_password: TEST_PASSWORD, new_password: 'nine brave otters hum' }
    expectBody(await changePassword(anna.visitor, { ...plain, body }))
    expect(expectRefusal(await reset(token)).code).toBe('link_invalid')
  })

  it('of one thing is of no use for another', async () => {
    const anna = await forgetful()
    const token = await mailedResetToken(people, anna.email)
    const body = { token }
    for (const asked of [
      recovery.openNewSecrets(TEST_VISITOR, { ...plain, body }),
      recovery.getRecovery(TEST_VISITOR, { ...plain, body }),
      recovery.confirmEmailRecovery(TEST_VISITOR, { ...plain, body }),
      recovery.stopEmailRecovery(TEST_VISITOR, { ...plain, body }),
      recovery.openPaymentPasswordReset(anna.visitor, { ...plain, body }),
    ]) {
      expect(expectRefusal(await asked).code).toBe('link_invalid')
    }
  })
})

describe('guessing the answers', () => {
  it('says how many tries are left and never which answer was wrong', async () => {
    const anna = await forgetful()
    const token = await mailedResetToken(people, anna.email)
    const one = expectRefusal(await reset(token, WRONG))
    expect(one).toMatchObject({ code: 'answers_wrong', members: { tries_left: '4' } })
    const all = expectRefusal(await reset(token, ['x', 'y', 'z']))
    expect({ ...all, members: {} }).toEqual({ ...one, members: {} })
  })

  it('goes no faster in parallel, and the lock holds for the right answers too', async () => {
    const anna = await forgetful()
    const token = await mailedResetToken(people, anna.email)
    const guesses = await Promise.all(Array.from({ length: 12 }, () => reset(token, WRONG)))
    const codes = guesses.map((result) => expectRefusal(result).code)
    expect(codes.filter((code) => code === 'answers_wrong')).toHaveLength(5)
    expect(codes.filter((code) => code === 'try_later')).toHaveLength(7)
    expect(expectRefusal(await reset(token)).code).toBe('try_later')
  })

  it('is locked for longer the next time, also with a new link', async () => {
    const anna = await forgetful()
    const lock = async () => {
      const token = await mailedResetToken(people, anna.email)
      for (let i = 0; i < 5; i += 1) await reset(token, WRONG)
      const until = expectRefusal(await reset(token)).members?.['locked_until']
      return typeof until === 'string' ? Date.parse(until) - (await people.deps.now()) : 0
    }
    expect(await lock()).toBe(hours(1))
    await people.advance(hours(1))
    expect(await lock()).toBe(hours(2))
  })

  it('is refused where there are no questions', async () => {
    const anna = await people.registered()
    const token = await mailedResetToken(people, anna.email)
    expect(expectBody(await open(token)).questions).toEqual([])
    expect(expectRefusal(await reset(token, ['', '', ''])).code).toBe('answers_wrong')
  })
})

describe('asking for a link', () => {
  const rows = async (table: 'message' | 'link' | 'reset_request') =>
    Number((await queryText(people.deps.pool, `SELECT count(*) FROM people.${table}`))[0]?.[0])

  it('answers and writes the same for an address that nobody has', async () => {
    const anna = await forgetful()
    await runDueRecoveries(people.deps)
    const [messages, links] = [await rows('message'), await rows('link')]
    const known = await askForReset(people, anna.email)
    expect([await rows('message'), await rows('link')]).toEqual([messages, links])
    const unknown = await askForReset(people, 'nobody@example.com')
    expect(unknown).toEqual(known)
    expect([await rows('message'), await rows('link')]).toEqual([messages, links])
    expect(await rows('reset_request')).toBe(2)
    await runDueRecoveries(people.deps)
    expect(await rows('reset_request')).toBe(0)
    expect(await messagesTo(people, 'nobody@example.com')).toEqual([])
    expect(await subjectsTo(people, anna.email)).toEqual(['Set a new password'])
  })

  it('needs a captcha that was not used before', async () => {
    const captcha = await solveCaptcha(people.deps, 'reset_password')
    const body = { email: 'nobody@example.com', captcha }
    expectBody(await recovery.requestPasswordReset(TEST_VISITOR, { ...plain, body }))
    for (const again of [body, { ...body, captcha: 'nonsense' }]) {
      const refused = await recovery.requestPasswordReset(TEST_VISITOR, { ...plain, body: again })
      expect(expectRefusal(refused).code).toBe('captcha_failed')
    }
  })

  it('fills nobody’s mailbox', async () => {
    const anna = await forgetful()
    for (let i = 0; i < 8; i += 1) await askForReset(people, anna.email)
    await runDueRecoveries(people.deps)
    expect(await subjectsTo(people, anna.email)).toHaveLength(5)
  })

  it('is answered once by two servers at once', async () => {
    const anna = await forgetful()
    await askForReset(people, anna.email)
    await Promise.all([1, 2, 3].map(() => runDueRecoveries(people.deps)))
    expect(await subjectsTo(people, anna.email)).toHaveLength(1)
  })

  it('leads back to the registration where that was not finished', async () => {
    const [id, now] = [newUuid(), await people.deps.now()]
    const email = 'half@example.com'
    await insertPerson(people.deps.pool, { id, email, language: 'ru', now })
    await askForReset(people, email)
    await runDueRecoveries(people.deps)
    expect(await subjectsTo(people, email)).toEqual(['Регистрация не закончена'])
    await expect(tokenTo(people, email, MAIL_PAGES.resetPassword)).rejects.toThrow()
  })

  it('says nothing about a closed account', async () => {
    const anna = await forgetful()
    const token = await mailedResetToken(people, anna.email)
    await changePerson(people.deps.pool, anna.id, { closedAt: await people.deps.now() })
    await askForReset(people, anna.email)
    await runDueRecoveries(people.deps)
    expect(await subjectsTo(people, anna.email)).toEqual(['Set a new password'])
    expect(expectRefusal(await reset(token)).code).toBe('link_invalid')
  })
})

describe('a forgotten payment password', () => {
  const ask = async (person: Registered, password = TEST_PASSWORD) =>
    recovery.requestPaymentPasswordReset(person.visitor, {
      ...plain,
      body: { password, captcha: await solveCaptcha(people.deps, 'reset_payment_password') },
    })
  const openIt = (person: Registered, token: string) =>
    recovery.openPaymentPasswordReset(person.visitor, { ...plain, body: { token } })
  const set = (person: Registered, token: string, answer: string, payment_password = '806215') =>
    recovery.resetPaymentPassword(person.visitor, {
      ...plain,
      body: { token, answer, payment_password },
    })
  const tokenOf = async (person: Registered): Promise<string> => {
    expectBody(await ask(person))
    return tokenTo(people, person.email, MAIL_PAGES.resetPaymentPassword)
  }
  const answerFor = (position: number) => TEST_ANSWERS[position - 1] ?? ''

  it('is replaced by login password, mail and one question; money rests', async () => {
    const anna = await forgetful()
    expect(expectRefusal(await ask(anna, 'wrong')).code).toBe('password_wrong')
    const token = await tokenOf(anna)
    const { question } = expectBody(await openIt(anna, token))
    expect(expectRefusal(await set(anna, token, 'wrong')).code).toBe('answers_wrong')
    const right = answerFor(question.position)
    expect(expectRefusal(await set(anna, token, right, TEST_PAYMENT_PASSWORD)).code).toBe(
      'password_used',
    )
    expectBody(await set(anna, token, right))
    const person = await readPerson(people.deps.pool, anna.id)
    expect(await matchesSecret(person?.paymentPasswordHash ?? null, '806215')).toBe(true)
    expect(await tryToPay(people, anna.id)).toBe('account_resting')
    expect(expectRefusal(await set(anna, token, right, '806216')).code).toBe('link_invalid')
  })

  it('asks the same question each time', async () => {
    const anna = await forgetful()
    const first = expectBody(await openIt(anna, await tokenOf(anna))).question
    const second = expectBody(await openIt(anna, await tokenOf(anna))).question
    expect(second).toEqual(first)
  })

  it('is not replaced by a link in the hands of somebody else who is signed in', async () => {
    const [anna, bob] = [await forgetful(), await forgetful()]
    const token = await tokenOf(anna)
    expect(expectRefusal(await openIt(bob, token)).code).toBe('link_invalid')
    for (const answer of TEST_ANSWERS) {
      expect(expectRefusal(await set(bob, token, answer)).code).toBe('link_invalid')
    }
    expectBody(await openIt(anna, token))
  })
})
