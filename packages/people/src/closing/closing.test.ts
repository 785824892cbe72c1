import { encodeId, days, newUuid, type Uuid } from '@danbao/kernel'
import { changeAccount, commands } from '@danbao/core'
import { amountOf } from '@danbao/core/testing'
import { queryText } from '@danbao/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attempt } from '../base/attempt.ts'
import { changePerson, readPerson } from '../base/person.ts'
import { findSession } from '../base/sessions.ts'
import {
  expectBody,
  expectRefusal,
  fill,
  giveQuestions,
  historyOf,
  lendToMarketplace,
  messagesTo,
  subjectsTo,
} from '../settings/testing.ts'
import { openTestPeople, type Registered, TEST_PASSWORD, type TestPeople } from '../testing.ts'
import {
  confirmClosure,
  createClosingHandlers,
  declineClosure,
  prepareClosure,
  readClosure,
  refuseClosure,
  runDueClosures,
} from './index.ts'

let people: TestPeople
let closing: ReturnType<typeof createClosingHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  closing = createClosingHandlers(people.deps)
})
afterAll(() => people.close())

const [FIRST, SECOND] = [newUuid(), newUuid()]
const plain = { params: undefined, query: undefined } as const
const nothing = { ...plain, body: undefined } as const

const ask = (person: Registered, password = TEST_PASSWORD) =>
  closing.requestClosure(person.visitor, { ...plain, body: { password, reason: 'I leave.' } })
const look = async (person: Registered) =>
  expectBody(await closing.getClosing(person.visitor, nothing))

async function asked(person: Registered): Promise<Uuid> {
  expectBody(await ask(person))
  const sql = 'SELECT id FROM people.closure WHERE person_id = $1 ORDER BY id DESC LIMIT 1'
  return (await queryText(people.deps.pool, sql, [person.id]))[0]?.[0] ?? ''
}

const prepare = (closureId: Uuid, staffId = FIRST) =>
  attempt(people.deps.pool, async (client) =>
    prepareClosure(client, { closureId, staffId, now: await people.deps.now() }),
  )
const confirm = (closureId: Uuid, staffId = SECOND) =>
  attempt(people.deps.pool, async (client) =>
    confirmClosure(client, people.deps, { closureId, staffId, now: await people.deps.now() }),
  )
const stateOf = async (id: Uuid) => (await readClosure(people.deps.pool, id))?.state

async function prepared(person: Registered): Promise<Uuid> {
  const id = await asked(person)
  expect((await prepare(id)).ok).toBe(true)
  return id
}

describe('asking for the end', () => {
  it('needs the password, and is one request until it ends', async () => {
    const anna = await people.registered()
    expect(expectRefusal(await ask(anna, 'wrong')).code).toBe('password_wrong')
    expect((await look(anna)).closure).toBeNull()
    expect(expectBody(await ask(anna)).closure).toMatchObject({ state: 'requested' })
    expect(expectRefusal(await ask(anna)).code).toBe('wrong_state')
    const withdrawn = await closing.withdrawClosure(anna.visitor, nothing)
    expect(expectBody(withdrawn).closure).toMatchObject({ state: 'withdrawn' })
    expect(expectRefusal(await closing.withdrawClosure(anna.visitor, nothing)).code).toBe(
      'wrong_state',
    )
    expectBody(await ask(anna))
    expect(await subjectsTo(people, anna.email)).toHaveLength(3)
  })

  it('becomes a case of staff, which is gone when it is withdrawn', async () => {
    const anna = await people.registered()
    const id = await prepared(anna)
    const open = () =>
      queryText(
        people.deps.pool,
        'SELECT kind FROM people.staff_case WHERE subject_id = $1 AND closed_at IS NULL',
        [id],
      )
    expect(await open()).toEqual([['closure']])
    expectBody(await closing.withdrawClosure(anna.visitor, nothing))
    expect(await open()).toEqual([])
    expect(expectRefusal(await confirm(id)).code).toBe('wrong_state')
    expect((await readPerson(people.deps.pool, anna.id))?.closedAt).toBeNull()
  })
})

