import { hours, minutes, seconds } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../base/handling.ts'
import { findSession, openSession } from '../../base/sessions.ts'
import { identify } from '../../identify.ts'
import { openTestPeople, TEST_PASSWORD, TEST_VISITOR, type TestPeople } from '../../testing.ts'
import { totpCodeAt } from '../../two-factor/index.ts'
import { createFirstAdministrator } from '../members/first-administrator.ts'
import { auditOf, bodyOf, codeOf, column, makeStaff, type TestStaff } from '../testing.ts'
import { createSignInHandlers, ensureSandboxMerchant, ensureSandboxStaff } from './index.ts'

let people: TestPeople
let routes: ReturnType<typeof createSignInHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  routes = createSignInHandlers(people.deps)
})
afterAll(() => people.close())

const none = { params: undefined, query: undefined, body: undefined }
const body = <T>(given: T) => ({ params: undefined, query: undefined, body: given })
const at = (sessionToken: string | undefined): Visitor => ({ ...TEST_VISITOR, sessionToken })

async function signIn(member: Pick<TestStaff, 'email'>, before?: string): Promise<string> {
  const asked = { email: member.email, password: TEST_PASSWORD }
  const result = await routes.staffSignIn(at(before), body(asked))
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value.session ?? ''
}

/** Sets an authenticator up; answers its secret and the full session. */
async function enrol(member: TestStaff) {
  const half = await signIn(member)
  const { secret } = bodyOf(await routes.beginStaffTotp(at(half), none))
  const code = totpCodeAt(secret, people.authenticatorClock.now())
  const done = await routes.confirmStaffTotp(at(half), body({ code }))
  const { recovery_codes } = bodyOf(done)
  return { secret, half, full: done.ok ? (done.value.session ?? '') : '', recovery_codes }
}

const reaches = async (token: string) =>
  (await identify(people.deps, 'staff', at(token))).ok ? 'all' : 'nothing'

