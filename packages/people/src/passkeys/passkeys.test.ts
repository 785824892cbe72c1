import { decodeId, minutes } from '@danbao/kernel'
import { queryText } from '@danbao/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSession } from '../base/sessions.ts'
import {
  openTestPeople,
  type Registered,
  TEST_PASSWORD,
  TEST_VISITOR,
  type TestPeople,
} from '../testing.ts'
import { turnOnTotp } from '../two-factor/turn-on.ts'
import { userHandleOf } from './ceremony.ts'
import { createPasskeyHandlers, createPasskeySignInHandlers } from './index.ts'
import { findPasskey, savePasskeyUse } from './store.ts'
import {
  createSoftwarePasskey,
  type Doing,
  type SoftwarePasskey,
} from './software-authenticator.ts'

const ORIGIN = 'http://localhost:8080'

let people: TestPeople
let handlers: ReturnType<typeof createPasskeyHandlers> &
  ReturnType<typeof createPasskeySignInHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  handlers = {
    ...createPasskeyHandlers(people.deps),
    ...createPasskeySignInHandlers(people.deps),
  }
})
afterAll(() => people.close())

const body = <T>(value: T) => ({ params: undefined, query: undefined, body: value })
const noInput = { params: undefined, query: undefined, body: undefined }

async function begin({ visitor }: Registered) {
  const begun = await handlers.beginPasskey(visitor, body({ password: TEST_PASSWORD }))
  if (!begun.ok) throw new Error(begun.refusal.detail)
  return begun.value.body
}

async function add(person: Registered, passkey = createSoftwarePasskey(ORIGIN), how: Doing = {}) {
  const { ceremony, options } = await begin(person)
  const credential = passkey.made(options.challenge, how)
  const added = await handlers.addPasskey(
    person.visitor,
    body({ ceremony, name: 'My phone', credential }),
  )
  return { added, passkey, ceremony, credential }
}

async function withPasskey(how: Doing = {}) {
  const person = await people.registered()
  const { added, passkey } = await add(person, createSoftwarePasskey(ORIGIN), how)
  if (!added.ok) throw new Error(added.refusal.detail)
  return { person, passkey, view: added.value.body }
}

async function beginSignIn() {
  const begun = await handlers.beginPasskeySignIn(TEST_VISITOR, body({}))
  if (!begun.ok) throw new Error(begun.refusal.detail)
  return begun.value.body
}

async function signIn(passkey: SoftwarePasskey, how: Doing = {}) {
  const { ceremony, options } = await beginSignIn()
  const credential = passkey.used(options.challenge, how)
  return handlers.signInByPasskey(TEST_VISITOR, body({ ceremony, credential }))
}

const refusedWith = (code: string) => ({ ok: false, refusal: { code } })

async function historyOf({ id }: Registered): Promise<readonly (string | null)[]> {
  const rows = await queryText(
    people.deps.pool,
    'SELECT kind FROM people.history WHERE person_id = $1 ORDER BY id',
    [id],
  )
  return rows.map(([kind]) => kind ?? null)
}

describe('making a passkey', () => {
  it('asks the authenticator for one that finds its owner, with finger, face or PIN', async () => {
    const person = await people.registered()
    const { options } = await begin(person)
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Danbao' },
      user: { id: userHandleOf(person.id), name: person.email, displayName: 'Anna Eriksson' },
      attestation: 'none',
      excludeCredentials: [],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
  })

  it('keeps it, tells the owner, and does not make it twice on one authenticator', async () => {
    const { person, passkey } = await withPasskey()
    const listed = await handlers.listPasskeys(person.visitor, noInput)
    expect(listed).toMatchObject({
      value: { body: { data: [{ name: 'My phone', synced: true, last_used_at: null }] } },
    })
    expect(await historyOf(person)).toEqual(['passkey_added'])
    const { options } = await begin(person)
    expect(options.excludeCredentials).toMatchObject([{ id: passkey.id }])
  })

  it('is no business of a session of long ago without the password', async () => {
    const person = await people.registered()
    await people.advance(minutes(10))
    const without = await handlers.beginPasskey(person.visitor, body({}))
    expect(without).toMatchObject(refusedWith('password_needed'))
    const wrong = await handlers.beginPasskey(person.visitor, body({ password: 'not mine' }))
    expect(wrong).toMatchObject(refusedWith('password_wrong'))
  })

  it('is refused from another site, for another site, or without finger, face or PIN', async () => {
    const person = await people.registered()
    const wrongs: Doing[] = [
      { origin: 'http://localhost:8081' },
      { origin: 'https://localhost:8080' },
      { rpId: 'danbao.example' },
      { verified: false },
      { type: 'webauthn.get' },
    ]
    for (const how of wrongs) {
      const { added } = await add(person, createSoftwarePasskey(ORIGIN), how)
      expect(added).toMatchObject(refusedWith('passkey_refused'))
    }
    expect(await historyOf(person)).toEqual([])
  })

  it('uses up its challenge, is over after five minutes, and is for who began', async () => {
    const [person, other] = [await people.registered(), await people.registered()]
    const { ceremony, credential } = await add(person)
    const again = { ceremony, name: 'Again', credential }
    expect(await handlers.addPasskey(person.visitor, body(again))).toMatchObject(
      refusedWith('ceremony_gone'),
    )
    const begun = await begin(person)
    const made = createSoftwarePasskey(ORIGIN).made(begun.options.challenge)
    const byOther = { ceremony: begun.ceremony, name: 'Not mine', credential: made }
    expect(await handlers.addPasskey(other.visitor, body(byOther))).toMatchObject(
      refusedWith('ceremony_gone'),
    )
    const late = await begin(person)
    await people.advance(minutes(5))
    const tooLate = createSoftwarePasskey(ORIGIN).made(late.options.challenge)
    expect(
      await handlers.addPasskey(
        person.visitor,
        body({ ceremony: late.ceremony, name: 'Late', credential: tooLate }),
      ),
    ).toMatchObject(refusedWith('ceremony_gone'))
  })

  it('is refused for a passkey that somebody else has', async () => {
    const { passkey } = await withPasskey()
    const other = await people.registered()
    expect((await add(other, passkey)).added).toMatchObject(refusedWith('passkey_refused'))
  })
})

