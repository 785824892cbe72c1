import { REFUND_CONSENT, type Registration } from '@danbao/contracts/wallet'
import { days, hours, minutes, seconds } from '@danbao/kernel'
import { queryText } from '@danbao/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonVisitor, Visitor } from '../base/handling.ts'
import { findPersonByEmail, readPerson } from '../base/person.ts'
import { matchesSecret } from '../base/secrets.ts'
import { findSession } from '../base/sessions.ts'
import { identify } from '../identify.ts'
import { createSignInHandlers } from '../sign-in/index.ts'
import {
  openTestPeople,
  queuedMessages,
  solveCaptcha,
  TEST_PASSWORD,
  TEST_PAYMENT_PASSWORD,
  TEST_VISITOR,
  type TestPeople,
} from '../testing.ts'
import { createRegistrationHandlers, eraseAbandoned, normaliseAnswer } from './index.ts'

let people: TestPeople
let handlers: ReturnType<typeof createRegistrationHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  handlers = createRegistrationHandlers(people.deps)
})
afterAll(() => people.close())

const body = <T>(value: T) => ({ params: undefined, query: undefined, body: value })
const noInput = { params: undefined, query: undefined, body: undefined }

let places = 0
function stranger(change: Partial<Visitor> = {}): Visitor {
  places += 1
  return { ...TEST_VISITOR, ip: `198.18.${places >> 8}.${places & 255}`, ...change }
}

let newcomers = 0
function newAddress(): string {
  newcomers += 1
  return `newcomer${newcomers}@example.org`
}

function newPhone(): string {
  newcomers += 1
  return `+4917612345${String(newcomers).padStart(3, '0')}`
}

async function start(email: string, visitor = stranger(), language: 'en' | 'ru' | 'zh' = 'en') {
  const captcha = await solveCaptcha(people.deps, 'register')
  return handlers.startRegistration(visitor, body({ email, language, captcha }))
}

async function started(email: string): Promise<string> {
  const answer = await start(email)
  if (!answer.ok) throw new Error(answer.refusal.detail)
  return answer.value.body.request
}

const mailsTo = async (email: string) => queuedMessages(people, email)
const lastToken = async (email: string) => (await mailsTo(email)).at(-1)?.token ?? ''
const confirm = (token: string, visitor = stranger()) =>
  handlers.confirmEmail(visitor, body({ token }))

async function visitorOf(session: string | null | undefined): Promise<PersonVisitor> {
  const found = await findSession(people.deps.pool, session ?? '', await people.deps.now())
  if (found === undefined || found.personId === null) throw new Error('there is no session')
  const { id: sessionId, personId } = found
  return { ...stranger(), personId, sessionId, sessionToken: session ?? undefined }
}

/** Somebody whose address is confirmed. */
async function confirmed(email = newAddress()): Promise<PersonVisitor> {
  await started(email)
  const answer = await confirm(await lastToken(email))
  if (!answer.ok) throw new Error(answer.refusal.detail)
  return visitorOf(answer.value.session)
}

let documents = 0
const profile = () => {
  documents += 1
  return {
    given_name: 'Lena',
    family_name: 'Fischer',
    country: 'DE',
    document_type: 'passport',
    document_number: `C01X${String(documents).padStart(5, '0')}`,
    street: 'Invalidenstr. 1',
    city: 'Berlin',
    postal_code: '10115',
    region: 'Berlin',
  } as const
}

const sendCode = async (who: PersonVisitor, phone: string) =>
  handlers.sendPhoneCode(
    who,
    body({ phone, captcha: await solveCaptcha(people.deps, 'phone_code') }),
  )
const codeTo = async (phone: string) => (await queuedMessages(people, phone)).at(-1)?.code ?? ''
const otherThan = (code: string) => (code === '000000' ? '000001' : '000000')

const QUESTIONS = [
  { question: 'first_pet', answer: 'Rex' },
  { question: 'first_job', answer: 'Post' },
  { question: 'mother_birthplace', answer: 'Bonn' },
] as const
const questions = () => body({ questions: QUESTIONS.map((one) => ({ ...one })) })
const consent = body({
  id: REFUND_CONSENT.id,
  version: REFUND_CONSENT.version,
  agreed: true as const,
})

