import { days, minutes, newUuid, seconds } from '@danbao/kernel'
import { queryText } from '@danbao/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPeople, type Registered, TEST_PASSWORD, type TestPeople } from '../testing.ts'
import { checkSecondFactor, createTwoFactorHandlers, hasSecondFactor, totpCodeAt } from './index.ts'
import { beginTotpFor, confirmTotpFor, removeTotp } from './index.ts'
import { useTotpStep } from './store.ts'

let people: TestPeople
let handlers: ReturnType<typeof createTwoFactorHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  handlers = createTwoFactorHandlers(people.deps)
})
afterAll(() => people.close())

const noInput = { params: undefined, query: undefined, body: undefined }
const body = <T>(value: T) => ({ params: undefined, query: undefined, body: value })

/** The code of the next 30 seconds, which was not used yet. */
function nextCode(secret: string): string {
  people.authenticatorClock.advance(seconds(30))
  return totpCodeAt(secret, people.authenticatorClock.now())
}

function otherThan(code: string): string {
  return code === '000000' ? '000001' : '000000'
}

async function begin(person: Registered): Promise<string> {
  const begun = await handlers.beginTotp(person.visitor, body({ password: TEST_PASSWORD }))
  if (!begun.ok) throw new Error(begun.refusal.detail)
  return begun.value.body.secret
}

async function withTotp(): Promise<{ person: Registered; secret: string; codes: string[] }> {
  const person = await people.registered()
  const secret = await begin(person)
  const confirmed = await handlers.confirmTotp(person.visitor, body({ code: nextCode(secret) }))
  if (!confirmed.ok) throw new Error(confirmed.refusal.detail)
  return { person, secret, codes: confirmed.value.body.codes }
}

const check = (person: Registered, code: string) =>
  checkSecondFactor(people.deps, { personId: person.id }, code)

async function historyOf({ id }: Registered): Promise<readonly (string | null)[]> {
  const rows = await queryText(
    people.deps.pool,
    'SELECT kind FROM people.history WHERE person_id = $1 ORDER BY id',
    [id],
  )
  return rows.map(([kind]) => kind ?? null)
}

async function messagesTo({ email, phone }: Registered): Promise<number> {
  const sql = 'SELECT 1 FROM people.message WHERE recipient = $1 OR recipient = $2'
  return (await queryText(people.deps.pool, sql, [email, phone])).length
}

describe('an authenticator app', () => {
  it('counts for nothing until a code of it was given', async () => {
    const person = await people.registered()
    const secret = await begin(person)
    expect(await hasSecondFactor(people.deps.pool, person.id)).toBe(false)
    expect(await check(person, nextCode(secret))).toBe('wrong')
    const wrong = body({ code: otherThan(nextCode(secret)) })
    const refused = await handlers.confirmTotp(person.visitor, wrong)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'code_wrong' } })
    expect(await hasSecondFactor(people.deps.pool, person.id)).toBe(false)
    const confirmed = await handlers.confirmTotp(person.visitor, body({ code: nextCode(secret) }))
    expect(confirmed.ok).toBe(true)
    expect(await hasSecondFactor(people.deps.pool, person.id)).toBe(true)
  })

  it('is kept sealed', async () => {
    const { person, secret } = await withTotp()
    const [row] = await queryText(
      people.deps.pool,
      `SELECT encode(secret, 'escape') FROM people.totp WHERE owner_id = $1`,
      [person.id],
    )
    expect(row?.[0]).not.toContain(secret)
  })

  it('is told in the history and by mail, and shown in the settings', async () => {
    const { person } = await withTotp()
    expect(await historyOf(person)).toEqual(['totp_enabled'])
    expect(await messagesTo(person)).toBe(1)
    const shown = await handlers.getTwoFactor(person.visitor, noInput)
    expect(shown).toMatchObject({
      value: { body: { totp: { enabled: true }, recovery_codes_left: 10 } },
    })
  })

  it('is not replaced while it is in effect', async () => {
    const { person } = await withTotp()
    const again = await handlers.beginTotp(person.visitor, body({ password: TEST_PASSWORD }))
    expect(again).toMatchObject({ ok: false, refusal: { code: 'wrong_state' } })
  })

  it('can be begun anew before it was confirmed: the older secret is forgotten', async () => {
    const person = await people.registered()
    const older = await begin(person)
    const newer = await begin(person)
    const byOlder = await handlers.confirmTotp(person.visitor, body({ code: nextCode(older) }))
    expect(byOlder.ok).toBe(false)
    const byNewer = await handlers.confirmTotp(person.visitor, body({ code: nextCode(newer) }))
    expect(byNewer.ok).toBe(true)
  })

  it('is not begun by a session of long ago without the password', async () => {
    const person = await people.registered()
    expect((await handlers.beginTotp(person.visitor, body({}))).ok).toBe(true)
    await people.advance(minutes(10))
    expect(await handlers.beginTotp(person.visitor, body({}))).toMatchObject({
      refusal: { code: 'password_needed' },
    })
    const wrong = await handlers.beginTotp(person.visitor, body({ password: 'not mine' }))
    expect(wrong).toMatchObject({ refusal: { code: 'password_wrong' } })
    const right = await handlers.beginTotp(person.visitor, body({ password: TEST_PASSWORD }))
    expect(right.ok).toBe(true)
  })
})

