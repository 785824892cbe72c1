import { seconds } from '@danbao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StaffVisitor } from '../../base/handling.ts'
import { openSession } from '../../base/sessions.ts'
import { identify } from '../../identify.ts'
import {
  openTestPeople,
  queuedMessages,
  TEST_PASSWORD,
  TEST_VISITOR,
  type TestPeople,
} from '../../testing.ts'
import { totpCodeAt } from '../../two-factor/index.ts'
import { issuePasswordLink } from '../link.ts'
import { auditOf, bodyOf, codeOf, enrol, makeStaff, type TestStaff } from '../testing.ts'
import { createSignInHandlers } from './index.ts'

let people: TestPeople
let routes: ReturnType<typeof createSignInHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  routes = createSignInHandlers(people.deps)
})
afterAll(() => people.close())

const body = <T>(given: T) => ({ params: undefined, query: undefined, body: given })
const NEW_PASSWORD = 'seven grey herons by a pond'

interface Desk {
  readonly member: TestStaff
  readonly recoveryCodes: readonly string[]
  /** A code that was not used yet. */
  code(): string
}

async function enrolled(): Promise<Desk> {
  const member = await makeStaff(people, 'administrator')
  const { secret, recoveryCodes } = await enrol(people, member)
  const code = (): string => {
    people.authenticatorClock.advance(seconds(60))
    return totpCodeAt(secret, people.authenticatorClock.now())
  }
  return { member, recoveryCodes, code }
}

const change = (
  who: StaffVisitor,
  code: string,
  { old_password = TEST_PASSWORD, new_password = NEW_PASSWORD } = {},
) => routes.changeStaffPassword(who, body({ old_password, new_password, code }))

const signIn = ({ email }: TestStaff, password: string) =>
  routes.staffSignIn(TEST_VISITOR, body({ email, password }))

it('a member changes their password, and only this session stays open', async () => {
  const { member, code } = await enrolled()
  const [now, owner] = [await people.deps.now(), { staffId: member.id }]
  const opening = { owner, kind: 'full', visit: TEST_VISITOR, now } as const
  const elsewhere = await openSession(people.deps.pool, opening)
  const link = await issuePasswordLink(people.deps.pool, people.deps, { staffId: member.id, now })
  expect(codeOf(await change(member.visitor, code()))).toBeUndefined()
  const isOpen = async (sessionToken: string | undefined) =>
    (await identify(people.deps, 'staff', { ...TEST_VISITOR, sessionToken })).ok
  expect(await isOpen(member.visitor.sessionToken)).toBe(true)
  expect(await isOpen(elsewhere.token)).toBe(false)
  expect(codeOf(await signIn(member, TEST_PASSWORD))).toBe('credentials_wrong')
  expect(bodyOf(await signIn(member, NEW_PASSWORD))).toEqual({ next: 'code' })
  expect(await auditOf(people, member.id)).toContain('staff.password_changed')
  const [mail] = await queuedMessages(people, member.email)
  expect(mail?.subject).toBe('Your password for the Danbao console was changed')
  const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token') ?? ''
  expect(codeOf(await routes.lookAtStaffLink(TEST_VISITOR, body({ token })))).toBe('link_invalid')
})

it('a recovery code stands in for the phone', async () => {
  const { member, recoveryCodes } = await enrolled()
  expect(codeOf(await change(member.visitor, recoveryCodes[0] ?? ''))).toBeUndefined()
})

it('the present password and the second factor are both asked for', async () => {
  const { member, code } = await enrolled()
  const wrong = await change(member.visitor, code(), { old_password: 'not this one at all' })
  expect(wrong).toMatchObject({ refusal: { code: 'password_wrong', members: { tries_left: '4' } } })
  expect(codeOf(await change(member.visitor, 'no-code'))).toBe('code_wrong')
  const none = await makeStaff(people, 'support')
  expect(codeOf(await change(none.visitor, '000000'))).toBe('code_wrong')
  expect(bodyOf(await signIn(member, TEST_PASSWORD))).toEqual({ next: 'code' })
  expect(await auditOf(people, member.id)).toEqual([])
})

it('a password that is weak or the present one is refused, and uses up no code', async () => {
  const { member, code } = await enrolled()
  const digits = code()
  const weak = { new_password: 'password1234' }
  expect(codeOf(await change(member.visitor, digits, weak))).toBe('password_weak')
  // Good enough for people's own money, not for a look at everybody's documents.
  const short = await change(member.visitor, digits, { new_password: 'Tq7-vum_ek9' })
  expect(short).toMatchObject({ refusal: { members: { warning: 'too_short' } } })
  const same = { new_password: TEST_PASSWORD }
  expect(codeOf(await change(member.visitor, digits, same))).toBe('password_used')
  expect(codeOf(await change(member.visitor, digits))).toBeUndefined()
})

it('guesses are few', async () => {
  const { member, code } = await enrolled()
  const guess = { old_password: 'a guess' }
  const tries = await Promise.all(
    Array.from({ length: 8 }, () => change(member.visitor, 'no-code', guess)),
  )
  expect(tries.filter((tried) => codeOf(tried) === 'password_wrong')).toHaveLength(5)
  expect(codeOf(await change(member.visitor, code()))).toBe('try_later')
})

it('of two changes at once one counts', async () => {
  const { member, code, recoveryCodes } = await enrolled()
  const other = { new_password: 'four brown owls in a barn' }
  const both = await Promise.all([
    change(member.visitor, code()),
    change(member.visitor, recoveryCodes[1] ?? '', other),
  ])
  expect(both.map(codeOf).toSorted()).toEqual(['password_wrong', undefined])
})
