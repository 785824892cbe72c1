import { MAIL_PAGES } from '@danbao/contracts/wallet'
import { days, hours } from '@danbao/kernel'
import { queryText } from '@danbao/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePerson, readPerson } from '../base/person.ts'
import { matchesSecret } from '../base/secrets.ts'
import { createRecoveryHandlers } from '../recovery/index.ts'
import {
  openTestPeople,
  type Registered,
  TEST_PASSWORD,
  TEST_PAYMENT_PASSWORD,
  TEST_VISITOR,
  type TestPeople,
} from '../testing.ts'
import { createSettingsHandlers, forgetFormerDetails } from './index.ts'
import { expectBody, expectRefusal, giveQuestions, messagesTo } from './testing.ts'
import { TEST_ANSWERS, TEST_QUESTIONS, tokenTo } from './testing.ts'

const THIEFS_PHONE = '+4915199990001'
const THIEFS_QUESTIONS = [
  { question: 'first_job', answer: 'Bakery' },
  { question: 'first_trip', answer: 'Oslo' },
  { question: 'favourite_book', answer: 'Momo' },
] as const
const THIEFS_ANSWERS = THIEFS_QUESTIONS.map(({ answer }) => answer)

let people: TestPeople
let settings: ReturnType<typeof createSettingsHandlers>
let recovery: ReturnType<typeof createRecoveryHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  settings = createSettingsHandlers(people.deps)
  recovery = createRecoveryHandlers(people.deps)
})
afterAll(() => people.close())

const plain = { params: undefined, query: undefined } as const
const password = TEST_PASSWORD

async function owner(): Promise<Registered> {
  const anna = await people.registered()
  await giveQuestions(people, anna.id)
  return anna
}

async function takePhone({ visitor }: Registered, phone: string): Promise<void> {
  expectBody(await settings.requestPhoneChange(visitor, { ...plain, body: { password, phone } }))
  const sms = (await messagesTo(people, phone)).at(-1)?.text ?? ''
  const code = /\d{6}/.exec(sms)?.[0] ?? ''
  expectBody(await settings.confirmPhoneChange(visitor, { ...plain, body: { code } }))
}

async function takeQuestions({ visitor }: Registered): Promise<void> {
  const questions = [...THIEFS_QUESTIONS]
  expectBody(await settings.changeQuestions(visitor, { ...plain, body: { password, questions } }))
}

/** Answers the token by which the owner takes it back. */
async function takeAddress({ visitor, email: old }: Registered, email: string): Promise<string> {
  expectBody(await settings.requestEmailChange(visitor, { ...plain, body: { password, email } }))
  const token = await tokenTo(people, email, MAIL_PAGES.confirmEmailChange)
  expectBody(await settings.confirmEmailChange(TEST_VISITOR, { ...plain, body: { token } }))
  return tokenTo(people, old, MAIL_PAGES.undoEmailChange)
}

async function takeBack(token: string): Promise<void> {
  expectBody(await settings.undoEmailChange(TEST_VISITOR, { ...plain, body: { token } }))
}

const reset = async (anna: Registered, answers: readonly string[], next: string) =>
  recovery.resetPassword(TEST_VISITOR, {
    ...plain,
    body: {
      token: await tokenTo(people, anna.email, MAIL_PAGES.resetPassword),
      answers: [...answers],
      password: next,
    },
  })
const phoneOf = async ({ id }: Registered) => (await readPerson(people.deps.pool, id))?.phone
const keptOf = ({ id }: Registered) =>
  queryText(people.deps.pool, 'SELECT kind FROM people.former_detail WHERE person_id = $1', [id])

describe('the owner who takes the address back from a thief', () => {
  it('has the phone and the questions of before, and gets in by them alone', async () => {
    const anna = await owner()
    await takePhone(anna, THIEFS_PHONE)
    await takeQuestions(anna)
    await takeBack(await takeAddress(anna, 'thief@example.net'))
    expect(await phoneOf(anna)).toBe(anna.phone)
    const opened = await recovery.openPasswordReset(TEST_VISITOR, {
      ...plain,
      body: { token: await tokenTo(people, anna.email, MAIL_PAGES.resetPassword) },
    })
    expect(expectBody(opened).questions.map(({ question }) => question)).toEqual(
      TEST_QUESTIONS.map(({ question }) => question),
    )
    const thief = await reset(anna, THIEFS_ANSWERS, 'nine brave otters hum')
    expect(expectRefusal(thief).code).toBe('answers_wrong')
    expectBody(await reset(anna, TEST_ANSWERS, 'seven quiet lanterns drift'))
    expect(await keptOf(anna)).toEqual([])
  })

  it('has them also when the thief changed them after the address, and twice', async () => {
    const anna = await owner()
    const token = await takeAddress(anna, 'thief2@example.net')
    await takePhone(anna, '+4915199990002')
    await people.advance(hours(2))
    await takePhone(anna, '+4915199990003')
    await takeQuestions(anna)
    await takeBack(token)
    expect(await phoneOf(anna)).toBe(anna.phone)
    expectBody(await reset(anna, TEST_ANSWERS, 'seven quiet lanterns drift'))
  })

  it('has the payment password of before; that of the thief never works again', async () => {
    const anna = await owner()
    const body = {
      password,
      old_payment_password: TEST_PAYMENT_PASSWORD,
      new_payment_password: '806215',
    }
    expectBody(await settings.changePaymentPassword(anna.visitor, { ...plain, body }))
    await takeBack(await takeAddress(anna, 'thief3@example.net'))
    const hash = (await readPerson(people.deps.pool, anna.id))?.paymentPasswordHash ?? null
    expect(await matchesSecret(hash, TEST_PAYMENT_PASSWORD)).toBe(true)
  })

  it('keeps what was changed long before the thief came', async () => {
    const anna = await owner()
    await takePhone(anna, '+4915199990004')
    await people.advance(days(4))
    await takeBack(await takeAddress(anna, 'thief4@example.net'))
    expect(await phoneOf(anna)).toBe('+4915199990004')
  })

  it('is told on the own phone; the number of the thief hears that it is out', async () => {
    const anna = await owner()
    await takePhone(anna, '+4915199990005')
    await takeBack(await takeAddress(anna, 'thief5@example.net'))
    const last = async (to: string) => (await messagesTo(people, to)).at(-1)?.text
    expect(await last(anna.phone)).toContain('former e-mail address is back')
    expect(await last('+4915199990005')).toContain('not in use for the account any more')
    const mail = (await messagesTo(people, anna.email)).at(-1)?.text
    expect(mail).toContain('three days before the change was requested')
  })

  it('is not stopped by a number that another account has taken meanwhile', async () => {
    const anna = await owner()
    const bob = await people.registered()
    await takePhone(anna, '+4915199990006')
    await changePerson(people.deps.pool, bob.id, { phone: anna.phone })
    await takeBack(await takeAddress(anna, 'thief6@example.net'))
    expect(await phoneOf(anna)).toBe('+4915199990006')
    expect(await phoneOf(bob)).toBe(anna.phone)
  })
})

it('what was replaced is forgotten after 30 days', async () => {
  const anna = await owner()
  await takeQuestions(anna)
  await people.advance(days(29))
  await forgetFormerDetails(people.deps.pool, await people.deps.now())
  expect(await keptOf(anna)).toEqual([['questions']])
  await people.advance(days(2))
  await forgetFormerDetails(people.deps.pool, await people.deps.now())
  expect(await keptOf(anna)).toEqual([])
})
