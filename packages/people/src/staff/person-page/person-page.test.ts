import { commands } from '@danbao/core'
import { encodeId, newUuid } from '@danbao/kernel'
import { personPage } from '@danbao/contracts/console'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordHistory } from '../../base/history.ts'
import { insertPerson } from '../../base/person.ts'
import { findSession } from '../../base/sessions.ts'
import { openTestPeople, type Registered, type TestPeople } from '../../testing.ts'
import {
  auditOf,
  bodyOf,
  codeOf,
  column,
  makeStaff,
  type TestStaff,
  withMoney,
} from '../testing.ts'
import { searchFor } from './find-people.ts'
import { createPersonPageHandlers } from './index.ts'

let people: TestPeople
let routes: ReturnType<typeof createPersonPageHandlers>
let support: TestStaff
let person: Registered
beforeAll(async () => {
  people = await openTestPeople()
  routes = createPersonPageHandlers(people.deps)
  support = await makeStaff(people, 'support')
  person = await people.registered({
    givenName: 'Мария',
    familyName: 'Иванова_',
    email: 'Maria.I@example.com',
    phone: '+79261234567',
  })
})
afterAll(() => people.close())

const on = (id: string) => ({ params: { id }, query: undefined, body: undefined })
const find = async (query: string, who = support) => {
  const asked = { params: undefined, query: undefined, body: { query } }
  return bodyOf(await routes.findPeople(who.visitor, asked)).data.map(({ email }) => email)
}

describe('the search for people', () => {
  it.each([
    ['maria.i@example.com', 'the address, whatever its case'],
    ['maria.i@', 'the beginning of the address'],
    ['+7 926 123-45-67', 'the number as people write it'],
    ['0926 1234567', 'the number as within the country'],
    ['мария ив', 'the name'],
    ['Иванова', 'the family name'],
    ['иванова_ мар', 'the family name first'],
  ])('finds %s: %s', async (query) => {
    expect(await find(query)).toEqual([person.email])
  })

  it('finds the id of an account', async () => {
    expect(await find(encodeId('acc', person.id))).toEqual([person.email])
    expect(await find(encodeId('acc', newUuid()))).toEqual([])
  })

  it('takes what is looked for as it is, never as a pattern', async () => {
    for (const query of ['%%', '__', 'M%@example.com', "' OR 1=1 --", 'Ив_нова']) {
      expect(await find(query), query).toEqual([])
    }
    expect(searchFor('12345').by).toBe('phone')
    expect(searchFor('1234').by).toBe('name')
  })

  it('is kept, and stops who copies the list', async () => {
    const curious = await makeStaff(people, 'support')
    await find('neighbour', curious)
    expect(await auditOf(people, curious.id)).toEqual(['person.searched'])
    const asked = { params: undefined, query: undefined, body: { query: 'aa' } }
    for (let i = 0; i < 99; i += 1) await routes.findPeople(curious.visitor, asked)
    expect(codeOf(await routes.findPeople(curious.visitor, asked))).toBe('try_later')
    expect(await find('Иванова')).toHaveLength(1)
  })
})

describe('a search that is kept', () => {
  const KEPT = `SELECT detail::text || ' ' || coalesce(person_id::text, 'nobody')
    FROM people.audit_entry WHERE staff_id = $1 ORDER BY id`

  it('says by what and how many, and names the few who were found, never what was typed', async () => {
    const curious = await makeStaff(people, 'support')
    for (const query of ['maria.i@example.com', 'Иванова', 'nobody@example.com']) {
      await find(query, curious)
    }
    const kept = await column(people, KEPT, [curious.id])
    expect(kept).toEqual([
      `{"by": "email", "found": 1} ${person.id}`,
      `{"by": "name", "found": 1} ${person.id}`,
      '{"by": "email", "found": 0} nobody',
    ])
  })

  it('has an entry for each of a handful, and one without names for a long list', async () => {
    for (let i = 0; i < 2; i += 1) await people.registered({ givenName: 'Zoltan' })
    const curious = await makeStaff(people, 'support')
    await find('zoltan', curious)
    expect(await column(people, KEPT, [curious.id])).toHaveLength(2)
    for (let i = 0; i < 4; i += 1) await people.registered({ givenName: 'Zoltan' })
    await find('zoltan', curious)
    const [, , ...last] = await column(people, KEPT, [curious.id])
    expect(last).toEqual(['{"by": "name", "found": 6} nobody'])
  })
})