const STEPS = {
  profile: (who: PersonVisitor) => handlers.setProfile(who, body(profile())),
  phone: async (who: PersonVisitor) => {
    const phone = newPhone()
    await sendCode(who, phone)
    return handlers.confirmPhone(who, body({ code: await codeTo(phone) }))
  },
  password: (who: PersonVisitor) => handlers.setPassword(who, body({ password: TEST_PASSWORD })),
  payment_password: (who: PersonVisitor) =>
    handlers.setPaymentPassword(who, body({ payment_password: TEST_PAYMENT_PASSWORD })),
  questions: (who: PersonVisitor) => handlers.setQuestions(who, questions()),
  consent: (who: PersonVisitor) => handlers.giveConsent(who, consent),
}
const ORDER = ['profile', 'phone', 'password', 'payment_password', 'questions', 'consent'] as const
type Step = (typeof ORDER)[number]

async function upTo(who: PersonVisitor, step: Step): Promise<void> {
  for (const each of ORDER.slice(0, ORDER.indexOf(step))) {
    const taken = await STEPS[each](who)
    if (!taken.ok) throw new Error(taken.refusal.detail)
  }
}

async function registered(email = newAddress()): Promise<PersonVisitor> {
  const who = await confirmed(email)
  await upTo(who, 'consent')
  const done = await STEPS.consent(who)
  if (!done.ok) throw new Error(done.refusal.detail)
  return visitorOf(done.value.session)
}

async function viewOf(who: PersonVisitor): Promise<Registration> {
  const view = await handlers.getRegistration(who, noInput)
  if (!view.ok) throw new Error(view.refusal.detail)
  return view.value.body
}

