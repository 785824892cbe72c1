import { encodeId, formatInstant, hours, type Instant, instant, newUuid } from '@danbao/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestPeople, type TestPeople } from '../../testing.ts'
import { attempt } from '../../base/attempt.ts'
import {
  auditOf,
  bodyOf,
  codeOf,
  column,
  makeStaff,
  openCase,
  type TestStaff,
  withMoney,
} from '../testing.ts'
import { createQueueHandlers, takeForDecision } from './index.ts'
import { initialsOf } from './view.ts'

let people: TestPeople
let routes: ReturnType<typeof createQueueHandlers>
let [reviewer, arbiter, administrator]: TestStaff[] = []
let now: Instant
beforeAll(async () => {
  people = await openTestPeople()
  routes = createQueueHandlers(people.deps)
  now = await people.deps.now()
})
beforeEach(() => people.deps.pool.query('DELETE FROM people.staff_case'))
afterAll(() => people.close())

const due = (inHours: number): string => formatInstant(instant(now + hours(inHours)))
const list = async (
  { visitor }: TestStaff,
  query: Parameters<typeof routes.listQueue>[1]['query'] = {},
) => bodyOf(await routes.listQueue(visitor, { params: undefined, query, body: undefined }))
const on = (id: string) => ({ params: { id }, query: undefined, body: undefined })
const to = (id: string, { text: staff }: TestStaff) => ({
  params: { id },
  query: undefined,
  body: { staff },
})

async function members() {
  reviewer = await makeStaff(people, 'reviewer')
  arbiter = await makeStaff(people, 'arbiter')
  administrator = await makeStaff(people, 'administrator')
  return { reviewer, arbiter, administrator }
}

describe('the queue', () => {
  it('has what is overdue first, then what is due next, of the kinds one works on', async () => {
    const { reviewer, arbiter, administrator } = await members()
    const late = await openCase(people, { kind: 'recovery', dueAt: due(-3) })
    const next = await openCase(people, { kind: 'identity', dueAt: due(2) })
    const soon = await openCase(people, { kind: 'recovery', dueAt: due(1) })
    const other = await openCase(people, { kind: 'closure', dueAt: due(0.5) })
    const ids = (found: Awaited<ReturnType<typeof list>>) => found.data.map(({ id }) => id)
    const cas = (id: string) => encodeId('cas', id)
    const all = await list(reviewer)
    expect(ids(all)).toEqual([late, soon, next].map(cas))
    expect(all.data.map(({ overdue }) => overdue)).toEqual([true, false, false])
    expect(all.counts).toEqual({
      identity: 1,
      recovery: 2,
      closure: 0,
      dispute: 0,
      payment_check: 0,
      overdue: 1,
      mine: 0,
    })
    expect(ids(await list(arbiter))).toEqual([late, soon].map(cas))
    expect(ids(await list(arbiter, { kind: 'identity' }))).toEqual([])
    expect(ids(await list(administrator))).toEqual([late, other, soon, next].map(cas))
  })

  it('is read on where a page ended, whatever was decided or came in meanwhile', async () => {
    const { reviewer } = await members()
    for (const at of [1, 2, 2, 2, 3]) await openCase(people, { kind: 'identity', dueAt: due(at) })
    const first = await list(reviewer, { limit: 2 })
    await openCase(people, { kind: 'identity', dueAt: due(0) })
    await people.deps.pool.query('DELETE FROM people.staff_case WHERE due_at = $1', [due(1)])
    const second = await list(reviewer, { limit: 2, cursor: first.next_cursor ?? '' })
    const third = await list(reviewer, { limit: 2, cursor: second.next_cursor ?? '' })
    const seen = [first, second, third].flatMap(({ data }) => data.map(({ id }) => id))
    expect(new Set(seen).size).toBe(5)
    expect(third.next_cursor).toBeNull()
    const query = { cursor: 'bm9uc2Vuc2U' }
    const wrong = await routes.listQueue(reviewer.visitor, { ...on(''), params: undefined, query })
    expect(codeOf(wrong)).toBe('invalid_cursor')
  })

  it('says who it is about by initials, and what they have at stake', async () => {
    const { reviewer } = await members()
    const person = await people.registered({ givenName: 'łucja', familyName: 'Żak' })
    const account = encodeId('acc', person.id)
    await withMoney(people, person, 12_50n)
    await openCase(people, { kind: 'identity', dueAt: due(1), personId: person.id })
    const { data } = await list(reviewer)
    expect(data).toMatchObject([
      {
        person: { id: account, initials: 'ŁŻ', level: 1, frozen: false },
        stakes: [{ value: '1250', currency: 'USD' }],
        assigned_to: null,
      },
    ])
    expect(JSON.stringify(data)).not.toContain(person.email)
    expect(initialsOf({ givenName: '伟', familyName: '李' })).toBe('伟李')
    expect(initialsOf({ givenName: null, familyName: null })).toBe('')
  })
})