describe('signing in by passkey', () => {
  it('opens a full session of its owner, without password or code', async () => {
    const { person, passkey } = await withPasskey()
    const answer = await signIn(passkey, { userHandle: userHandleOf(person.id) })
    if (!answer.ok) throw new Error(answer.refusal.detail)
    expect(answer.value.body).toEqual({ object: 'sign_in', state: 'signed_in' })
    const now = await people.deps.now()
    const session = await findSession(people.deps.pool, answer.value.session ?? '', now)
    expect(session).toMatchObject({ personId: person.id, kind: 'full' })
    const listed = await handlers.listPasskeys(person.visitor, noInput)
    expect(listed).toMatchObject({
      value: { body: { data: [{ last_used_at: expect.any(String) }] } },
    })
  })

  it('counts as both factors', async () => {
    const { person, passkey } = await withPasskey()
    await turnOnTotp(people, person)
    expect(await signIn(passkey)).toMatchObject({ value: { body: { state: 'signed_in' } } })
  })

  it('names no credentials, so that nobody learns who has an account', async () => {
    await withPasskey()
    const { options } = await beginSignIn()
    expect(Object.keys(options).toSorted()).toEqual([
      'challenge',
      'rpId',
      'timeout',
      'userVerification',
    ])
  })

  it('refuses an answer that was seen before, whatever ceremony it is given for', async () => {
    const { passkey } = await withPasskey()
    const { ceremony, options } = await beginSignIn()
    const credential = passkey.used(options.challenge)
    expect((await handlers.signInByPasskey(TEST_VISITOR, body({ ceremony, credential }))).ok).toBe(
      true,
    )
    const again = await handlers.signInByPasskey(TEST_VISITOR, body({ ceremony, credential }))
    expect(again).toMatchObject(refusedWith('ceremony_gone'))
    const other = await beginSignIn()
    const elsewhere = { ceremony: other.ceremony, credential }
    expect(await handlers.signInByPasskey(TEST_VISITOR, body(elsewhere))).toMatchObject(
      refusedWith('passkey_refused'),
    )
  })

  it('lets one of two equal answers in', async () => {
    const { passkey } = await withPasskey()
    const { ceremony, options } = await beginSignIn()
    const input = body({ ceremony, credential: passkey.used(options.challenge) })
    const both = await Promise.all([1, 2].map(() => handlers.signInByPasskey(TEST_VISITOR, input)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('refuses other origins, other sites, other kinds of answer, and nobody at the sensor', async () => {
    const { passkey } = await withPasskey()
    const wrongs: Doing[] = [
      { origin: 'https://danbao.example' },
      { origin: 'http://localhost:8070' },
      { rpId: 'danbao.example' },
      { verified: false },
      { type: 'webauthn.create' },
    ]
    for (const how of wrongs) {
      expect(await signIn(passkey, how)).toMatchObject(refusedWith('passkey_refused'))
    }
    expect((await signIn(passkey)).ok).toBe(true)
  })

  it('refuses a counter that stands still or goes back: the key was copied', async () => {
    const { passkey } = await withPasskey({ counter: 5 })
    expect((await signIn(passkey, { counter: 6 })).ok).toBe(true)
    for (const counter of [6, 5, 0]) {
      expect(await signIn(passkey, { counter })).toMatchObject(refusedWith('passkey_refused'))
    }
    expect((await signIn(passkey, { counter: 7 })).ok).toBe(true)
  })

  it('lets one of two signatures with the same count in, however close they come', async () => {
    const { passkey } = await withPasskey({ counter: 5 })
    const { pool } = people.deps
    const kept = await findPasskey(pool, passkey.id)
    if (kept === undefined) throw new Error('not kept')
    const now = await people.deps.now()
    const use = (counter: number) => savePasskeyUse(pool, kept.id, { counter, synced: true, now })
    expect((await Promise.all([use(6), use(6)])).toSorted()).toEqual([false, true])
    expect(await use(0)).toBe(false)
    expect(await use(7)).toBe(true)
  })

  it('takes a passkey that never counts, time and again', async () => {
    const { passkey } = await withPasskey()
    for (let i = 0; i < 3; i += 1) expect((await signIn(passkey)).ok).toBe(true)
  })

  it("refuses unknown passkeys, forged signatures, and another's name on one's own", async () => {
    const [one, other] = [await withPasskey(), await withPasskey()]
    expect(await signIn(createSoftwarePasskey(ORIGIN))).toMatchObject(
      refusedWith('passkey_refused'),
    )
    const { ceremony, options } = await beginSignIn()
    const signed = one.passkey.used(options.challenge)
    const forged = { ...signed, id: other.passkey.id, rawId: other.passkey.id }
    const attempt = await handlers.signInByPasskey(
      TEST_VISITOR,
      body({ ceremony, credential: forged }),
    )
    expect(attempt).toMatchObject(refusedWith('passkey_refused'))
    const asOther = { userHandle: userHandleOf(other.person.id) }
    expect(await signIn(one.passkey, asOther)).toMatchObject(refusedWith('passkey_refused'))
  })

  it('is over after five minutes', async () => {
    const { passkey } = await withPasskey()
    const { ceremony, options } = await beginSignIn()
    await people.advance(minutes(5))
    const credential = passkey.used(options.challenge)
    const late = await handlers.signInByPasskey(TEST_VISITOR, body({ ceremony, credential }))
    expect(late).toMatchObject(refusedWith('ceremony_gone'))
  })

  it('is over for an account that was closed', async () => {
    const { person, passkey } = await withPasskey()
    await people.deps.pool.query('UPDATE people.person SET closed_at = now() WHERE id = $1', [
      person.id,
    ])
    expect(await signIn(passkey)).toMatchObject(refusedWith('passkey_refused'))
  })

  it('can not be begun without end from one address', async () => {
    const visitor = { ...TEST_VISITOR, ip: '203.0.113.99' }
    for (let i = 0; i < 60; i += 1) {
      expect((await handlers.beginPasskeySignIn(visitor, body({}))).ok).toBe(true)
    }
    expect(await handlers.beginPasskeySignIn(visitor, body({}))).toMatchObject(
      refusedWith('try_later'),
    )
  })
})

describe('the list of passkeys', () => {
  const idOf = (text: string) => {
    const decoded = decodeId('psk', text)
    if (!decoded.ok) throw new Error(text)
    return { params: { id: decoded.value }, query: undefined }
  }

  it('can be renamed and removed by the owner; a removed one signs nobody in', async () => {
    const { person, passkey, view } = await withPasskey()
    const named = { ...idOf(view.id), body: { name: 'Blue key' } }
    expect(await handlers.renamePasskey(person.visitor, named)).toMatchObject({
      value: { body: { name: 'Blue key' } },
    })
    const gone = { ...idOf(view.id), body: undefined }
    expect((await handlers.deletePasskey(person.visitor, gone)).ok).toBe(true)
    expect(await signIn(passkey)).toMatchObject(refusedWith('passkey_refused'))
    expect(await historyOf(person)).toContain('passkey_removed')
    expect(await handlers.deletePasskey(person.visitor, gone)).toMatchObject(
      refusedWith('not_found'),
    )
  })

  it("is nobody else's business", async () => {
    const { view, passkey } = await withPasskey()
    const stranger = await people.registered()
    const named = { ...idOf(view.id), body: { name: 'Mine now' } }
    expect(await handlers.renamePasskey(stranger.visitor, named)).toMatchObject(
      refusedWith('not_found'),
    )
    const gone = { ...idOf(view.id), body: undefined }
    expect(await handlers.deletePasskey(stranger.visitor, gone)).toMatchObject(
      refusedWith('not_found'),
    )
    expect((await signIn(passkey)).ok).toBe(true)
  })
})
