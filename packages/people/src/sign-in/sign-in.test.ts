import { hash } from '@node-rs/argon2'
import { days, hours, minutes, newUuid, seconds } from '@danbao/kernel'
import { changeAccount } from '@danbao/core'
import { queryText } from '@danbao/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../base/handling.ts'
import { changePerson, insertPerson, readPerson } from '../base/person.ts'
import { hashSecret } from '../base/secrets.ts'
import { endSessions, findSession, openSession } from '../base/sessions.ts'
import { identify } from '../identify.ts'
import {
  openTestPeople,
  queuedMessages,
  type Registered,
  solveCaptcha,
  TEST_PASSWORD,
  TEST_VISITOR,
  type TestPeople,
} from '../testing.ts'
import { insertMember } from '../staff/member.ts'
import { createTwoFactorHandlers, totpCodeAt } from '../two-factor/index.ts'
import { completeSignIn, createSignInHandlers } from './index.ts'

let people: TestPeople
let handlers: ReturnType<typeof createSignInHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  handlers = createSignInHandlers(people.deps)
})
afterAll(() => people.close())

const body = <T>(value: T) => ({ params: undefined, query: undefined, body: value })
const noInput = { params: undefined, query: undefined, body: undefined }

let places = 0
/** Somebody elsewhere, with a browser that knows nothing. */
function stranger(change: Partial<Visitor> = {}): Visitor {
  places += 1
  return { ...TEST_VISITOR, ip: `198.51.${places >> 8}.${places & 255}`, ...change }
}

const signIn = (visitor: Visitor, email: string, password: string, captcha?: string) =>
  handlers.signIn(visitor, body({ email, password, ...(captcha && { captcha }) }))

const solved = () => solveCaptcha(people.deps, 'sign_in')

async function signedIn(person: Registered, visitor = stranger()) {
  const answer = await signIn(visitor, person.email, TEST_PASSWORD)
  if (!answer.ok) throw new Error(answer.refusal.detail)
  return answer.value
}

const sessionOf = async (token: string | null | undefined) =>
  findSession(people.deps.pool, token ?? '', await people.deps.now())

async function fail(times: number, email: string, visitor = stranger()): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    await signIn(visitor, email, 'wrong', at < 3 ? undefined : await solved())
  }
}

async function withTotp() {
  const person = await people.registered()
  const twoFactor = createTwoFactorHandlers(people.deps)
  const begun = await twoFactor.beginTotp(person.visitor, body({ password: TEST_PASSWORD }))
  if (!begun.ok) throw new Error(begun.refusal.detail)
  const { secret } = begun.value.body
  const nextCode = () => {
    people.authenticatorClock.advance(seconds(30))
    return totpCodeAt(secret, people.authenticatorClock.now())
  }
  const confirmed = await twoFactor.confirmTotp(person.visitor, body({ code: nextCode() }))
  if (!confirmed.ok) throw new Error(confirmed.refusal.detail)
  return { person, nextCode, codes: confirmed.value.body.codes }
}

