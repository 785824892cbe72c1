import { hours, minutes } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPeople, TEST_VISITOR, type TestPeople } from '../testing.ts'
import { issueCode, useCode } from './codes.ts'
import { issueLink, readLink, useLink } from './links.ts'
import { readPerson } from './person.ts'
import { hashSecret, matchesSecret } from './secrets.ts'
import { endSessions, findSession, listSessions, openSession } from './sessions.ts'
import { takeTry } from './throttle.ts'
import { createVault } from './vault.ts'

let people: TestPeople
beforeAll(async () => {
  people = await openTestPeople()
})
afterAll(() => people.close())

describe('the vault', () => {
  const vault = createVault(Buffer.alloc(32, 1))

  it('opens what it sealed, for the same purpose only', () => {
    const sealed = vault.seal('totp', 'JBSWY3DP')
    expect(vault.open('totp', sealed).toString()).toBe('JBSWY3DP')
    expect(() => vault.open('document', sealed)).toThrow()
    expect(sealed.toString('latin1')).not.toContain('JBSWY3DP')
  })

  it('refuses what was changed, and what another key sealed', () => {
    const sealed = vault.seal('totp', 'JBSWY3DP')
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
    expect(() => vault.open('totp', sealed)).toThrow()
    const other = createVault(Buffer.alloc(32, 2)).seal('totp', 'JBSWY3DP')
    expect(() => vault.open('totp', other)).toThrow()
  })
})

describe('secrets', () => {
  it('match themselves and nothing else; nobody has a secret that matches', async () => {
    const stored = await hashSecret('correct horse battery staple')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await matchesSecret(stored, 'correct horse battery staple')).toBe(true)
    expect(await matchesSecret(stored, 'correct horse battery stable')).toBe(false)
    expect(await matchesSecret(null, 'correct horse battery staple')).toBe(false)
  })
})

describe('the throttle', () => {
  const rule = { tries: 3, within: minutes(15), lock: minutes(1) }

  it('lets no more tries through at once than it allows', async () => {
    const now = await people.deps.now()
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => takeTry(people.deps.pool, 'at once', { rule, now })),
    )
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(3)
  })

  it('locks, opens again, and locks twice as long the next time', async () => {
    const take = async () =>
      takeTry(people.deps.pool, 'longer', { rule, now: await people.deps.now() })
    for (const left of [2, 1, 0]) expect(await take()).toMatchObject({ triesLeft: left })
    expect(await take()).toMatchObject({ allowed: false })
    await people.advance(minutes(1))
    for (let i = 0; i < 3; i += 1) expect((await take()).allowed).toBe(true)
    const now = await people.deps.now()
    expect((await take()).lockedUntil).toBe(now + minutes(2))
  })
})

describe('links', () => {
  it('are good once, for one purpose, until they expire or a newer one is made', async () => {
    const { pool } = people.deps
    const { id } = await people.registered()
    const now = await people.deps.now()
    const grant = { purpose: 'test', subjectId: id, now, lifetime: hours(24) }
    const first = await issueLink(pool, grant)
    const token = await issueLink(pool, grant)
    expect(await readLink(pool, first, { purpose: 'test', now })).toBeUndefined()
    expect(await useLink(pool, token, { purpose: 'other', now })).toBeUndefined()
    expect(await readLink(pool, token, { purpose: 'test', now })).toMatchObject({ subjectId: id })
    const both = await Promise.all([1, 2].map(() => useLink(pool, token, { purpose: 'test', now })))
    expect(both.filter((link) => link !== undefined)).toHaveLength(1)
    const late = await issueLink(pool, grant)
    await people.advance(hours(24))
    const after = { purpose: 'test', now: await people.deps.now() }
    expect(await useLink(pool, late, after)).toBeUndefined()
  })
})

describe('codes', () => {
  it('are gone after five wrong tries, even for the right one', async () => {
    const { pool, vault } = people.deps
    const { id, phone } = await people.registered()
    const now = await people.deps.now()
    const code = await issueCode(pool, vault, { personId: id, purpose: 'test', phone, now })
    const wrong = code === '000000' ? '000001' : '000000'
    const attempt = (given: string) =>
      useCode(pool, vault, { personId: id, purpose: 'test', code: given, now })
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await attempt(wrong)).toEqual({ verdict: 'wrong', triesLeft })
    }
    expect(await attempt(wrong)).toEqual({ verdict: 'gone' })
    expect(await attempt(code)).toEqual({ verdict: 'gone' })
  })

  it('are good once', async () => {
    const { pool, vault } = people.deps
    const { id, phone } = await people.registered()
    const now = await people.deps.now()
    const code = await issueCode(pool, vault, { personId: id, purpose: 'test', phone, now })
    const asked = { personId: id, purpose: 'test', code, now }
    expect(await useCode(pool, vault, asked)).toEqual({ verdict: 'right', phone })
    expect(await useCode(pool, vault, asked)).toEqual({ verdict: 'gone' })
  })
})

describe('sessions', () => {
  it('are found by their token until they are ended', async () => {
    const { pool } = people.deps
    const { id, visitor } = await people.registered()
    const now = await people.deps.now()
    const owner = { personId: id }
    const other = await openSession(pool, { owner, kind: 'full', visit: TEST_VISITOR, now })
    expect(await findSession(pool, other.token, now)).toMatchObject({ personId: id, kind: 'full' })
    expect(await listSessions(pool, id, now)).toHaveLength(2)
    expect(await endSessions(pool, { owner, now, except: visitor.sessionId })).toBe(1)
    expect(await findSession(pool, other.token, now)).toBeUndefined()
    expect(await readPerson(pool, id)).toMatchObject({ givenName: 'Anna' })
  })
})
