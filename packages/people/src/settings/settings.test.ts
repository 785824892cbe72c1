import { addDuration, formatInstant, hours, minutes } from '@danbao/kernel'
import { changeAccount } from '@danbao/core'
import { queryText } from '@danbao/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSession, openSession } from '../base/sessions.ts'
import { readPerson } from '../base/person.ts'
import { matchesSecret } from '../base/secrets.ts'
import {
  openTestPeople,
  type Registered,
  TEST_PASSWORD,
  TEST_PAYMENT_PASSWORD,
  TEST_VISITOR,
  type TestPeople,
} from '../testing.ts'
import { createSettingsHandlers, wantsNotice } from './index.ts'
import {
  expectBody,
  expectRefusal,
  giveQuestions,
  historyOf,
  messagesTo,
  subjectsTo,
  TEST_QUESTIONS,
} from './testing.ts'

const NEW_PASSWORD = 'seven quiet lanterns drift'

let people: TestPeople
let settings: ReturnType<typeof createSettingsHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  settings = createSettingsHandlers(people.deps)
})
afterAll(() => people.close())

const plain = { params: undefined, query: undefined } as const
const nothing = { ...plain, body: undefined } as const

async function anotherSession(person: Registered): Promise<string> {
  const now = await people.deps.now()
  const session = {
    owner: { personId: person.id },
    kind: 'full',
    visit: TEST_VISITOR,
    now,
  } as const
  return (await openSession(people.deps.pool, session)).token
}

describe('the profile', () => {
  const change = (person: Registered, body: Parameters<typeof settings.changeProfile>[1]['body']) =>
    settings.changeProfile(person.visitor, { ...plain, body })

  it('changes what is named, and the name where money is', async () => {
    const anna = await people.registered()
    const view = expectBody(await change(anna, { family_name: 'Lind', city: 'Potsdam' }))
    expect(view.profile).toMatchObject({ given_name: 'Anna', family_name: 'Lind', city: 'Potsdam' })
    const sql = 'SELECT name FROM app.account WHERE id = $1'
    expect(await queryText(people.deps.pool, sql, [anna.id])).toEqual([['Anna Lind']])
    expect(await historyOf(people, anna.id)).toEqual(['profile_changed'])
  })

  it('has a postcode where the country has any, and only there', async () => {
    const anna = await people.registered()
    const view = expectBody(await change(anna, { country: 'HK', city: 'Kowloon' }))
    expect(view.profile).toMatchObject({ country: 'HK', postal_code: null })
    const refusal = expectRefusal(await change(anna, { country: 'DE' }))
    expect(refusal.errors).toMatchObject([{ pointer: '/postal_code', code: 'required' }])
    const back = expectBody(await change(anna, { country: 'DE', postal_code: '10115' }))
    expect(back.profile).toMatchObject({ country: 'DE', postal_code: '10115' })
  })

  it('keeps name and country once documents proved them; the rest can be changed', async () => {
    const anna = await people.registered()
    await changeAccount(people.deps.pool, anna.id, { level: 2 })
    for (const body of [{ given_name: 'Ann' }, { country: 'FR' }] as const) {
      expect(expectRefusal(await change(anna, { ...body, city: 'X' })).code).toBe('profile_locked')
    }
    const view = expectBody(await change(anna, { given_name: 'Anna', street: 'Neue Str. 2' }))
    expect(view.profile).toMatchObject({ street: 'Neue Str. 2', city: 'Berlin', locked: true })
  })
})

describe('the language', () => {
  it('is that of the mails and SMS from then on', async () => {
    const anna = await people.registered()
    const change = { ...plain, body: { language: 'ru' } } as const
    expect(expectBody(await settings.changeLanguage(anna.visitor, change)).language).toBe('ru')
    const body = { old_password: TEST_PASSWORD, new_password: NEW_PASSWORD }
    expectBody(await settings.changePassword(anna.visitor, { ...plain, body }))
    const told = await messagesTo(people, anna.email)
    expect(told.map(({ subject }) => subject)).toEqual([expect.stringMatching(/парол/)])
    expect((await messagesTo(people, anna.phone))[0]?.text).toMatch(/парол/)
  })
})

describe('notices', () => {
  it('can be turned off by kind; those about safety are no choice', async () => {
    const anna = await people.registered()
    const all = { payments: false, disputes: true, reminders: true, news: true }
    expectBody(await settings.changeNotices(anna.visitor, { ...plain, body: all }))
    expect(expectBody(await settings.getSettings(anna.visitor, nothing)).notices).toEqual(all)
    expect(await wantsNotice(people.deps.pool, anna.id, 'payments')).toBe(false)
    expect(await wantsNotice(people.deps.pool, anna.id, 'disputes')).toBe(true)
  })
})

