import type { StaffRole } from '@danbao/contracts/console'
import { newUuid } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSession } from '../../base/sessions.ts'
import { openTestPeople, TEST_VISITOR, type TestPeople } from '../../testing.ts'
import { createApprovalHandlers } from '../approvals/index.ts'
import { findMember } from '../member.ts'
import { createSignInHandlers } from '../sign-in/index.ts'
import { auditOf, bodyOf, codeOf, column, makeStaff, openCase, type TestStaff } from '../testing.ts'
import { createMemberHandlers } from './handlers.ts'

let people: TestPeople
let routes: ReturnType<typeof createMemberHandlers>
let approvals: ReturnType<typeof createApprovalHandlers>
let head: TestStaff
let treasurer: TestStaff
beforeAll(async () => {
  people = await openTestPeople()
  routes = createMemberHandlers(people.deps)
  approvals = createApprovalHandlers(people.deps)
  head = await makeStaff(people, 'administrator')
  treasurer = await makeStaff(people, 'treasurer')
})
afterAll(() => people.close())

const none = { params: undefined, query: undefined, body: undefined }
const on = (id: string) => ({ params: { id }, query: undefined, body: undefined })
const why = (id: string) => ({ ...on(id), body: { reason: 'It has to be.' } })
const roles = (id: string, ...wanted: StaffRole[]) => ({
  ...on(id),
  body: { roles: wanted, reason: 'It has to be.' },
})
const rolesOf = async ({ id }: Pick<TestStaff, 'id'>) =>
  (await findMember(people.deps.pool, id))?.roles
let count = 0
const wanted = (...given: StaffRole[]) => {
  count += 1
  const email = `new${count}@staff.test`
  return { ...none, body: { name: 'New', email, roles: given, language: 'ru' as const } }
}
const openApprovals = (subjectId: string) =>
  column(people, `SELECT id FROM people.approval WHERE subject_id = $1 AND state = 'open'`, [
    subjectId,
  ])

describe('a new member', () => {
  it('is invited by mail, and has no password until the link is followed', async () => {
    const asked = wanted('reviewer', 'support')
    const { member, approval } = bodyOf(await routes.createStaff(head.visitor, asked))
    expect(member).toMatchObject({ roles: ['reviewer', 'support'], state: 'invited' })
    expect(approval).toBeNull()
    const mails = 'SELECT channel FROM people.message WHERE recipient = $1'
    expect(await column(people, mails, [asked.body.email])).toEqual(['mail'])
    expect(codeOf(await routes.createStaff(head.visitor, asked))).toBe('email_in_use')
    expect(await column(people, mails, [asked.body.email])).toHaveLength(1)
    const listed = bodyOf(await routes.listStaff(head.visitor, none)).data
    expect(listed.map(({ email }) => email)).toContain(asked.body.email)
  })

  it('is no administrator before a second person agreed', async () => {
    const asked = wanted('support', 'administrator')
    const { member, approval } = bodyOf(await routes.createStaff(head.visitor, asked))
    expect(member).toMatchObject({ roles: ['support'], administrator_requested: true })
    expect(approval).toMatch(/^apr_/)
  })
})