describe('signing in', () => {
  it('makes a member set up an authenticator first, and opens nothing before', async () => {
    const member = await makeStaff(people, 'reviewer')
    const asked = body({ email: member.email.toUpperCase(), password: TEST_PASSWORD })
    const first = await routes.staffSignIn(at(undefined), asked)
    expect(bodyOf(first)).toEqual({ next: 'enrol' })
    const { half, full, recovery_codes } = await enrol(member)
    expect(await reaches(full)).toBe('all')
    expect(await reaches(half)).toBe('nothing')
    expect(recovery_codes.length).toBeGreaterThan(5)
    expect(await auditOf(people, member.id)).toEqual(['staff.second_factor_set', 'staff.signed_in'])
  })

  it('asks for a code from then on, each good once', async () => {
    const member = await makeStaff(people, 'support')
    const { secret } = await enrol(member)
    people.authenticatorClock.advance(seconds(60))
    const half = await signIn(member)
    expect(await reaches(half)).toBe('nothing')
    const code = totpCodeAt(secret, people.authenticatorClock.now())
    const wrong = await routes.giveStaffCode(at(half), body({ code: flip(code) }))
    expect(wrong).toMatchObject({ refusal: { code: 'code_wrong', members: { tries_left: '4' } } })
    const right = await routes.giveStaffCode(at(half), body({ code }))
    expect(await reaches(right.ok ? (right.value.session ?? '') : '')).toBe('all')
    expect(codeOf(await routes.giveStaffCode(at(half), body({ code })))).toBe('session_required')
    const again = await signIn(member)
    expect(codeOf(await routes.giveStaffCode(at(again), body({ code })))).toBe('code_wrong')
  })

  it('takes a recovery code in place of the app', async () => {
    const member = await makeStaff(people, 'support')
    const { recovery_codes } = await enrol(member)
    const half = await signIn(member)
    const code = recovery_codes[0] ?? ''
    const opened = await routes.giveStaffCode(at(half), body({ code }))
    expect(opened.ok).toBe(true)
  })

  it('does not let a password alone replace the authenticator', async () => {
    const member = await makeStaff(people, 'support')
    await enrol(member)
    const half = await signIn(member)
    expect(codeOf(await routes.beginStaffTotp(at(half), none))).toBe('wrong_state')
    const sneaky = await routes.confirmStaffTotp(at(half), body({ code: '000000' }))
    expect(codeOf(sneaky)).toBe('wrong_state')
  })

  it('stops guessing of codes', async () => {
    const member = await makeStaff(people, 'support')
    const { secret } = await enrol(member)
    people.authenticatorClock.advance(seconds(60))
    const half = await signIn(member)
    const code = totpCodeAt(secret, people.authenticatorClock.now())
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => routes.giveStaffCode(at(half), body({ code: flip(code) }))),
    )
    expect(tries.filter((tried) => codeOf(tried) === 'code_wrong')).toHaveLength(5)
    expect(codeOf(await routes.giveStaffCode(at(half), body({ code })))).toBe('try_later')
  })

  it('answers the same for a wrong password, an unknown address, an invited and a disabled member', async () => {
    const member = await makeStaff(people, 'support')
    const gone = await makeStaff(people, 'support')
    const sql = 'UPDATE people.staff SET disabled_at = now() WHERE id = $1'
    await people.deps.pool.query(sql, [gone.id])
    const invited = await makeStaff(people, 'support')
    const none = 'UPDATE people.staff SET password_hash = NULL WHERE id = $1'
    await people.deps.pool.query(none, [invited.id])
    const ask = (email: string, password: string) =>
      routes.staffSignIn(at(undefined), body({ email, password }))
    const wrong = await ask(member.email, 'another password')
    expect(codeOf(wrong)).toBe('credentials_wrong')
    expect(await ask('nobody@staff.test', TEST_PASSWORD)).toEqual(wrong)
    expect(await ask(gone.email, TEST_PASSWORD)).toEqual(wrong)
    expect(await ask(invited.email, TEST_PASSWORD)).toEqual(wrong)
  })

  it('stops guessing of passwords, for addresses that nobody has too, and opens again', async () => {
    const member = await makeStaff(people, 'support')
    for (const email of [member.email, 'nobody-either@staff.test']) {
      const place = { ...TEST_VISITOR, ip: `192.0.2.${email.length}` }
      const tries = await Promise.all(
        Array.from({ length: 8 }, () =>
          routes.staffSignIn(place, body({ email, password: 'a guess' })),
        ),
      )
      expect(tries.filter((tried) => codeOf(tried) === 'credentials_wrong')).toHaveLength(5)
      const right = await routes.staffSignIn(place, body({ email, password: TEST_PASSWORD }))
      expect(right).toMatchObject({ refusal: { code: 'try_later' } })
    }
    await people.advance(minutes(1))
    expect(await signIn(member)).not.toBe('')
  })

  it('gives a token that was not in the browser before, and ends the one that was', async () => {
    const member = await makeStaff(people, 'support')
    const now = await people.deps.now()
    const owner = { staffId: member.id }
    const planted = await openSession(people.deps.pool, {
      owner,
      kind: 'half',
      visit: TEST_VISITOR,
      now,
    })
    const half = await signIn(member, planted.token)
    expect(half).not.toBe(planted.token)
    expect(await findSession(people.deps.pool, planted.token, now)).toBeUndefined()
    expect(codeOf(await routes.beginStaffTotp(at(planted.token), none))).toBe('session_required')
  })

  it('has no second step for a wallet, for nobody, or for who is past it', async () => {
    const { visitor } = await people.registered()
    const full = (await makeStaff(people, 'support')).visitor
    for (const who of [visitor, full, at(undefined), at('made-up')]) {
      expect(codeOf(await routes.beginStaffTotp(who, none))).toBe('session_required')
      const code = body({ code: '123456' })
      expect(codeOf(await routes.confirmStaffTotp(who, code))).toBe('session_required')
      expect(codeOf(await routes.giveStaffCode(who, code))).toBe('session_required')
    }
  })

  it('signs a wallet out of nothing', async () => {
    const { visitor } = await people.registered()
    await routes.staffSignOut(visitor, none)
    const now = await people.deps.now()
    expect(await findSession(people.deps.pool, visitor.sessionToken ?? '', now)).toBeDefined()
  })
})

describe('a session of staff', () => {
  it('ends by signing out, and after eight hours without use', async () => {
    const { full } = await enrol(await makeStaff(people, 'support'))
    await routes.staffSignOut(at(full), none)
    expect(await reaches(full)).toBe('nothing')
    const { full: other } = await enrol(await makeStaff(people, 'support'))
    await people.advance(hours(7))
    expect(await reaches(other)).toBe('all')
    await people.advance(hours(7))
    expect(await reaches(other)).toBe('all')
    await people.advance(hours(8))
    expect(await reaches(other)).toBe('nothing')
  })

  it('knows whose it is and what waits', async () => {
    const { visitor, text } = await makeStaff(people, 'arbiter')
    const me = bodyOf(await routes.staffMe(visitor, none))
    expect(me).toMatchObject({
      id: text,
      roles: ['arbiter'],
      waiting: { recovery: 0, approvals: 0 },
    })
    expect(me.permissions).toContain('recovery.decide')
  })
})