describe('a new phone number', () => {
  const ask = (person: Registered, phone: string) =>
    settings.requestPhoneChange(person.visitor, {
      ...plain,
      body: { password: TEST_PASSWORD, phone },
    })
  const confirm = (person: Registered, code: string) =>
    settings.confirmPhoneChange(person.visitor, { ...plain, body: { code } })
  const codeTo = async (phone: string) =>
    /\d{6}/.exec((await messagesTo(people, phone)).at(-1)?.text ?? '')?.[0] ?? ''

  it('is confirmed by a code, the old one is told, other sessions end', async () => {
    const anna = await people.registered()
    const other = await anotherSession(anna)
    expect(expectBody(await ask(anna, '0151 99999001')).phone_change?.phone).toBe('+4915199999001')
    const view = expectBody(await confirm(anna, await codeTo('+4915199999001')))
    expect(view).toMatchObject({ phone: '+4915199999001', phone_change: null })
    expect((await messagesTo(people, anna.phone)).at(-1)?.text).toContain('another number')
    expect(await subjectsTo(people, anna.email)).toEqual(['Your phone number was changed'])
    const now = await people.deps.now()
    expect(await findSession(people.deps.pool, other, now)).toBeUndefined()
    const own = anna.visitor.sessionToken ?? ''
    expect(await findSession(people.deps.pool, own, now)).toBeDefined()
  })

  it('says only to who has the phone that it is somebody else’s', async () => {
    const [anna, bob] = [await people.registered(), await people.registered()]
    expectBody(await ask(anna, bob.phone))
    const refusal = expectRefusal(await confirm(anna, await codeTo(bob.phone)))
    expect(refusal.code).toBe('phone_in_use')
    expect((await readPerson(people.deps.pool, anna.id))?.phone).toBe(anna.phone)
  })

  it('goes to one of two accounts that take it at once', async () => {
    const all = [await people.registered(), await people.registered()]
    for (const person of all) expectBody(await ask(person, '+4915199999002'))
    const texts = (await messagesTo(people, '+4915199999002')).map(({ text }) => text)
    const codes = texts.map((text) => /\d{6}/.exec(text)?.[0] ?? '')
    const taken = await Promise.all(all.map((person, at) => confirm(person, codes[at] ?? '')))
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1)
    const lost = taken.find(({ ok }) => !ok)
    expect(lost && expectRefusal(lost).code).toBe('phone_in_use')
  })

  it('is refused when it is no mobile number, the same, or asked for too often', async () => {
    const anna = await people.registered()
    expect(expectRefusal(await ask(anna, '+49 30 901820')).code).toBe('phone_invalid')
    expect(expectRefusal(await ask(anna, anna.phone)).code).toBe('invalid_request')
    expectBody(await ask(anna, '+4915199999003'))
    expect(expectRefusal(await ask(anna, '+4915199999004')).code).toBe('try_later')
    expect(expectRefusal(await confirm(anna, '12345x')).code).toBe('code_wrong')
    await people.advance(minutes(5))
    const code = await codeTo('+4915199999003')
    expect(expectRefusal(await confirm(anna, code)).code).toBe('code_gone')
  })
})