describe('what is in the way', () => {
  it('is money that was announced, until it is cancelled or its time is over', async () => {
    const anna = await people.registered()
    const caller = { kind: 'person', personId: anna.id } as const
    const asking = { account: encodeId('acc', anna.id), amount: amountOf(50_00n) }
    const start = () => people.run(commands.startTopUp(caller, { ...asking, rail: 'webmoney' }))
    const first = await start()
    expect((await look(anna)).obstacles).toEqual([
      { kind: 'top_up', amount: null, subject: first.json['id'] },
    ])
    await people.run(commands.cancelTopUp(caller, first.id))
    expect((await look(anna)).obstacles).toEqual([])
    await start()
    await people.advance(days(1))
    expect((await look(anna)).obstacles).toEqual([])
  })

  it('is shown: money, payments, claims that may still come, a freeze', async () => {
    const anna = await people.registered()
    const buyer = await lendToMarketplace(people, anna.id)
    await changeAccount(people.deps.pool, anna.id, { level: 1 })
    await fill(people, buyer, 30_00n)
    const seller = await people.person(1, { USD: 50_00n })
    const payment = await people.paid({ buyer, seller }, { amount: amountOf(10_00n) })
    const kinds = async (person: Registered) => (await look(person)).obstacles.map((o) => o.kind)
    expect(await kinds(anna)).toEqual(['wallet', 'payment'])
    expect((await look(anna)).obstacles[0]?.amount).toEqual({ value: '2000', currency: 'USD' })
    await people.run(commands.confirm(buyer.caller, payment))
    expect(await kinds(anna)).toEqual(['wallet'])
    const sale = await people.paid({ buyer: seller, seller: buyer }, { amount: amountOf(10_00n) })
    await people.run(commands.ship({ ...people.marketplace }, sale, {}))
    expect(await kinds(anna)).toEqual(['wallet', 'payment'])
    await people.run(commands.openDispute(seller.caller, sale, { reason: 'damaged' }))
    expect(await kinds(anna)).toEqual(['wallet', 'payment', 'dispute'])
    await people.run(commands.confirm(seller.caller, sale))
    expect(await kinds(anna)).toEqual(['proceeds', 'wallet', 'claim_window'])
    await people.advance(days(15))
    expect(await kinds(anna)).toEqual(['proceeds', 'wallet'])
    await changeAccount(people.deps.pool, anna.id, { frozenAt: await people.deps.now() })
    expect(await kinds(anna)).toEqual(['frozen', 'proceeds', 'wallet'])
    const id = await asked(anna)
    const refusal = expectRefusal(await prepare(id))
    expect(refusal).toMatchObject({
      code: 'closure_blocked',
      members: { obstacles: ['frozen', 'proceeds', 'wallet'] },
    })
    expect(await stateOf(id)).toBe('requested')
  })

  it('is looked at once more by the second person', async () => {
    const anna = await people.registered()
    const id = await prepared(anna)
    await fill(people, await lendToMarketplace(people, anna.id), 1n)
    expect(expectRefusal(await confirm(id)).code).toBe('closure_blocked')
    expect(await stateOf(id)).toBe('prepared')
    expect((await readPerson(people.deps.pool, anna.id))?.closedAt).toBeNull()
  })
})

describe('two members of staff', () => {
  it('have to agree, and not one and the same', async () => {
    const anna = await people.registered()
    const id = await asked(anna)
    expect(expectRefusal(await confirm(id)).code).toBe('wrong_state')
    expect((await prepare(id)).ok).toBe(true)
    expect(expectRefusal(await confirm(id, FIRST)).code).toBe('second_person_needed')
    const declined = await attempt(people.deps.pool, async (client) =>
      declineClosure(client, { closureId: id, staffId: SECOND, now: await people.deps.now() }),
    )
    expect(declined.ok).toBe(true)
    expect(await stateOf(id)).toBe('requested')
  })

  it('confirm once, also at the same time', async () => {
    const anna = await people.registered()
    const id = await prepared(anna)
    const both = await Promise.all([confirm(id), confirm(id, newUuid())])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const mails = await subjectsTo(people, anna.email)
    expect(mails.filter((subject) => subject === 'Your account is closed')).toHaveLength(1)
    const goodbye = (await messagesTo(people, anna.email)).at(-1)?.text
    expect(goodbye).toMatch(/until \d{1,2} [A-Z][a-z]+ \d{4}\./)
  })

  it('may refuse; the person reads why', async () => {
    const anna = await people.registered()
    const id = await asked(anna)
    const reason = 'A card is still linked.'
    const refused = await attempt(people.deps.pool, async (client) => {
      const now = await people.deps.now()
      return refuseClosure(client, people.deps, { closureId: id, staffId: FIRST, reason, now })
    })
    expect(refused.ok).toBe(true)
    expect((await look(anna)).closure).toMatchObject({ state: 'refused', refusal_reason: reason })
    expect((await messagesTo(people, anna.email)).at(-1)?.text).toContain(reason)
  })
})