describe('the role of administrator', () => {
  it('is given by one and agreed to by another', async () => {
    const member = await makeStaff(people, 'support')
    const asked = await routes.changeStaffRoles(
      head.visitor,
      roles(member.id, 'support', 'administrator'),
    )
    expect(bodyOf(asked).member.roles).toEqual(['support'])
    const [id = ''] = await openApprovals(member.id)
    const own = await approvals.giveApproval(head.visitor, on(id))
    expect(codeOf(own)).toBe('second_person_needed')
    expect(await rolesOf(member)).toEqual(['support'])
    const given = bodyOf(await approvals.giveApproval(treasurer.visitor, on(id)))
    expect(given).toMatchObject({ state: 'given', decided_by: { id: treasurer.text } })
    expect(await rolesOf(member)).toEqual(['support', 'administrator'])
  })

  it('is not given when the second person refuses, or when it is no longer wanted', async () => {
    const member = await makeStaff(people, 'support')
    await routes.changeStaffRoles(head.visitor, roles(member.id, 'administrator'))
    const [id = ''] = await openApprovals(member.id)
    await approvals.refuseApproval(treasurer.visitor, why(id))
    expect(await rolesOf(member)).toEqual([])
    await routes.changeStaffRoles(head.visitor, roles(member.id, 'administrator'))
    await routes.changeStaffRoles(head.visitor, roles(member.id, 'support'))
    expect(await openApprovals(member.id)).toEqual([])
  })

  it('is not given to somebody who was disabled, nor at the wish of somebody who was', async () => {
    const other = await makeStaff(people, 'administrator')
    const member = await makeStaff(people, 'support')
    const ask = (by: TestStaff) =>
      routes.changeStaffRoles(by.visitor, roles(member.id, 'administrator'))
    await ask(other)
    const [first = ''] = await openApprovals(member.id)
    await routes.disableStaff(head.visitor, why(other.id))
    expect(codeOf(await approvals.giveApproval(treasurer.visitor, on(first)))).toBe('wrong_state')
    await ask(head)
    const [second = ''] = await openApprovals(member.id)
    await routes.disableStaff(head.visitor, why(member.id))
    expect(codeOf(await approvals.giveApproval(treasurer.visitor, on(second)))).toBe('wrong_state')
    expect(await rolesOf(member)).toEqual([])
  })
})

describe('nobody', () => {
  it('changes their own roles, disables themselves or resets their own second factor', async () => {
    const more = roles(head.id, 'administrator', 'reviewer', 'treasurer')
    expect(codeOf(await routes.changeStaffRoles(head.visitor, more))).toBe('not_allowed')
    expect(codeOf(await routes.disableStaff(head.visitor, why(head.id)))).toBe('not_allowed')
    expect(codeOf(await routes.resetStaffSecondFactor(head.visitor, why(head.id)))).toBe(
      'not_allowed',
    )
    expect(codeOf(await routes.sendStaffLink(head.visitor, on(head.id)))).toBe('not_allowed')
    expect(await rolesOf(head)).toEqual(['administrator'])
  })

  it('is left without an administrator by two who disable each other at once', async () => {
    const own = await openTestPeople()
    const both = [await makeStaff(own, 'administrator'), await makeStaff(own, 'administrator')]
    const [one, other] = both
    if (one === undefined || other === undefined) throw new Error('two were made')
    const members = createMemberHandlers(own.deps)
    const done = await Promise.all([
      members.disableStaff(one.visitor, why(other.id)),
      members.disableStaff(other.visitor, why(one.id)),
    ])
    expect(done.map(codeOf).toSorted()).toEqual(['permission_missing', undefined])
    const left = `SELECT id FROM people.staff WHERE disabled_at IS NULL`
    expect(await column(own, left)).toHaveLength(1)
    await own.close()
  })

  it('who lost the role a moment ago changes anybody', async () => {
    const former = await makeStaff(people, 'administrator')
    const member = await makeStaff(people, 'support')
    await routes.changeStaffRoles(head.visitor, roles(former.id, 'support'))
    const late = await routes.changeStaffRoles(former.visitor, roles(member.id, 'reviewer'))
    expect(codeOf(late)).toBe('permission_missing')
    expect(await rolesOf(member)).toEqual(['support'])
  })
})