describe('the login password', () => {
  const change = (person: Registered, old_password: string, new_password: string) =>
    settings.changePassword(person.visitor, { ...plain, body: { old_password, new_password } })

  it('is replaced, every other session ends, every channel is told', async () => {
    const anna = await people.registered()
    const other = await anotherSession(anna)
    expectBody(await change(anna, TEST_PASSWORD, NEW_PASSWORD))
    const { passwordHash = null } = (await readPerson(people.deps.pool, anna.id)) ?? {}
    expect(await matchesSecret(passwordHash, NEW_PASSWORD)).toBe(true)
    expect(await findSession(people.deps.pool, other, await people.deps.now())).toBeUndefined()
    expect(await subjectsTo(people, anna.email)).toEqual(['Your password was changed'])
    expect(await messagesTo(people, anna.phone)).toHaveLength(1)
    expect(await historyOf(people, anna.id)).toEqual(['password_changed'])
  })

  it('never works again once it was replaced, also not as a new one', async () => {
    const anna = await people.registered()
    expect(expectRefusal(await change(anna, TEST_PASSWORD, TEST_PASSWORD)).code).toBe(
      'password_used',
    )
    expectBody(await change(anna, TEST_PASSWORD, NEW_PASSWORD))
    expectBody(await change(anna, NEW_PASSWORD, 'nine brave otters hum'))
    for (const former of [TEST_PASSWORD, NEW_PASSWORD]) {
      const again = await change(anna, 'nine brave otters hum', former)
      expect(expectRefusal(again).code).toBe('password_used')
    }
  })

  it('is not replaced by a weak one, nor without the old one', async () => {
    const anna = await people.registered()
    expect(expectRefusal(await change(anna, TEST_PASSWORD, 'password123')).code).toBe(
      'password_weak',
    )
    expect(expectRefusal(await change(anna, 'wrong', NEW_PASSWORD)).code).toBe('password_wrong')
    expect(await historyOf(people, anna.id)).toEqual([])
  })

  it('is replaced by one of two changes at once', async () => {
    const anna = await people.registered()
    const both = await Promise.all(
      [NEW_PASSWORD, 'nine brave otters hum'].map((next) => change(anna, TEST_PASSWORD, next)),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('the payment password', () => {
  const change = (person: Registered, old: string, next: string, password = TEST_PASSWORD) =>
    settings.changePaymentPassword(person.visitor, {
      ...plain,
      body: { password, old_payment_password: old, new_payment_password: next },
    })

  it('needs the login password and the old one', async () => {
    const anna = await people.registered()
    const bad = await change(anna, TEST_PAYMENT_PASSWORD, '806215', 'wrong')
    expect(expectRefusal(bad).code).toBe('password_wrong')
    expect(expectRefusal(await change(anna, '000000', '806215')).code).toBe('password_wrong')
    expect(expectRefusal(await change(anna, TEST_PAYMENT_PASSWORD, '123456')).code).toBe(
      'payment_password_weak',
    )
    expectBody(await change(anna, TEST_PAYMENT_PASSWORD, '806215'))
    const back = await change(anna, '806215', TEST_PAYMENT_PASSWORD)
    expect(expectRefusal(back).code).toBe('password_used')
    expect(await historyOf(people, anna.id)).toEqual(['payment_password_changed'])
  })

  it('can not be guessed here', async () => {
    const anna = await people.registered()
    const guesses = Array.from({ length: 8 }, (_, at) => change(anna, `10000${at}`, '806215'))
    const codes = (await Promise.all(guesses)).map((result) => expectRefusal(result).code)
    expect(codes.filter((code) => code === 'password_wrong')).toHaveLength(5)
    expect(expectRefusal(await change(anna, TEST_PAYMENT_PASSWORD, '806215')).code).toBe(
      'try_later',
    )
  })
})

describe('security questions', () => {
  it('are replaced all at once; two that are the same are refused', async () => {
    const anna = await people.registered()
    await giveQuestions(people, anna.id)
    const change = (
      questions: Parameters<typeof settings.changeQuestions>[1]['body']['questions'],
    ) =>
      settings.changeQuestions(anna.visitor, {
        ...plain,
        body: { password: TEST_PASSWORD, questions },
      })
    const [first, second] = TEST_QUESTIONS
    expect(expectRefusal(await change([first, second, first])).code).toBe('invalid_request')
    const others = [
      { question: 'first_job', answer: 'Bakery' },
      { question: 'first_trip', answer: 'Oslo' },
      { question: 'favourite_book', answer: 'Momo' },
    ] as const
    const view = expectBody(await change([...others]))
    expect(view.questions.map(({ question }) => question)).toEqual([
      'first_job',
      'first_trip',
      'favourite_book',
    ])
    expect(JSON.stringify(view)).not.toContain('Bakery')
    expect(await subjectsTo(people, anna.email)).toEqual(['Your security questions were changed'])
  })
})

describe('the history', () => {
  it('comes in pages, newest first, and is one’s own', async () => {
    const [anna, bob] = [await people.registered(), await people.registered()]
    for (const city of ['A', 'B', 'C']) {
      await settings.changeProfile(anna.visitor, { ...plain, body: { city } })
    }
    const read = (who: Registered, query: { limit?: number; cursor?: string }) =>
      settings.listHistory(who.visitor, { params: undefined, body: undefined, query })
    const first = expectBody(await read(anna, { limit: 2 }))
    expect(first.data).toHaveLength(2)
    const cursor = first.next_cursor ?? ''
    const rest = expectBody(await read(anna, { limit: 2, cursor }))
    expect(rest.data).toHaveLength(1)
    expect(rest.next_cursor).toBeNull()
    expect(expectBody(await read(bob, { cursor })).data).toEqual([])
    expect(expectRefusal(await read(anna, { cursor: 'nonsense' })).code).toBe('invalid_cursor')
  })
})

it('shows until when money rests', async () => {
  const anna = await people.registered()
  const shown = async () =>
    expectBody(await settings.getSettings(anna.visitor, nothing)).money_rests_until
  const restingUntil = addDuration(await people.deps.now(), hours(24))
  await changeAccount(people.deps.pool, anna.id, { restingUntil })
  expect(await shown()).toBe(formatInstant(restingUntil))
  await people.advance(hours(24))
  expect(await shown()).toBeNull()
})