describe('registering', () => {
  it('goes from an address to an account, step by step', async () => {
    const email = newAddress()
    const who = await confirmed(email)
    for (const [at, step] of ORDER.entries()) {
      expect(await viewOf(who)).toMatchObject({ next: step, done: ORDER.slice(0, at) })
      if (step !== 'consent') expect((await STEPS[step](who)).ok).toBe(true)
    }
    const done = await STEPS.consent(who)
    if (!done.ok) throw new Error(done.refusal.detail)
    expect(done.value.body).toMatchObject({ state: 'complete', next: null })

    const person = await readPerson(people.deps.pool, who.personId)
    expect(person).toMatchObject({
      email,
      registeredAt: await people.deps.now(),
      refundConsentText: REFUND_CONSENT.text.en,
    })
    const [account] = await queryText(
      people.deps.pool,
      'SELECT name, email, level, has_login FROM app.account WHERE id = $1',
      [who.personId],
    )
    expect(account).toEqual(['Lena Fischer', email, '0', 't'])
    expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual([
      'Confirm your e-mail address',
      'Welcome to Danbao',
    ])
  })

  it('ends with a full session under a new token; the one of the registration is over', async () => {
    const who = await confirmed()
    await upTo(who, 'consent')
    const done = await STEPS.consent(who)
    if (!done.ok) throw new Error(done.refusal.detail)
    const { session, device } = done.value
    expect(session).not.toBe(who.sessionToken)
    expect(device).toEqual(expect.any(String))
    expect((await identify(people.deps, 'registering', who)).ok).toBe(false)
    const visitor = stranger({ sessionToken: session ?? undefined, deviceToken: device })
    expect((await identify(people.deps, 'person', visitor)).ok).toBe(true)
    const person = await readPerson(people.deps.pool, who.personId)
    const again = await createSignInHandlers(people.deps).signIn(
      visitor,
      body({ email: person?.email ?? '', password: TEST_PASSWORD }),
    )
    expect(again).toMatchObject({ ok: true, value: { body: { state: 'signed_in' } } })
    expect(again.ok && again.value.device).toBeUndefined()
  })

  it('opens nothing of the account before it is complete', async () => {
    const who = await confirmed()
    await upTo(who, 'consent')
    expect((await identify(people.deps, 'person', who)).ok).toBe(false)
    const sql = 'SELECT 1 FROM app.account WHERE id = $1'
    expect(await queryText(people.deps.pool, sql, [who.personId])).toEqual([])
  })

  it.each(ORDER.slice(1).map((step, at) => [step, ORDER[at]] as const))(
    'does not take %s before %s',
    async (step, missing) => {
      const who = await confirmed()
      await upTo(who, missing ?? 'profile')
      const refused = step === 'phone' ? await sendCode(who, newPhone()) : await STEPS[step](who)
      expect(refused).toMatchObject({
        refusal: { code: 'step_missing', members: { step: missing } },
      })
    },
  )

  it('lets earlier steps be done again, until it is complete', async () => {
    const who = await confirmed()
    await upTo(who, 'consent')
    const again = await handlers.setProfile(who, body({ ...profile(), family_name: 'Vogel' }))
    expect(again).toMatchObject({ value: { body: { next: 'consent' } } })
    await STEPS.consent(who)
    for (const step of ORDER.filter((one) => one !== 'phone')) {
      expect(await STEPS[step](who)).toMatchObject({ refusal: { code: 'wrong_state' } })
    }
    expect(await sendCode(who, newPhone())).toMatchObject({ refusal: { code: 'wrong_state' } })
  })

  it('is completed once, of two clicks at once', async () => {
    const who = await confirmed()
    await upTo(who, 'consent')
    const answers = await Promise.all([STEPS.consent(who), STEPS.consent(who)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('keeps the consent in the language of the person, and asks again when the text is another', async () => {
    const email = newAddress()
    await start(email, stranger(), 'zh')
    expect((await mailsTo(email))[0]?.subject).toBe('请确认您的邮箱')
    const answer = await confirm(await lastToken(email))
    const who = await visitorOf(answer.ok ? answer.value.session : null)
    await upTo(who, 'consent')
    const older = body({ id: REFUND_CONSENT.id, version: 0, agreed: true as const })
    expect(await handlers.giveConsent(who, older)).toMatchObject({
      refusal: { code: 'invalid_request', errors: [{ pointer: '/version' }] },
    })
    await STEPS.consent(who)
    const person = await readPerson(people.deps.pool, who.personId)
    expect(person?.refundConsentText).toBe(REFUND_CONSENT.text.zh)
  })

  it('goes on where it stopped, from another device by a fresh link', async () => {
    const email = newAddress()
    const who = await confirmed(email)
    await upTo(who, 'password')
    await started(email.toUpperCase())
    const mails = await mailsTo(email)
    expect(mails.at(-1)?.subject).toBe('Go on with your registration')
    const resumed = await confirm(mails.at(-1)?.token ?? '')
    expect(resumed).toMatchObject({
      value: { body: { next: 'password', profile: { given_name: 'Lena', city: 'Berlin' } } },
    })
    const other = await visitorOf(resumed.ok ? resumed.value.session : null)
    expect(other.personId).toBe(who.personId)
  })

  it('shows what was entered, but no secret', async () => {
    const who = await confirmed()
    const entered = profile()
    await handlers.setProfile(who, body(entered))
    const view = await viewOf(who)
    expect(view.profile).toMatchObject({
      given_name: 'Lena',
      document_type: 'passport',
      document_number_end: entered.document_number.slice(-3),
    })
    expect(JSON.stringify(view)).not.toContain(entered.document_number)
  })
})

describe('the confirmation mail', () => {
  it('is answered the same, whether or not somebody has the address', async () => {
    const { email: taken } = await people.registered()
    const unfinished = newAddress()
    await confirmed(unfinished)
    const answers = []
    for (const email of [newAddress(), taken, unfinished]) {
      const began = await mailsTo(email)
      const answer = await start(email)
      if (!answer.ok) throw new Error(answer.refusal.detail)
      const { request, ...same } = answer.value.body
      expect(request).toMatch(/^[\w-]{43}$/)
      answers.push({ ...same, email: '' })
      expect(await mailsTo(email)).toHaveLength(began.length + 1)
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1)
  })

  it('says to an owner that there is an account, without a link that does anything', async () => {
    const { email } = await people.registered()
    await started(email)
    const mail = (await mailsTo(email)).at(-1)
    expect(mail?.subject).toBe('You have an account already')
    expect(mail?.token).toBeUndefined()
    expect(mail?.text).toContain('http://localhost:8080/wallet/sign-in')
  })

  it('takes about as long in each case', async () => {
    const { email: taken } = await people.registered()
    const time = async (email: string) => {
      const captcha = await solveCaptcha(people.deps, 'register')
      const began = performance.now()
      await handlers.startRegistration(stranger(), body({ email, language: 'en', captcha }))
      return performance.now() - began
    }
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let at = 0; at < 4; at += 1) {
      known.push(await time(taken))
      unknown.push(await time(newAddress()))
    }
    const ratio = Math.min(...unknown) / Math.min(...known)
    expect(ratio).toBeGreaterThan(0.3)
    expect(ratio).toBeLessThan(3)
  })

  it('has a link that is good once, for 24 hours', async () => {
    const email = newAddress()
    await started(email)
    const token = await lastToken(email)
    const both = await Promise.all([confirm(token), confirm(token)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await confirm(token)).toMatchObject({ refusal: { code: 'link_invalid' } })

    const late = newAddress()
    await started(late)
    await people.advance(hours(24))
    expect(await confirm(await lastToken(late))).toMatchObject({
      refusal: { code: 'link_invalid' },
    })
    expect(await findPersonByEmail(people.deps.pool, late)).toBeUndefined()
  })

  it('is sent again after a minute, and then the older link is dead', async () => {
    const email = newAddress()
    const request = await started(email)
    const first = await lastToken(email)
    await people.advance(seconds(20))
    const early = await handlers.resendConfirmation(stranger(), body({ request }))
    expect(early).toMatchObject({
      refusal: { code: 'try_later', members: { seconds_left: '40', retry_at: expect.any(String) } },
    })
    for (let at = 0; at < 6; at += 1) {
      await handlers.resendConfirmation(stranger(), body({ request }))
    }
    await people.advance(seconds(40))
    const clicks = await Promise.all([
      handlers.resendConfirmation(stranger(), body({ request })),
      handlers.resendConfirmation(stranger(), body({ request })),
    ])
    expect(clicks.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await mailsTo(email)).toHaveLength(2)
    expect((await confirm(first)).ok).toBe(false)
    expect((await confirm(await lastToken(email))).ok).toBe(true)
  })

  it('goes to another address when the first was mistyped, whose link is dead then', async () => {
    const [wrong, right] = [newAddress(), newAddress()]
    const request = await started(wrong)
    const changed = await handlers.changeRegistrationAddress(
      stranger(),
      body({ request, email: right }),
    )
    expect(changed).toMatchObject({ value: { body: { request, email: right } } })
    expect((await confirm(await lastToken(wrong))).ok).toBe(false)
    expect(await confirm(await lastToken(right))).toMatchObject({
      value: { body: { email: right } },
    })
    const late = body({ request, email: wrong })
    expect(await handlers.changeRegistrationAddress(stranger(), late)).toMatchObject({
      refusal: { code: 'wrong_state' },
    })
  })

  it('is asked for by the browser that began, within a week', async () => {
    const request = await started(newAddress())
    const guess = body({ request: 'x'.repeat(43) })
    const invalid = { refusal: { code: 'link_invalid' } }
    expect(await handlers.resendConfirmation(stranger(), guess)).toMatchObject(invalid)
    await people.advance(days(7))
    expect(await handlers.resendConfirmation(stranger(), body({ request }))).toMatchObject(invalid)
  })

  it('does not fill a mailbox', async () => {
    const email = newAddress()
    const codes = []
    for (let at = 0; at < 7; at += 1) {
      const answer = await start(email)
      codes.push(answer.ok ? 'sent' : answer.refusal.code)
    }
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'sent'), 'try_later', 'try_later'])
    expect(await mailsTo(email)).toHaveLength(5)
  })

  it('needs a captcha of its own', async () => {
    const captcha = await solveCaptcha(people.deps, 'register')
    const ask = (solution: string) =>
      handlers.startRegistration(
        stranger(),
        body({ email: newAddress(), language: 'en', captcha: solution }),
      )
    expect((await ask(captcha)).ok).toBe(true)
    const other = await solveCaptcha(people.deps, 'sign_in')
    for (const solution of [captcha, other, 'none']) {
      expect(await ask(solution)).toMatchObject({ refusal: { code: 'captcha_failed' } })
    }
  })

  it('makes one person of two links that are followed at once', async () => {
    const email = newAddress()
    await started(email)
    const first = await lastToken(email)
    await started(email)
    const both = await Promise.all([confirm(first), confirm(await lastToken(email))])
    expect(both.every(({ ok }) => ok)).toBe(true)
    const sql = 'SELECT 1 FROM people.person WHERE email = $1'
    expect(await queryText(people.deps.pool, sql, [email])).toHaveLength(1)
  })

  it('opens no session of an account that was completed meanwhile', async () => {
    const email = newAddress()
    await started(email)
    const older = await lastToken(email)
    await registered(email)
    expect(await confirm(older)).toMatchObject({ refusal: { code: 'email_in_use' } })
  })

  it('ends the session that the browser had: nobody goes on in a planted one', async () => {
    const { visitor } = await people.registered()
    const email = newAddress()
    await started(email)
    const answer = await confirm(await lastToken(email), visitor)
    expect(answer.ok && answer.value.session).not.toBe(visitor.sessionToken)
    expect((await identify(people.deps, 'person', visitor)).ok).toBe(false)
  })
})

describe('the profile', () => {
  it('keeps script in a name as the text it is', async () => {
    const name = '<script>alert(1)</script>'
    const email = newAddress()
    const who = await confirmed(email)
    await handlers.setProfile(who, body({ ...profile(), given_name: name }))
    expect((await viewOf(who)).profile.given_name).toBe(name)
    for (const step of ORDER.slice(1)) await STEPS[step](who)
    const [row] = await queryText(
      people.deps.pool,
      'SELECT content FROM people.message WHERE recipient = $1 ORDER BY id DESC LIMIT 1',
      [email],
    )
    const sealed = Buffer.from(row?.[0]?.slice(2) ?? '', 'hex')
    const { html, text } = JSON.parse(people.deps.vault.open('message', sealed).toString())
    expect(text).toContain(name)
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<script>')
  })

  it('is complete without a postcode where there are none', async () => {
    const who = await confirmed()
    const { postal_code: _, ...rest } = profile()
    await handlers.setProfile(who, body({ ...rest, country: 'HK', city: 'Kowloon' }))
    const view = await viewOf(who)
    expect(view.profile).toMatchObject({ country: 'HK', postal_code: null })
    expect(view).toMatchObject({ done: ['profile'], next: 'phone' })
  })

  it('keeps the number sealed', async () => {
    const who = await confirmed()
    const entered = profile()
    await handlers.setProfile(who, body(entered))
    const [row] = await queryText(
      people.deps.pool,
      `SELECT encode(document_number, 'escape') FROM people.person WHERE id = $1`,
      [who.personId],
    )
    expect(row?.[0]).toEqual(expect.any(String))
    expect(row?.[0]).not.toContain(entered.document_number)
  })

  it('refuses a document that an account has', async () => {
    const who = await confirmed()
    const document = profile()
    await handlers.setProfile(who, body(document))
    for (const step of ORDER.slice(1)) await STEPS[step](who)
    const other = await confirmed()
    const spelt = {
      ...document,
      document_number: document.document_number.toLowerCase().replace('x', '-x '),
    }
    expect(await handlers.setProfile(other, body(spelt))).toMatchObject({
      refusal: { code: 'document_in_use' },
    })
    const elsewhere = { ...document, country: 'AT' }
    expect((await handlers.setProfile(other, body(elsewhere))).ok).toBe(true)
  })

  it('takes a document from a registration that was never finished', async () => {
    const [abandoned, owner] = [await confirmed(), await confirmed()]
    const document = profile()
    await handlers.setProfile(abandoned, body(document))
    expect((await handlers.setProfile(owner, body(document))).ok).toBe(true)
    expect(await viewOf(abandoned)).toMatchObject({ next: 'profile' })
  })

  it('keeps the number when it is not typed again, and asks for it the first time', async () => {
    const who = await confirmed()
    const { document_number: number, ...rest } = profile()
    expect(await handlers.setProfile(who, body(rest))).toMatchObject({
      refusal: { code: 'invalid_request', errors: [{ pointer: '/document_number' }] },
    })
    await handlers.setProfile(who, body({ ...rest, document_number: number }))
    const changed = await handlers.setProfile(
      who,
      body({ ...rest, document_type: 'identity_card' }),
    )
    expect(changed).toMatchObject({
      value: { body: { profile: { document_number_end: number.slice(-3) } } },
    })
  })
})

describe('the phone', () => {
  it('is confirmed by the code of the SMS, read in the language and bound to the site', async () => {
    const who = await confirmed()
    await STEPS.profile(who)
    const sent = await sendCode(who, '0176 12345999')
    expect(sent).toMatchObject({
      value: { body: { phone: null, phone_code: { phone: '+4917612345999' } } },
    })
    const sms = (await queuedMessages(people, '+4917612345999')).at(-1)
    expect(sms?.text).toMatch(new RegExp(`@localhost #${sms?.code}$`))
    const answer = await handlers.confirmPhone(who, body({ code: sms?.code ?? '' }))
    expect(answer).toMatchObject({ value: { body: { phone: '+4917612345999', phone_code: null } } })
  })

  it('refuses what is no mobile number, before the captcha is spent', async () => {
    const who = await confirmed()
    await STEPS.profile(who)
    const captcha = await solveCaptcha(people.deps, 'phone_code')
    const send = (phone: string) => handlers.sendPhoneCode(who, body({ phone, captcha }))
    expect(await send('+442071838750')).toMatchObject({ refusal: { code: 'phone_invalid' } })
    expect((await send(newPhone())).ok).toBe(true)
    await people.advance(seconds(60))
    expect(await send(newPhone())).toMatchObject({ refusal: { code: 'captcha_failed' } })
  })

  it('gets one code a minute, and a new one replaces the old', async () => {
    const who = await confirmed()
    await STEPS.profile(who)
    const phone = newPhone()
    const clicks = await Promise.all([sendCode(who, phone), sendCode(who, phone)])
    expect(clicks.filter(({ ok }) => ok)).toHaveLength(1)
    const first = await codeTo(phone)
    expect(await sendCode(who, phone)).toMatchObject({
      refusal: { code: 'try_later', members: { seconds_left: '60' } },
    })
    await people.advance(seconds(60))
    await sendCode(who, phone)
    const second = await codeTo(phone)
    if (first !== second) {
      expect(await handlers.confirmPhone(who, body({ code: first }))).toMatchObject({
        refusal: { code: 'code_wrong' },
      })
    }
    expect((await handlers.confirmPhone(who, body({ code: second }))).ok).toBe(true)
    expect(await handlers.confirmPhone(who, body({ code: second }))).toMatchObject({
      refusal: { code: 'code_gone' },
    })
  })

  it('rings at most five times an hour, whoever asks', async () => {
    const phone = newPhone()
    const codes = []
    for (let at = 0; at < 7; at += 1) {
      const who = await confirmed()
      await STEPS.profile(who)
      const sent = await sendCode(who, phone)
      codes.push(sent.ok ? 'sent' : sent.refusal.code)
    }
    expect(codes.filter((code) => code === 'sent')).toHaveLength(5)
    expect(await queuedMessages(people, phone)).toHaveLength(5)
  })

  it('has a code that five guesses do not find, also at once, and that lasts five minutes', async () => {
    const who = await confirmed()
    await STEPS.profile(who)
    const phone = newPhone()
    await sendCode(who, phone)
    const wrong = otherThan(await codeTo(phone))
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => handlers.confirmPhone(who, body({ code: wrong }))),
    )
    const codes = guesses.map((guess) => (guess.ok ? 'ok' : guess.refusal.code))
    expect(codes.filter((code) => code === 'code_wrong')).toHaveLength(4)
    expect(codes.filter((code) => code === 'code_gone')).toHaveLength(8)
    const right = body({ code: await codeTo(phone) })
    expect(await handlers.confirmPhone(who, right)).toMatchObject({
      refusal: { code: 'code_gone' },
    })

    await people.advance(minutes(5))
    await sendCode(who, phone)
    await people.advance(minutes(5))
    const late = body({ code: await codeTo(phone) })
    expect(await handlers.confirmPhone(who, late)).toMatchObject({ refusal: { code: 'code_gone' } })
  })

  it('has a code that is of no use to somebody else', async () => {
    const [one, other] = [await confirmed(), await confirmed()]
    const phone = newPhone()
    await STEPS.profile(one)
    await STEPS.profile(other)
    await sendCode(one, phone)
    const code = body({ code: await codeTo(phone) })
    expect(await handlers.confirmPhone(other, code)).toMatchObject({
      refusal: { code: 'code_gone' },
    })
  })

  it('of an account is refused only to who has it in hand', async () => {
    const { phone } = await people.registered()
    const who = await confirmed()
    await STEPS.profile(who)
    expect((await sendCode(who, phone)).ok).toBe(true)
    const code = body({ code: await codeTo(phone) })
    expect(await handlers.confirmPhone(who, code)).toMatchObject({
      refusal: { code: 'phone_in_use' },
    })
  })

  it('goes from a registration that was never finished to who proves it now', async () => {
    const [abandoned, owner] = [await confirmed(), await confirmed()]
    const phone = newPhone()
    for (const who of [abandoned, owner]) {
      await STEPS.profile(who)
      await sendCode(who, phone)
      expect((await handlers.confirmPhone(who, body({ code: await codeTo(phone) }))).ok).toBe(true)
    }
    expect(await viewOf(abandoned)).toMatchObject({ phone: null, next: 'phone' })
  })
})

