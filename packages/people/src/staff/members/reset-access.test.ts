import { afterAll, beforeAll, expect, it } from 'vitest'
import { identify } from '../../identify.ts'
import {
  openTestPeople,
  queuedMessages,
  TEST_PASSWORD,
  TEST_VISITOR,
  type TestPeople,
} from '../../testing.ts'
import { createSignInHandlers } from '../sign-in/index.ts'
import { auditOf, bodyOf, codeOf, column, enrol, makeStaff, type TestStaff } from '../testing.ts'
import { resetStaffAccess } from './reset-access.ts'

let people: TestPeople
let routes: ReturnType<typeof createSignInHandlers>
beforeAll(async () => {
  people = await openTestPeople({ mode: 'live' })
  routes = createSignInHandlers(people.deps)
})
afterAll(() => people.close())

const body = <T>(given: T) => ({ params: undefined, query: undefined, body: given })
const signIn = ({ email }: TestStaff, password = TEST_PASSWORD) =>
  routes.staffSignIn(TEST_VISITOR, body({ email, password }))
const NEW_PASSWORD = 'seven grey herons by a pond'

const setPassword = (link: string) => {
  const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token') ?? ''
  return routes.setStaffPassword(TEST_VISITOR, body({ token, password: NEW_PASSWORD }))
}

it('a lost second factor is set up anew at the next sign-in, and all sessions are over', async () => {
  const ada = await makeStaff(people, 'administrator')
  const other = await makeStaff(people, 'administrator')
  for (const member of [ada, other]) await enrol(people, member)
  const asked = { email: ada.email.toUpperCase(), secondFactor: true, link: undefined } as const
  expect(await resetStaffAccess(people.deps, asked)).toEqual({ ok: true, value: {} })
  expect((await identify(people.deps, 'staff', ada.visitor)).ok).toBe(false)
  expect(bodyOf(await signIn(ada))).toEqual({ next: 'enrol' })
  expect(bodyOf(await signIn(other))).toEqual({ next: 'code' })
  expect((await identify(people.deps, 'staff', other.visitor)).ok).toBe(true)
  expect((await queuedMessages(people, ada.email)).map(({ subject }) => subject)).toEqual([
    'Your second factor for the Danbao console was reset',
  ])
  expect(await auditOf(people, ada.id)).toEqual(['staff.second_factor_reset'])
  expect(await resetStaffAccess(people.deps, asked)).toEqual({ ok: false, refusal: 'no_factor' })
})

it('a lost password is set anew by a link that is shown, once', async () => {
  const ada = await makeStaff(people, 'administrator')
  const asked = { email: ada.email, secondFactor: false, link: 'shown' } as const
  const done = await resetStaffAccess(people.deps, asked)
  const link = (done.ok ? done.value.link : undefined) ?? ''
  expect(codeOf(await setPassword(link))).toBeUndefined()
  expect(codeOf(await setPassword(link))).toBe('link_invalid')
  expect(bodyOf(await signIn(ada, NEW_PASSWORD))).toEqual({ next: 'enrol' })
  expect(codeOf(await signIn(ada))).toBe('credentials_wrong')
  // Told that it was changed, and no link with it.
  const told = await queuedMessages(people, ada.email)
  expect(told.map(({ subject }) => subject)).toEqual([
    'Your password for the Danbao console was changed',
  ])
  expect(told[0]?.text).not.toContain('token')
  const sql = `SELECT detail::text FROM people.audit_entry
    WHERE staff_id = $1 AND action = 'staff.link_sent'`
  expect(await column(people, sql, [ada.id])).toEqual([expect.stringContaining('command_line')])
})

it('or by one that is mailed, and then shown to nobody', async () => {
  const ada = await makeStaff(people, 'administrator')
  await enrol(people, ada)
  const asked = { email: ada.email, secondFactor: true, link: 'mailed' } as const
  expect(await resetStaffAccess(people.deps, asked)).toEqual({ ok: true, value: {} })
  const [, mail] = await queuedMessages(people, ada.email)
  const link = /http\S+#token=[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
  expect(codeOf(await setPassword(link))).toBeUndefined()
  expect(bodyOf(await signIn(ada, NEW_PASSWORD))).toEqual({ next: 'enrol' })
})

it('nobody comes back who was disabled, and a refusal changes nothing', async () => {
  const ada = await makeStaff(people, 'administrator')
  const asked = { email: ada.email, secondFactor: true, link: 'shown' } as const
  expect(await resetStaffAccess(people.deps, asked)).toEqual({ ok: false, refusal: 'no_factor' })
  await people.deps.pool.query('UPDATE people.staff SET disabled_at = now() WHERE id = $1', [
    ada.id,
  ])
  expect(await resetStaffAccess(people.deps, asked)).toEqual({ ok: false, refusal: 'disabled' })
  const unknown = { ...asked, email: 'nobody@staff.test' }
  expect(await resetStaffAccess(people.deps, unknown)).toEqual({ ok: false, refusal: 'unknown' })
  expect(await auditOf(people, ada.id)).toEqual([])
})