describe('signing in by password', () => {
  it('opens a session of its own, and tells the owner of a new device once', async () => {
    const person = await people.registered()
    const first = await signedIn(person)
    expect(first.body).toEqual({ object: 'sign_in', state: 'signed_in' })
    expect(await sessionOf(first.session)).toMatchObject({ personId: person.id, kind: 'full' })
    const mails = await queuedMessages(people, person.email)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toBe('A new device signed in to your account')
    expect(mails[0]?.text).toContain('Firefox – Linux')
    expect(mails[0]?.text).toMatch(/Network address: 198\.51\./)

    const again = await signedIn(person, stranger({ deviceToken: first.device }))
    expect(again.device).toBeUndefined()
    expect(await queuedMessages(people, person.email)).toHaveLength(1)
  })

  it('does not mind the case of the address', async () => {
    const person = await people.registered()
    const answer = await signIn(stranger(), person.email.toUpperCase(), TEST_PASSWORD)
    expect(answer.ok).toBe(true)
  })

  it('is kept in the history with the way and the place', async () => {
    const person = await people.registered()
    await signedIn(person)
    const [row] = await queryText(
      people.deps.pool,
      `SELECT kind, detail ->> 'how', ip FROM people.history WHERE person_id = $1`,
      [person.id],
    )
    expect(row).toEqual(['signed_in', 'password', expect.stringContaining('198.51.')])
  })

  it('makes the hash anew when it is of former parameters', async () => {
    const person = await people.registered()
    const weak = await hash(TEST_PASSWORD, { algorithm: 2, memoryCost: 4096, timeCost: 1 })
    await changePerson(people.deps.pool, person.id, { passwordHash: weak })
    await signedIn(person)
    const { passwordHash } = (await readPerson(people.deps.pool, person.id)) ?? {}
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect((await signedIn(person)).body.state).toBe('signed_in')
  })

  it('goes on with a registration that is not finished', async () => {
    const { pool } = people.deps
    const [id, now] = [newUuid(), await people.deps.now()]
    await insertPerson(pool, { id, email: 'unfinished@example.com', language: 'ru', now })
    await changePerson(pool, id, { passwordHash: await hashSecret(TEST_PASSWORD) })
    const answer = await signIn(stranger(), 'unfinished@example.com', TEST_PASSWORD)
    if (!answer.ok) throw new Error(answer.refusal.detail)
    expect(answer.value.body.state).toBe('registering')
    const visitor = stranger({ sessionToken: answer.value.session ?? undefined })
    expect(await handlers.getMe(visitor, noInput)).toMatchObject({
      value: { body: { state: 'registering', email: 'unfinished@example.com', language: 'ru' } },
    })
    expect((await identify(people.deps, 'registering', visitor)).ok).toBe(true)
    expect((await identify(people.deps, 'person', visitor)).ok).toBe(false)
  })

  it('refuses who has registered no password yet, and whose account is closed', async () => {
    const { pool } = people.deps
    const now = await people.deps.now()
    const none = { id: newUuid(), email: 'no-password@example.com', language: 'en', now } as const
    await insertPerson(pool, none)
    const closed = await people.registered()
    await changePerson(pool, closed.id, { closedAt: now })
    for (const email of [none.email, closed.email]) {
      const answer = await signIn(stranger(), email, TEST_PASSWORD)
      expect(answer).toMatchObject({ refusal: { code: 'credentials_wrong' } })
    }
  })

  it('is of no use when the password was replaced meanwhile', async () => {
    const { id } = await people.registered()
    const proved = { personId: id, visitor: stranger(), how: 'password' } as const
    const late = await completeSignIn(people.deps, { ...proved, passwordHash: 'the former' })
    expect(late).toMatchObject({ refusal: { code: 'credentials_wrong' } })
  })
})

describe('a stranger', () => {
  it('hears the same of an address that nobody has, each time', async () => {
    const person = await people.registered()
    const [here, there] = [stranger(), stranger()]
    for (let at = 0; at < 7; at += 1) {
      const captcha = async () => (at < 3 ? undefined : solved())
      const known = await signIn(here, person.email, 'not the password', await captcha())
      const unknown = await signIn(there, 'nobody@example.com', 'not the password', await captcha())
      expect(unknown).toEqual(known)
    }
  })

  it('waits as long for it', async () => {
    const person = await people.registered()
    const time = async (email: string) => {
      const began = performance.now()
      await signIn(stranger(), email, 'not the password')
      return performance.now() - began
    }
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let at = 0; at < 5; at += 1) {
      known.push(await time(person.email))
      unknown.push(await time('nobody-else@example.com'))
    }
    expect(Math.min(...unknown) / Math.min(...known)).toBeGreaterThan(0.4)
    expect(Math.min(...unknown) / Math.min(...known)).toBeLessThan(2.5)
  })

  it('needs a captcha after three failures, a new one each time', async () => {
    const person = await people.registered()
    const visitor = stranger()
    await fail(2, person.email, visitor)
    const third = await signIn(visitor, person.email, 'wrong')
    expect(third).toMatchObject({
      refusal: { code: 'credentials_wrong', members: { captcha: 'required', tries_left: '2' } },
    })
    const without = await signIn(visitor, person.email, TEST_PASSWORD)
    expect(without).toMatchObject({
      refusal: { code: 'captcha_failed', members: { captcha: 'required' } },
    })
    const captcha = await solved()
    await signIn(visitor, person.email, 'wrong', captcha)
    const replayed = await signIn(visitor, person.email, TEST_PASSWORD, captcha)
    expect(replayed).toMatchObject({ refusal: { code: 'captcha_failed' } })
    expect((await signIn(visitor, person.email, TEST_PASSWORD, await solved())).ok).toBe(true)
    expect(await signIn(visitor, person.email, 'wrong')).toMatchObject({
      refusal: { code: 'credentials_wrong', members: { captcha: null } },
    })
  })

  it('gets no more than five guesses, sent at the same time or one by one', async () => {
    const person = await people.registered()
    const captchas = await Promise.all(Array.from({ length: 20 }, solved))
    const answers = await Promise.all(
      captchas.map((captcha) => signIn(stranger(), person.email, 'guess', captcha)),
    )
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code))
    expect(codes.filter((code) => code === 'credentials_wrong')).toHaveLength(5)
    expect(codes.filter((code) => code === 'try_later')).toHaveLength(15)
  })

  it('is kept out for longer each time, also with the right password', async () => {
    const person = await people.registered()
    const visitor = stranger()
    for (const locked of [minutes(15), minutes(30)]) {
      await fail(5, person.email, visitor)
      const refused = await signIn(visitor, person.email, TEST_PASSWORD, await solved())
      const until = new Date((await people.deps.now()) + locked).toISOString()
      expect(refused).toMatchObject({
        refusal: { code: 'try_later', members: { locked_until: until } },
      })
      await people.advance(locked)
    }
    expect((await signIn(visitor, person.email, TEST_PASSWORD)).ok).toBe(true)
  })

  it('does not lock the owner out of a device that is known', async () => {
    const person = await people.registered()
    const { device } = await signedIn(person)
    await fail(6, person.email)
    const captcha = await solved()
    const elsewhere = await signIn(stranger(), person.email, TEST_PASSWORD, captcha)
    expect(elsewhere).toMatchObject({ refusal: { code: 'try_later' } })
    const owner = stranger({ deviceToken: device })
    expect((await signIn(owner, person.email, TEST_PASSWORD)).ok).toBe(true)
  })

  it('does not try one password at many addresses', async () => {
    const visitor = stranger()
    const tries = Array.from({ length: 105 }, (_, at) =>
      signIn(visitor, `somebody${at}@example.com`, 'Summer2026!'),
    )
    const codes = (await Promise.all(tries)).map((a) => (a.ok ? 'ok' : a.refusal.code))
    expect(codes.filter((code) => code === 'credentials_wrong')).toHaveLength(100)
    expect(codes.filter((code) => code === 'try_later')).toHaveLength(5)
  })
})