describe('the secrets', () => {
  it('are refused when they are weak, with the reason', async () => {
    const who = await confirmed()
    await upTo(who, 'password')
    const set = (password: string) => handlers.setPassword(who, body({ password }))
    for (const [password, warning] of [
      ['short', 'too_short'],
      ['password123', 'common'],
      ['Lena Fischer 42 moon', 'personal'],
    ] as const) {
      expect(await set(password)).toMatchObject({
        refusal: { code: 'password_weak', members: { warning } },
      })
    }
    await set(TEST_PASSWORD)
    const { phone } = await viewOf(who)
    for (const digits of ['123456', '111111', phone?.slice(-6) ?? '']) {
      const weak = body({ payment_password: digits })
      expect(await handlers.setPaymentPassword(who, weak)).toMatchObject({
        refusal: { code: 'payment_password_weak' },
      })
    }
  })

  it('are kept as hashes; answers match however they are written', async () => {
    const who = await confirmed()
    await upTo(who, 'consent')
    const person = await readPerson(people.deps.pool, who.personId)
    expect(await matchesSecret(person?.passwordHash ?? null, TEST_PASSWORD)).toBe(true)
    expect(await matchesSecret(person?.paymentPasswordHash ?? null, TEST_PAYMENT_PASSWORD)).toBe(
      true,
    )
    const rows = await queryText(
      people.deps.pool,
      `SELECT question, answer_hash FROM people.security_answer WHERE person_id = $1
       ORDER BY position`,
      [who.personId],
    )
    expect(rows.map(([question]) => question)).toEqual(QUESTIONS.map(({ question }) => question))
    expect(await matchesSecret(rows[0]?.[1] ?? null, normaliseAnswer('  REX '))).toBe(true)
    expect((await viewOf(who)).questions).toEqual(QUESTIONS.map(({ question }) => question))
  })

  it('refuse one answer to two questions, and can be set anew', async () => {
    const who = await confirmed()
    await upTo(who, 'questions')
    const [first, second, third] = QUESTIONS
    const same = [{ ...first }, { ...second, answer: ' rex' }, { ...third }]
    expect(await handlers.setQuestions(who, body({ questions: same }))).toMatchObject({
      refusal: { errors: [{ pointer: '/questions/1/answer', code: 'same_answer' }] },
    })
    await handlers.setQuestions(who, questions())
    expect((await handlers.setQuestions(who, questions())).ok).toBe(true)
  })
})

describe('a registration that nobody finishes', () => {
  it('is erased after thirty days, and leaves address, number and document free', async () => {
    const email = newAddress()
    const who = await confirmed(email)
    await upTo(who, 'consent')
    const done = await registered()
    await people.advance(days(31))
    expect(await eraseAbandoned(people.deps)).toBeGreaterThan(0)
    expect(await readPerson(people.deps.pool, who.personId)).toMatchObject({
      email: '',
      givenName: null,
      phone: null,
      passwordHash: null,
      documentNumber: null,
    })
    expect(await findPersonByEmail(people.deps.pool, email)).toBeUndefined()
    const sql = 'SELECT 1 FROM people.security_answer WHERE person_id = $1'
    expect(await queryText(people.deps.pool, sql, [who.personId])).toEqual([])
    expect((await identify(people.deps, 'registering', who)).ok).toBe(false)
    expect((await readPerson(people.deps.pool, done.personId))?.phone).not.toBeNull()
    expect((await confirmed(email)).personId).not.toBe(who.personId)
    expect(await eraseAbandoned(people.deps)).toBe(0)
  })
})