describe('the page of a person', () => {
  it('has everything that staff need, and no secret', async () => {
    const owner = await people.registered()
    const buyer = await withMoney(people, owner, 500_00n)
    const seller = await people.person()
    const paid = await people.paid({ buyer, seller })
    const page = bodyOf(await routes.getPersonPage(support.visitor, on(owner.id)))
    expect(personPage.parse(page)).toEqual(page)
    expect(page).toMatchObject({
      person: { id: encodeId('acc', owner.id), state: 'open', level: 1 },
      limits: { level: 1, used: { value: '10000' }, left: { value: '1490000' }, over: 'year' },
      balances: [{ available: { value: '40000' }, held: { value: '10000' } }],
      payments: [{ id: encodeId('pay', paid), side: 'buyer', state: 'held' }],
      freeze: null,
      cards: { data: [] },
    })
    expect(page.sessions).toHaveLength(1)
    const text = JSON.stringify(page)
    for (const secret of ['argon2', 'hash', owner.visitor.sessionToken ?? 'none']) {
      expect(text).not.toContain(secret)
    }
    expect((await auditOf(people, support.id)).at(-1)).toBe('person.viewed')
  })

  it('is there for somebody who has not finished registering', async () => {
    const [id, now] = [newUuid(), await people.deps.now()]
    await insertPerson(people.deps.pool, { id, email: 'half@example.com', language: 'zh', now })
    const page = bodyOf(await routes.getPersonPage(support.visitor, on(id)))
    expect(page).toMatchObject({
      person: { state: 'registering', name: 'half@example.com', level: 0 },
      balances: [],
      resting_until: null,
    })
    expect(codeOf(await routes.getPersonPage(support.visitor, on(newUuid())))).toBe('not_found')
  })

  it('says how the account stands', async () => {
    const { id } = await people.registered()
    const { pool } = people.deps
    const state = async () =>
      bodyOf(await routes.getPersonPage(support.visitor, on(id))).person.state
    await pool.query(`UPDATE app.account SET resting_until = '2026-06-02T00:00Z' WHERE id = $1`, [
      id,
    ])
    expect(await state()).toBe('resting')
    await pool.query('UPDATE app.account SET frozen_at = now() WHERE id = $1', [id])
    expect(await state()).toBe('frozen')
    await pool.query('UPDATE people.person SET closed_at = now() WHERE id = $1', [id])
    expect(await state()).toBe('closed')
  })

  it('has the rest of the payments and of the history page by page, each look kept', async () => {
    const owner = await people.registered()
    const buyer = await withMoney(people, owner, 500_00n)
    const seller = await people.person()
    for (let i = 0; i < 3; i += 1) await people.payment({ buyer, seller })
    const { pool } = people.deps
    const now = await people.deps.now()
    for (const kind of ['one', 'two', 'three']) {
      await recordHistory(pool, { personId: owner.id, kind, now })
    }
    const page = (cursor?: string | null) => ({
      ...on(owner.id),
      query: { limit: 2, ...(cursor ? { cursor } : {}) },
    })
    const first = bodyOf(await routes.listPersonPayments(support.visitor, page()))
    const rest = bodyOf(await routes.listPersonPayments(support.visitor, page(first.next_cursor)))
    expect([first, rest].map(({ data }) => data.length)).toEqual([2, 1])
    const newest = bodyOf(await routes.listPersonHistory(support.visitor, page()))
    const oldest = bodyOf(await routes.listPersonHistory(support.visitor, page(newest.next_cursor)))
    expect([...newest.data, ...oldest.data].map(({ kind }) => kind)).toEqual([
      'three',
      'two',
      'one',
    ])
    expect((await auditOf(people, support.id)).slice(-4)).toEqual(
      Array.from({ length: 4 }, () => 'person.viewed'),
    )
    const nobody = { ...on(newUuid()), query: {} }
    expect(codeOf(await routes.listPersonPayments(support.visitor, nobody))).toBe('not_found')
  })

  it('shows no payment of others', async () => {
    const owner = await people.registered()
    const stranger = await people.person(1, { USD: 100_00n })
    const seller = await people.person()
    await people.run(
      commands.pay(stranger.caller, await people.payment({ buyer: stranger, seller }), {}),
    )
    const page = bodyOf(await routes.getPersonPage(support.visitor, on(owner.id)))
    expect(page.payments).toEqual([])
  })
})

describe('ending the sessions of a person', () => {
  it('ends all of them, with a reason, and tells the person', async () => {
    const owner = await people.registered()
    const why = { ...on(owner.id), body: { reason: 'The phone was stolen.' } }
    expect(bodyOf(await routes.endPersonSessions(support.visitor, why))).toEqual({ ended: 1 })
    const now = await people.deps.now()
    const token = owner.visitor.sessionToken ?? ''
    expect(await findSession(people.deps.pool, token, now)).toBeUndefined()
    const mails = 'SELECT channel FROM people.message WHERE recipient = $1'
    expect(await column(people, mails, [owner.email])).toEqual(['mail'])
    const kept = `SELECT detail->>'reason' FROM people.audit_entry WHERE person_id = $1`
    expect(await column(people, kept, [owner.id])).toEqual(['The phone was stolen.'])
  })
})