describe('a member who is disabled', () => {
  it('loses sessions, links and cases at once, and comes back without the highest role', async () => {
    const member = await makeStaff(people, 'administrator', 'reviewer')
    const dueAt = '2026-06-02T12:00:00Z'
    const caseId = await openCase(people, { kind: 'identity', dueAt })
    const take = 'UPDATE people.staff_case SET assigned_to = $2 WHERE id = $1'
    await people.deps.pool.query(take, [caseId, member.id])
    const gone = bodyOf(await routes.disableStaff(head.visitor, why(member.id)))
    expect(gone.state).toBe('disabled')
    const { pool } = people.deps
    const now = await people.deps.now()
    expect(await findSession(pool, member.visitor.sessionToken ?? '', now)).toBeUndefined()
    const free = 'SELECT kind FROM people.staff_case WHERE id = $1 AND assigned_to IS NULL'
    expect(await column(people, free, [caseId])).toEqual(['identity'])
    expect(codeOf(await routes.disableStaff(head.visitor, why(member.id)))).toBe('wrong_state')
    expect(codeOf(await routes.sendStaffLink(head.visitor, on(member.id)))).toBe('wrong_state')
    const again = roles(member.id, 'support')
    expect(codeOf(await routes.changeStaffRoles(head.visitor, again))).toBe('wrong_state')
    const back = bodyOf(await routes.enableStaff(head.visitor, why(member.id)))
    expect(back.roles).toEqual(['reviewer'])
    expect(codeOf(await routes.enableStaff(head.visitor, why(member.id)))).toBe('wrong_state')
    expect((await auditOf(people, head.id)).slice(-2)).toEqual(['staff.disabled', 'staff.enabled'])
  })

  it('can not use a link that was mailed before', async () => {
    const asked = wanted('support')
    const { member } = bodyOf(await routes.createStaff(head.visitor, asked))
    const [id = ''] = await column(people, 'SELECT id FROM people.staff WHERE email = $1', [
      asked.body.email,
    ])
    await routes.disableStaff(head.visitor, why(id))
    expect(member.state).toBe('invited')
    const open = `SELECT purpose FROM people.link WHERE subject_id = $1 AND used_at IS NULL`
    expect(await column(people, open, [id])).toEqual([])
  })
})

describe('other changes', () => {
  it('of roles free the cases that the new ones do not work on', async () => {
    const member = await makeStaff(people, 'reviewer')
    const dueAt = '2026-06-02T12:00:00Z'
    const identity = await openCase(people, { kind: 'identity', dueAt })
    const recovery = await openCase(people, { kind: 'recovery', dueAt })
    const take = 'UPDATE people.staff_case SET assigned_to = $2 WHERE id = ANY ($1::uuid[])'
    await people.deps.pool.query(take, [[identity, recovery], member.id])
    await routes.changeStaffRoles(head.visitor, roles(member.id, 'arbiter'))
    const mine = 'SELECT id FROM people.staff_case WHERE assigned_to = $1'
    expect(await column(people, mine, [member.id])).toEqual([recovery])
  })

  it('of the second factor end the sessions and ask for a new one', async () => {
    const member = await makeStaff(people, 'support')
    const reset = () => routes.resetStaffSecondFactor(head.visitor, why(member.id))
    expect(codeOf(await reset())).toBe('wrong_state')
    const { pool, vault } = people.deps
    await pool.query(
      'INSERT INTO people.totp (owner_id, secret, created_at, confirmed_at) VALUES ($1, $2, now(), now())',
      [member.id, vault.seal('totp', 'JBSWY3DPEHPK3PXP')],
    )
    expect(bodyOf(await reset()).state).toBe('enrolling')
    const now = await people.deps.now()
    expect(await findSession(pool, member.visitor.sessionToken ?? '', now)).toBeUndefined()
    const mails = 'SELECT channel FROM people.message WHERE recipient = $1'
    expect(await column(people, mails, [member.email])).toEqual(['mail'])
  })

  it('end the old sessions when a new password is set by a link, of which only the last works', async () => {
    const member = await makeStaff(people, 'support')
    const { pool } = people.deps
    for (let sent = 0; sent < 3; sent += 1) {
      expect((await routes.sendStaffLink(head.visitor, on(member.id))).ok).toBe(true)
    }
    expect(codeOf(await routes.sendStaffLink(head.visitor, on(member.id)))).toBe('try_later')
    const open = `SELECT purpose FROM people.link WHERE subject_id = $1 AND used_at IS NULL`
    expect(await column(people, open, [member.id])).toEqual(['staff_password'])
    const signIn = createSignInHandlers(people.deps)
    const token = 'made-up'
    const password = 'several wholly unrelated badgers'
    const made = await signIn.setStaffPassword(TEST_VISITOR, { ...none, body: { token, password } })
    expect(codeOf(made)).toBe('link_invalid')
    const now = await people.deps.now()
    expect(await findSession(pool, member.visitor.sessionToken ?? '', now)).toBeDefined()
  })

  it('are refused for members who do not exist', async () => {
    expect(codeOf(await routes.disableStaff(head.visitor, why(newUuid())))).toBe('not_found')
  })
})