describe('a code', () => {
  it('is good once, also of two that arrive together', async () => {
    const { person, secret } = await withTotp()
    const code = nextCode(secret)
    const both = await Promise.all([check(person, code), check(person, code)])
    expect(both.toSorted()).toEqual(['right', 'wrong'])
    expect(await check(person, code)).toBe('wrong')
    expect(await check(person, nextCode(secret))).toBe('right')
  })

  it('of a step that another request used meanwhile is not used again', async () => {
    const { person } = await withTotp()
    const use = (step: number) => useTotpStep(people.deps.pool, person.id, step)
    const later = 10 ** 9
    const both = await Promise.all([use(later), use(later)])
    expect(both.toSorted()).toEqual([false, true])
    expect(await use(later - 1)).toBe(false)
    expect(await use(later + 1)).toBe(true)
  })

  it('that confirmed the app is not good for a sign-in as well', async () => {
    const { person, secret } = await withTotp()
    expect(await check(person, totpCodeAt(secret, people.authenticatorClock.now()))).toBe('wrong')
  })

  it("goes by the real time when the sandbox's clock was moved", async () => {
    const { person, secret } = await withTotp()
    await people.advance(days(40))
    expect(await check(person, nextCode(secret))).toBe('right')
  })

  it('of somebody else is wrong', async () => {
    const [one, other] = [await withTotp(), await withTotp()]
    expect(await check(one.person, nextCode(other.secret))).toBe('wrong')
    expect(await check(one.person, other.codes[0] ?? '')).toBe('wrong')
  })

  it('is not looked at after five wrong ones, until the lock is over', async () => {
    const { person, secret, codes } = await withTotp()
    for (let i = 0; i < 5; i += 1)
      expect(await check(person, otherThan(nextCode(secret)))).toBe('wrong')
    expect(await check(person, nextCode(secret))).toBe('locked')
    expect(await check(person, codes[0] ?? '')).toBe('locked')
    await people.advance(minutes(15))
    expect(await check(person, nextCode(secret))).toBe('right')
  })

  it('can be typed with a space', async () => {
    const { person, secret } = await withTotp()
    const code = nextCode(secret)
    expect(await check(person, `${code.slice(0, 3)} ${code.slice(3)}`)).toBe('right')
  })
})

describe('recovery codes', () => {
  it('are ten, good once each, however they are typed', async () => {
    const { person, codes } = await withTotp()
    expect(new Set(codes).size).toBe(10)
    const [first = '', second = ''] = codes
    expect(await check(person, first)).toBe('right')
    expect(await check(person, first)).toBe('wrong')
    expect(await check(person, second.toUpperCase().replace('-', ' '))).toBe('right')
    const shown = await handlers.getTwoFactor(person.visitor, noInput)
    expect(shown).toMatchObject({ value: { body: { recovery_codes_left: 8 } } })
  })

  it('tell the owner when one was used', async () => {
    const { person, codes } = await withTotp()
    await check(person, codes[0] ?? '')
    expect(await historyOf(person)).toEqual(['totp_enabled', 'recovery_code_used'])
    expect(await messagesTo(person)).toBe(2)
  })

  it('are replaced by password and code: the old ones die', async () => {
    const { person, secret, codes } = await withTotp()
    const factors = { password: TEST_PASSWORD, code: nextCode(secret) }
    const renewed = await handlers.newRecoveryCodes(person.visitor, body(factors))
    if (!renewed.ok) throw new Error(renewed.refusal.detail)
    expect(await check(person, codes[0] ?? '')).toBe('wrong')
    expect(await check(person, renewed.value.body.codes[0] ?? '')).toBe('right')
    expect(await historyOf(person)).toContain('recovery_codes_renewed')
  })
})

describe('turning it off', () => {
  it('needs the password and a code', async () => {
    const { person, secret, codes } = await withTotp()
    const attempt = (password: string, code: string) =>
      handlers.disableTotp(person.visitor, body({ password, code }))
    expect(await attempt('not mine', nextCode(secret))).toMatchObject({
      refusal: { code: 'password_wrong' },
    })
    expect(await attempt(TEST_PASSWORD, otherThan(nextCode(secret)))).toMatchObject({
      refusal: { code: 'code_wrong', members: { tries_left: '4' } },
    })
    expect(await hasSecondFactor(people.deps.pool, person.id)).toBe(true)
    expect(await attempt(TEST_PASSWORD, codes[3] ?? '')).toMatchObject({
      value: { body: { totp: { enabled: false }, recovery_codes_left: 0 } },
    })
    expect(await hasSecondFactor(people.deps.pool, person.id)).toBe(false)
    expect(await check(person, codes[4] ?? '')).toBe('wrong')
    expect(await historyOf(person)).toEqual(['totp_enabled', 'recovery_code_used', 'totp_disabled'])
  })

  it('is refused where nothing is on', async () => {
    const person = await people.registered()
    const factors = body({ password: TEST_PASSWORD, code: '123456' })
    for (const call of [handlers.disableTotp, handlers.newRecoveryCodes]) {
      expect(await call(person.visitor, factors)).toMatchObject({
        refusal: { code: 'wrong_state' },
      })
    }
  })
})

describe('staff', () => {
  it('have the same second factor, on their own id', async () => {
    const owner = { staffId: newUuid() }
    const { deps } = people
    const begun = await beginTotpFor(deps, owner, 'staff@example.com')
    if (!begun.ok) throw new Error(begun.refusal)
    const { secret } = begun.value
    const confirmed = await confirmTotpFor(deps, owner, nextCode(secret), async () => {})
    expect(confirmed.ok).toBe(true)
    expect(await hasSecondFactor(deps.pool, owner.staffId)).toBe(true)
    expect(await checkSecondFactor(deps, owner, nextCode(secret))).toBe('right')
    const [code = ''] = confirmed.ok ? confirmed.value : []
    expect(await checkSecondFactor(deps, owner, code)).toBe('right')
    expect(await removeTotp(deps.pool, owner.staffId)).toBe(true)
    expect(await checkSecondFactor(deps, owner, nextCode(secret))).toBe('wrong')
  })
})