describe('what a browser held before', () => {
  it('is worth nothing after the sign-in: the session gets a new token, the old one ends', async () => {
    const person = await people.registered()
    const planted = await signedIn(await people.registered())
    const visitor = stranger({ sessionToken: planted.session ?? undefined })
    const { session } = await signedIn(person, visitor)
    expect(session).not.toBe(planted.session)
    expect(await sessionOf(planted.session)).toBeUndefined()
    expect(await sessionOf(session)).toMatchObject({ personId: person.id })
  })

  it('does not end a session of the console', async () => {
    const now = await people.deps.now()
    const owner = { staffId: newUuid() }
    await insertMember(people.deps.pool, {
      id: owner.staffId,
      email: 'desk@staff.example',
      name: 'Desk',
      language: 'en',
      roles: ['support'],
      marketplaceId: null,
      passwordHash: null,
      now,
    })
    const opened = { owner, kind: 'full', visit: TEST_VISITOR, now } as const
    const staff = await openSession(people.deps.pool, opened)
    const visitor = stranger({ sessionToken: staff.token })
    await signedIn(await people.registered(), visitor)
    await handlers.signOut(visitor, noInput)
    expect(await sessionOf(staff.token)).toBeDefined()
    expect(await handlers.getMe(visitor, noInput)).toMatchObject({
      value: { body: { state: 'nobody' } },
    })
  })

  it('does not make the device of who planted a cookie a known one', async () => {
    const [thief, victim] = [await people.registered(), await people.registered()]
    const { device: planted } = await signedIn(thief)
    const { device: renewed } = await signedIn(victim, stranger({ deviceToken: planted }))
    expect(renewed).toEqual(expect.any(String))
    expect(renewed).not.toBe(planted)
    const byThief = await signedIn(victim, stranger({ deviceToken: planted }))
    expect(byThief.device).toBeDefined()
    expect(await queuedMessages(people, victim.email)).toHaveLength(2)
  })

  it('is known to each of two people who share it', async () => {
    const [one, other] = [await people.registered(), await people.registered()]
    const { device: first } = await signedIn(one)
    const { device: second } = await signedIn(other, stranger({ deviceToken: first }))
    const again = await signedIn(one, stranger({ deviceToken: second }))
    expect(again.device).toBeUndefined()
    expect(await queuedMessages(people, one.email)).toHaveLength(1)
  })
})

