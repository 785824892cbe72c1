import { encodeId, newUuid } from '@danbao/kernel'
import type { AuditQuery } from '@danbao/contracts/console'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAudit } from '../../base/history.ts'
import { openTestPeople, TEST_VISITOR, type Registered, type TestPeople } from '../../testing.ts'
import { bodyOf, codeOf, makeStaff, type TestStaff } from '../testing.ts'
import { createAuditHandlers } from './search-audit.ts'
import { hours } from '@danbao/kernel'

let people: TestPeople
let routes: ReturnType<typeof createAuditHandlers>
let one: TestStaff
let other: TestStaff
let person: Registered
beforeAll(async () => {
  people = await openTestPeople()
  routes = createAuditHandlers(people.deps)
  one = await makeStaff(people, 'administrator')
  other = await makeStaff(people, 'reviewer')
  person = await people.registered()
  await keep(one, 'document.viewed', { person: true })
  await keep(other, 'document_list.viewed', { reason: '100% sure' })
  await people.advance(hours(1))
  await keep(other, 'account.frozen', { person: true, reason: 'Страница украдена' })
})
afterAll(() => people.close())

async function keep(
  { id: staffId }: TestStaff,
  action: string,
  { reason, person: named }: { readonly reason?: string; readonly person?: true },
): Promise<void> {
  await recordAudit(people.deps.pool, {
    staffId,
    action,
    ...(named === true ? { personId: person.id } : {}),
    detail: reason === undefined ? {} : { reason },
    visit: TEST_VISITOR,
    now: await people.deps.now(),
  })
}

const search = (query: AuditQuery) =>
  routes.searchAudit(one.visitor, { params: undefined, query, body: undefined })
const found = async (query: AuditQuery) =>
  bodyOf(await search(query)).data.map(({ action }) => action)

describe('the audit log', () => {
  it('has the newest first, with names', async () => {
    const { data } = bodyOf(await search({}))
    expect(data.map(({ action }) => action)).toEqual([
      'account.frozen',
      'document_list.viewed',
      'document.viewed',
    ])
    expect(data[0]).toMatchObject({
      staff: { id: other.text, name: other.name },
      person: { id: encodeId('acc', person.id), name: 'Anna Eriksson' },
      detail: { reason: 'Страница украдена' },
      ip: TEST_VISITOR.ip,
    })
  })

  it('is searched by who, about whom, what, when, and words', async () => {
    expect(await found({ staff: one.text })).toEqual(['document.viewed'])
    const about = { person: encodeId('acc', person.id) }
    expect(await found(about)).toEqual(['account.frozen', 'document.viewed'])
    expect(await found({ action: 'document' })).toEqual(['document.viewed'])
    expect(await found({ action: 'document_list' })).toEqual(['document_list.viewed'])
    expect(await found({ action: 'documentX' })).toEqual([])
    expect(await found({ from: '2026-06-01T12:30:00Z' })).toEqual(['account.frozen'])
    expect(await found({ to: '2026-06-01T12:30:00Z', staff: other.text })).toEqual([
      'document_list.viewed',
    ])
    expect(await found({ text: 'украдена' })).toEqual(['account.frozen'])
    expect(await found({ text: other.name.toLowerCase() })).toHaveLength(2)
    expect(await found({ staff: one.text, ...about, action: 'account' })).toEqual([])
  })

  it('takes what is looked for as it is, never as a pattern', async () => {
    expect(await found({ text: '0% s' })).toEqual(['document_list.viewed'])
    expect(await found({ text: '1%s' })).toEqual([])
    expect(await found({ text: "'; DROP TABLE people.audit_entry; --" })).toEqual([])
    expect(await found({ action: 'documen_' })).toEqual([])
  })

  it('is read on from where a page ended, though new entries come in', async () => {
    const first = bodyOf(await search({ limit: 2 }))
    await keep(one, 'late.entry', {})
    const second = bodyOf(await search({ limit: 2, cursor: first.next_cursor ?? '' }))
    expect(second.data.map(({ action }) => action)).toEqual(['document.viewed'])
    expect(second.next_cursor).toBeNull()
    expect(codeOf(await search({ cursor: 'made-up' }))).toBe('invalid_cursor')
  })

  it('names what it can be filtered by', async () => {
    const none = { params: undefined, query: undefined, body: undefined }
    const filters = bodyOf(await routes.getAuditFilters(one.visitor, none))
    expect(filters.actions.slice(0, 3)).toEqual([
      'account.frozen',
      'document.viewed',
      'document_list.viewed',
    ])
    expect(filters.staff.map(({ id }) => id)).toContain(other.text)
  })

  it('is changed and deleted by nobody', async () => {
    const { pool } = people.deps
    for (const sql of [
      `UPDATE people.audit_entry SET action = 'nothing'`,
      'DELETE FROM people.audit_entry',
      'TRUNCATE people.audit_entry',
    ]) {
      await expect(pool.query(sql), sql).rejects.toThrow('immutable')
    }
    expect(await found({ staff: encodeId('stf', newUuid()) })).toEqual([])
  })
})

describe('a person in the audit log', () => {
  it('finds a person by the whole address, the beginning of a name, and the name shown', async () => {
    const both = ['account.frozen', 'document.viewed']
    const about = async (who: string) =>
      (await found({ person: who })).filter((action) => action !== 'audit.searched')
    expect(await about(person.email.toUpperCase())).toEqual(both)
    expect(await about(person.email.slice(0, -2))).toEqual([])
    expect(await about('anna er')).toEqual(both)
    expect(await about('ERIKSSON A')).toEqual(both)
    expect(await about('nna')).toEqual([])
    expect(await about('%')).toEqual([])
    const named = await found({ text: 'Eriksson', action: 'account' })
    expect(named).toEqual(['account.frozen'])
  })

  it('keeps that a person was looked for, and never what was typed', async () => {
    const searches = async () => bodyOf(await search({ action: 'audit.searched' })).data
    const before = (await searches()).length
    await search({ person: person.email })
    await search({ person: 'Nobody of this name' })
    await search({ person: encodeId('acc', person.id) })
    const [unknown, known, ...older] = await searches()
    expect(older).toHaveLength(before)
    expect(known).toMatchObject({
      staff: { id: one.text },
      person: { id: encodeId('acc', person.id) },
      detail: { by: 'email' },
    })
    expect(unknown).toMatchObject({ person: null, detail: { by: 'name' } })
    expect(JSON.stringify(unknown)).not.toContain('Nobody')
  })
})