describe('a closed account', () => {
  it('keeps what the law wants, and nothing else', async () => {
    const anna = await people.registered({ email: 'leaving@example.com' })
    await giveQuestions(people, anna.id)
    await changePerson(people.deps.pool, anna.id, { street: 'Geheimweg 7' })
    await people.deps.pool.query(
      `INSERT INTO people.history (id, person_id, kind, detail, ip, user_agent, at)
       VALUES ($1, $2, 'email_changed', '{"email": "old@example.com"}', '203.0.113.9', 'UA', now())`,
      [newUuid(), anna.id],
    )
    const id = await prepared(anna)
    expect((await confirm(id)).ok).toBe(true)
    const now = await people.deps.now()
    expect(await readPerson(people.deps.pool, anna.id)).toMatchObject({
      givenName: 'Anna',
      familyName: 'Eriksson',
      country: 'DE',
      email: `${anna.id}@closed.invalid`,
      phone: null,
      street: null,
      city: null,
      passwordHash: null,
      paymentPasswordHash: null,
      closedAt: now,
    })
    const session = anna.visitor.sessionToken ?? ''
    expect(await findSession(people.deps.pool, session, now)).toBeUndefined()
    const sql = 'SELECT name, email, frozen_at IS NOT NULL FROM app.account WHERE id = $1'
    expect(await queryText(people.deps.pool, sql, [anna.id])).toEqual([
      ['Closed account', `${anna.id}@closed.invalid`, 't'],
    ])
    expect(await subjectsTo(people, anna.email)).toEqual(['Your account is closed'])
    expect(await findAnywhere('leaving@example.com')).toEqual(['message'])
    expect(await findAnywhere('old@example.com')).toEqual([])
    expect(await findAnywhere('Geheimweg')).toEqual([])
    expect(await findAnywhere('203.0.113.9')).toEqual([])
  })

  it('sets its address and its number free at once', async () => {
    const anna = await people.registered()
    expect((await confirm(await prepared(anna))).ok).toBe(true)
    const again = await people.registered({ email: anna.email, phone: anna.phone })
    expect(again.id).not.toBe(anna.id)
  })

  it('is erased wholly after five years', async () => {
    const anna = await people.registered()
    await people.deps.pool.query(
      `INSERT INTO app.payout (id, account_id, currency, amount, state, number, reference, holder, iban,
         created_at, ended_at)
       VALUES ($1, $2, 'USD', 1, 'cancelled', 1, 'DBP1', 'Anna Eriksson', 'NL91ABNA0417164300', now(), now())`,
      [newUuid(), anna.id],
    )
    const paidTo = async () =>
      (await queryText(people.deps.pool, 'SELECT holder, iban FROM app.payout'))[0]
    expect((await confirm(await prepared(anna))).ok).toBe(true)
    await people.advance(days(5 * 365))
    expect(await paidTo()).toEqual(['Anna Eriksson', 'NL91ABNA0417164300'])
    expect(await runDueClosures(people.deps)).toBe(0)
    expect((await readPerson(people.deps.pool, anna.id))?.givenName).toBe('Anna')
    await people.advance(days(2))
    await runDueClosures(people.deps)
    expect(await readPerson(people.deps.pool, anna.id)).toMatchObject({
      givenName: null,
      familyName: null,
      country: null,
    })
    expect(await historyOf(people, anna.id)).toEqual([])
    expect(await paidTo()).toEqual(['', ''])
    expect(await runDueClosures(people.deps)).toBe(0)
  })

  it('is not half closed when something fails in the middle', async () => {
    const anna = await people.registered()
    const id = await prepared(anna)
    await expect(
      attempt(people.deps.pool, async (client) => {
        const now = await people.deps.now()
        await confirmClosure(client, people.deps, { closureId: id, staffId: SECOND, now })
        throw new Error('the power fails')
      }),
    ).rejects.toThrow('the power fails')
    expect(await stateOf(id)).toBe('prepared')
    expect((await readPerson(people.deps.pool, anna.id))?.email).toBe(anna.email)
  })
})

/** The tables in which a text stands. */
async function findAnywhere(text: string): Promise<readonly string[]> {
  const tables = await queryText(
    people.deps.pool,
    `SELECT table_name FROM information_schema.tables WHERE table_schema = 'people' ORDER BY 1`,
  )
  const found: string[] = []
  for (const [table] of tables) {
    const sql = `SELECT 1 FROM people.${table} AS t WHERE t::text ILIKE '%' || $1 || '%' LIMIT 1`
    const rows = await queryText(people.deps.pool, sql, [text])
    if (rows.length > 0 && typeof table === 'string') found.push(table)
  }
  return found
}