describe('the second factor', () => {
  it('is asked for after the password, and nothing goes before it', async () => {
    const { person, nextCode } = await withTotp()
    const half = await signedIn(person)
    expect(half.body.state).toBe('second_factor')
    expect(half.device).toBeUndefined()
    const visitor = stranger({ sessionToken: half.session ?? undefined })
    expect((await identify(people.deps, 'person', visitor)).ok).toBe(false)
    expect((await identify(people.deps, 'registering', visitor)).ok).toBe(false)
    expect(await handlers.getMe(visitor, noInput)).toMatchObject({
      value: { body: { state: 'second_factor' } },
    })
    const passed = await handlers.passSecondFactor(visitor, body({ code: nextCode() }))
    if (!passed.ok) throw new Error(passed.refusal.detail)
    expect(passed.value.body.state).toBe('signed_in')
    expect(passed.value.session).not.toBe(half.session)
    expect(await sessionOf(half.session)).toBeUndefined()
    expect(await sessionOf(passed.value.session)).toMatchObject({ kind: 'full' })
  })

  it('is asked for after a marketplace too, but not after a passkey', async () => {
    const { person } = await withTotp()
    const by = async (how: 'marketplace' | 'passkey') =>
      completeSignIn(people.deps, { personId: person.id, visitor: stranger(), how })
    expect(await by('marketplace')).toMatchObject({ value: { body: { state: 'second_factor' } } })
    expect(await by('passkey')).toMatchObject({ value: { body: { state: 'signed_in' } } })
  })

  it('is not passed with a wrong or used code, nor guessed in parallel', async () => {
    const { person, nextCode } = await withTotp()
    const visitor = stranger({ sessionToken: (await signedIn(person)).session ?? undefined })
    const wrong = await handlers.passSecondFactor(visitor, body({ code: '000000' }))
    expect(wrong).toMatchObject({ refusal: { code: 'code_wrong', members: { tries_left: '4' } } })
    const code = nextCode()
    expect((await handlers.passSecondFactor(visitor, body({ code }))).ok).toBe(true)

    const next = stranger({ sessionToken: (await signedIn(person)).session ?? undefined })
    const used = await handlers.passSecondFactor(next, body({ code }))
    expect(used).toMatchObject({ refusal: { code: 'code_wrong' } })
    const guesses = await Promise.all(
      Array.from({ length: 10 }, () => handlers.passSecondFactor(next, body({ code: '000000' }))),
    )
    const codes = guesses.map((guess) => (guess.ok ? 'ok' : guess.refusal.code))
    expect(codes.filter((one) => one === 'code_wrong')).toHaveLength(4)
    expect(codes.filter((one) => one === 'try_later')).toHaveLength(6)
  })

  it('is passed by a recovery code once', async () => {
    const { person, codes } = await withTotp()
    const [code = ''] = codes
    const pass = async () => {
      const { session } = await signedIn(person)
      const visitor = stranger({ sessionToken: session ?? undefined })
      return handlers.passSecondFactor(visitor, body({ code }))
    }
    expect((await pass()).ok).toBe(true)
    expect(await pass()).toMatchObject({ refusal: { code: 'code_wrong' } })
  })

  it('is of no use without the password, too late, or after all sessions were ended', async () => {
    const { person, nextCode } = await withTotp()
    const pass = (visitor: Visitor) =>
      handlers.passSecondFactor(visitor, body({ code: nextCode() }))
    const full = { ...person.visitor }
    for (const visitor of [stranger(), stranger({ sessionToken: 'made up' }), full]) {
      expect(await pass(visitor)).toMatchObject({ refusal: { code: 'session_required' } })
    }
    const late = stranger({ sessionToken: (await signedIn(person)).session ?? undefined })
    await people.advance(minutes(10))
    expect(await pass(late)).toMatchObject({ refusal: { code: 'session_required' } })

    const ended = stranger({ sessionToken: (await signedIn(person)).session ?? undefined })
    const owner = { personId: person.id }
    await endSessions(people.deps.pool, { owner, now: await people.deps.now() })
    expect(await pass(ended)).toMatchObject({ refusal: { code: 'session_required' } })
    const proved = { personId: person.id, visitor: ended, how: 'second_factor' } as const
    expect((await completeSignIn(people.deps, proved)).ok).toBe(false)
  })
})