describe('a case', () => {
  it('is taken by one of all who try at once, and the others are told by whom', async () => {
    const { reviewer } = await members()
    const rivals = [
      reviewer,
      ...(await Promise.all([1, 2, 3].map(() => makeStaff(people, 'reviewer')))),
    ]
    const id = await openCase(people, { kind: 'identity', dueAt: due(1) })
    const tried = await Promise.all(rivals.map(({ visitor }) => routes.takeCase(visitor, on(id))))
    const winner = rivals[tried.findIndex(({ ok }) => ok)]
    expect(tried.filter(({ ok }) => ok)).toHaveLength(1)
    for (const lost of tried.filter(({ ok }) => !ok)) {
      expect(lost).toMatchObject({
        refusal: { code: 'case_taken', members: { assigned_to: winner?.name } },
      })
    }
    const taken = await column(
      people,
      `SELECT staff_id FROM people.audit_entry WHERE action = 'case.taken'`,
    )
    expect(taken).toEqual([winner?.id])
  })

  it('is given back by whom it belongs to, and by who shares out the work', async () => {
    const { reviewer, administrator } = await members()
    const other = await makeStaff(people, 'reviewer')
    const id = await openCase(people, { kind: 'identity', dueAt: due(1) })
    await routes.takeCase(reviewer.visitor, on(id))
    expect((await list(reviewer, { mine: 'true' })).data).toHaveLength(1)
    expect((await list(other, { mine: 'true' })).data).toHaveLength(0)
    expect(codeOf(await routes.releaseCase(other.visitor, on(id)))).toBe('case_taken')
    expect(codeOf(await routes.assignCase(other.visitor, to(id, other)))).toBe('case_taken')
    const given = bodyOf(await routes.assignCase(administrator.visitor, to(id, other)))
    expect(given.assigned_to).toEqual({ id: other.text, name: other.name })
    expect(bodyOf(await routes.releaseCase(other.visitor, on(id))).assigned_to).toBeNull()
    expect(await auditOf(people, administrator.id)).toEqual(['case.assigned'])
  })

  it('is given only to those who work on its kind', async () => {
    const { reviewer, arbiter, administrator } = await members()
    const disabled = await makeStaff(people, 'reviewer')
    const sql = 'UPDATE people.staff SET disabled_at = now() WHERE id = $1'
    await people.deps.pool.query(sql, [disabled.id])
    const id = await openCase(people, { kind: 'identity', dueAt: due(1) })
    for (const unfit of [arbiter, administrator, disabled]) {
      const asked = await routes.assignCase(reviewer.visitor, to(id, unfit))
      expect(codeOf(asked)).toBe('not_allowed')
    }
    expect(codeOf(await routes.takeCase(administrator.visitor, on(id)))).toBe('not_allowed')
    const kind = { params: undefined, query: { kind: 'identity' } as const, body: undefined }
    const colleagues = bodyOf(await routes.listColleagues(reviewer.visitor, kind)).data
    expect(colleagues.map(({ name }) => name)).toContain(reviewer.name)
    expect(colleagues.map(({ name }) => name)).not.toContain(disabled.name)
    expect(colleagues.map(({ name }) => name)).not.toContain(arbiter.name)
  })

  it('does not exist for those who work on other kinds, nor when nobody opened it', async () => {
    const { arbiter } = await members()
    const id = await openCase(people, { kind: 'identity', dueAt: due(1) })
    for (const one of [id, newUuid()]) {
      expect(codeOf(await routes.takeCase(arbiter.visitor, on(one)))).toBe('not_found')
      expect(codeOf(await routes.releaseCase(arbiter.visitor, on(one)))).toBe('not_found')
      expect(codeOf(await routes.assignCase(arbiter.visitor, to(one, arbiter)))).toBe('not_found')
    }
  })

  it('that was decided is taken by nobody', async () => {
    const { reviewer } = await members()
    const id = await openCase(people, { kind: 'identity', dueAt: due(1) })
    await people.deps.pool.query('UPDATE people.staff_case SET closed_at = now() WHERE id = $1', [
      id,
    ])
    expect(codeOf(await routes.takeCase(reviewer.visitor, on(id)))).toBe('wrong_state')
    expect((await list(reviewer)).data).toEqual([])
  })

  it('belongs to whoever decides it, unless a colleague works on it', async () => {
    const { reviewer } = await members()
    const other = await makeStaff(people, 'reviewer')
    const subjectId = newUuid()
    const id = await openCase(people, { kind: 'identity', dueAt: due(1), subjectId })
    const decide = (staffId: string) =>
      attempt(people.deps.pool, (client) => takeForDecision(client, subjectId, staffId))
    expect((await decide(reviewer.id)).ok).toBe(true)
    expect(codeOf(await decide(other.id))).toBe('case_taken')
    const sql = 'SELECT assigned_to FROM people.staff_case WHERE id = $1'
    expect(await column(people, sql, [id])).toEqual([reviewer.id])
  })
})