describe('the first administrator', () => {
  it('is made without a second person, by a link that sets the password once', async () => {
    const other = await openTestPeople({ mode: 'live' })
    const live = createSignInHandlers(other.deps)
    const wanted = { email: 'head@example.com', name: 'Head' }
    const early = await createFirstAdministrator(other.deps, wanted)
    const made = await createFirstAdministrator(other.deps, wanted)
    const token = tokenOf(made.ok ? made.value.link : '')
    const old = body({ token: tokenOf(early.ok ? early.value.link : '') })
    expect(codeOf(await live.lookAtStaffLink(at(undefined), old))).toBe('link_invalid')
    expect(bodyOf(await live.lookAtStaffLink(at(undefined), body({ token })))).toEqual(wanted)
    const weak = await live.setStaffPassword(at(undefined), body({ token, password: 'password1' }))
    expect(codeOf(weak)).toBe('password_weak')
    const password = TEST_PASSWORD
    const both = await Promise.all(
      [1, 2].map(() => live.setStaffPassword(at(undefined), body({ token, password }))),
    )
    expect(both.map(codeOf).toSorted()).toEqual(['link_invalid', undefined])
    const entered = await live.staffSignIn(at(undefined), body({ email: wanted.email, password }))
    expect(bodyOf(entered)).toEqual({ next: 'enrol' })
    expect(
      await createFirstAdministrator(other.deps, { ...wanted, email: 'x@example.com' }),
    ).toEqual({ ok: false, refusal: 'administrator_exists' })
    await other.close()
  })
})

describe('a sandbox', () => {
  it('seeds one member for each role, once, and opens their session by one click', async () => {
    await ensureSandboxStaff(people.deps)
    await ensureSandboxStaff(people.deps)
    const seeded = await column(
      people,
      `SELECT name FROM people.staff WHERE email LIKE '%@staff.example' ORDER BY name`,
    )
    expect(seeded).toEqual([
      'Sandbox administrator',
      'Sandbox arbiter',
      'Sandbox reviewer',
      'Sandbox support',
      'Sandbox treasurer',
    ])
    const entrance = bodyOf(await routes.getConsoleEntrance(at(undefined), none))
    expect(entrance).toMatchObject({ mode: 'sandbox' })
    expect(entrance.one_click).toHaveLength(5)
    const clicked = await routes.sandboxSignIn(at(undefined), body({ role: 'reviewer' }))
    const token = clicked.ok ? (clicked.value.session ?? '') : ''
    expect((await identify(people.deps, 'identity.review', at(token))).ok).toBe(true)
    expect((await identify(people.deps, 'staff.manage', at(token))).ok).toBe(false)
  })

  it('seeds a merchant of a marketplace that is there, who may do nothing else', async () => {
    await ensureSandboxMerchant(people.deps, 'Not there')
    const before = bodyOf(await routes.getConsoleEntrance(at(undefined), none)).one_click
    expect(before).not.toContain('merchant')
    await ensureSandboxMerchant(people.deps, 'First')
    await ensureSandboxMerchant(people.deps, 'First')
    const after = bodyOf(await routes.getConsoleEntrance(at(undefined), none)).one_click
    expect(after).toEqual([...before, 'merchant'])
    const clicked = await routes.sandboxSignIn(at(undefined), body({ role: 'merchant' }))
    const token = clicked.ok ? (clicked.value.session ?? '') : ''
    const who = await identify(people.deps, 'marketplace.manage', at(token))
    const { marketplaceId } = people.marketplace
    expect(who).toMatchObject({ ok: true, value: { marketplaceId } })
    expect((await identify(people.deps, 'queue.read', at(token))).ok).toBe(false)
    expect((await identify(people.deps, 'person.read', at(token))).ok).toBe(false)
  })

  it('does none of it in a live database', async () => {
    const other = await openTestPeople({ mode: 'live' })
    await expect(ensureSandboxStaff(other.deps)).rejects.toThrow()
    await expect(ensureSandboxMerchant(other.deps, 'First')).rejects.toThrow()
    const email = 'reviewer@staff.example'
    await makeStaff(other, 'reviewer')
    await other.deps.pool.query('UPDATE people.staff SET email = $1', [email])
    const live = createSignInHandlers(other.deps)
    const clicked = await live.sandboxSignIn(at(undefined), body({ role: 'reviewer' }))
    expect(codeOf(clicked)).toBe('not_found')
    const entrance = bodyOf(await live.getConsoleEntrance(at(undefined), none))
    expect(entrance).toEqual({ mode: 'live', one_click: [] })
    await other.close()
  })
})

function flip(code: string): string {
  return code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`
}

function tokenOf(link: string): string {
  return new URLSearchParams(new URL(link).hash.slice(1)).get('token') ?? ''
}