describe('who am I', () => {
  it('is nobody without a session, with one that ended, and with one made up', async () => {
    const person = await people.registered()
    const { session } = await signedIn(person)
    const visitor = stranger({ sessionToken: session ?? undefined })
    const out = await handlers.signOut(visitor, noInput)
    expect(out).toMatchObject({ value: { session: null } })
    for (const who of [stranger(), visitor, stranger({ sessionToken: 'x' })]) {
      expect(await handlers.getMe(who, noInput)).toEqual({
        ok: true,
        value: { body: { object: 'me', state: 'nobody' } },
      })
    }
  })

  it('shows the person, the level, and what needs attention', async () => {
    const { id, visitor, email } = await people.registered({ language: 'zh' })
    const now = await people.deps.now()
    const until = new Date(now + hours(24)).toISOString()
    const source = async () => [{ kind: 'document_expiring', at: until }] as const
    const { getMe } = createSignInHandlers(people.deps, [source])
    expect(await getMe(visitor, noInput)).toMatchObject({
      value: {
        body: {
          state: 'signed_in',
          person: {
            id: expect.stringMatching(/^acc_/),
            email,
            name: 'Anna Eriksson',
            language: 'zh',
            level: 0,
            attention: [{ kind: 'document_expiring', at: until }],
          },
        },
      },
    })
    const restingUntil = (await people.deps.now()) + hours(24)
    expect(restingUntil).toBeGreaterThan(now)
    await changeAccount(people.deps.pool, id, { level: 2, frozenAt: now })
    await people.deps.pool.query('UPDATE app.account SET resting_until = $2 WHERE id = $1', [
      id,
      until,
    ])
    const at = new Date(now).toISOString()
    const attention = [
      { kind: 'frozen', at },
      { kind: 'resting', at: until },
    ]
    expect(await handlers.getMe(visitor, noInput)).toMatchObject({
      value: { body: { person: { level: 2, attention } } },
    })
    await people.advance(hours(24))
    expect(await handlers.getMe(visitor, noInput)).toMatchObject({
      value: { body: { person: { attention: [{ kind: 'frozen', at }] } } },
    })
  })
})

describe('sessions', () => {
  const list = async ({ visitor }: Pick<Registered, 'visitor'>) => {
    const listed = await handlers.listSessions(visitor, noInput)
    if (!listed.ok) throw new Error(listed.refusal.detail)
    return listed.value.body.data
  }

  it('are listed with browser, system and place; the present one is marked', async () => {
    const person = await people.registered()
    const userAgent =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 (KHTML) Version/19.0 Mobile/15E148 Safari/604.1'
    await signedIn(person, stranger({ userAgent }))
    const sessions = await list(person)
    expect(sessions).toHaveLength(2)
    expect(sessions.filter(({ current }) => current)).toMatchObject([
      { browser: 'Firefox', system: 'Linux', ip: TEST_VISITOR.ip, device_known_since: null },
    ])
    expect(sessions.filter(({ current }) => !current)).toMatchObject([
      { browser: 'Safari', system: 'iPhone', device_known_since: expect.any(String) },
    ])
  })

  it('of somebody else are not ended, and not told from those that never were', async () => {
    const [mine, theirs] = [await people.registered(), await people.registered()]
    for (const id of [theirs.visitor.sessionId, newUuid()]) {
      const input = { params: { id }, query: undefined, body: undefined }
      expect(await handlers.endSession(mine.visitor, input)).toMatchObject({
        refusal: { code: 'not_found', detail: 'There is no such session.' },
      })
    }
    expect(await sessionOf(theirs.visitor.sessionToken)).toBeDefined()
  })

  it('are ended one by one, or all but the present', async () => {
    const person = await people.registered()
    const [one, two, three] = [
      await signedIn(person),
      await signedIn(person),
      await signedIn(person),
    ]
    const id = (await sessionOf(one.session))?.id ?? ''
    const input = { params: { id }, query: undefined, body: undefined }
    expect((await handlers.endSession(person.visitor, input)).ok).toBe(true)
    expect(await sessionOf(one.session)).toBeUndefined()
    expect(await sessionOf(two.session)).toBeDefined()
    expect((await handlers.endSession(person.visitor, input)).ok).toBe(false)

    await handlers.endOtherSessions(person.visitor, noInput)
    expect(await sessionOf(two.session)).toBeUndefined()
    expect(await sessionOf(three.session)).toBeUndefined()
    expect(await list(person)).toMatchObject([{ current: true }])
  })

  it('end from here: the browser forgets its own', async () => {
    const { visitor } = await people.registered()
    const input = { params: { id: visitor.sessionId }, query: undefined, body: undefined }
    expect(await handlers.endSession(visitor, input)).toMatchObject({ value: { session: null } })
    expect(await sessionOf(visitor.sessionToken)).toBeUndefined()
  })

  it('end by themselves when nobody uses them', async () => {
    const { visitor } = await people.registered()
    await people.advance(days(14))
    expect(await sessionOf(visitor.sessionToken)).toBeUndefined()
  })
})
