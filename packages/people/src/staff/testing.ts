import type { StaffRole } from '@danbao/contracts/console'
import type { Refusal } from '@danbao/contracts'
import { encodeId, invariant, newUuid, type Result, type Uuid } from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import type { StaffVisitor } from '../base/handling.ts'
import { commands } from '@danbao/core'
import { amountOf, type TestPerson } from '@danbao/core/testing'
import { hashSecret } from '../base/secrets.ts'
import { openSession } from '../base/sessions.ts'
import { type Registered, TEST_PASSWORD, TEST_VISITOR, type TestPeople } from '../testing.ts'
import { beginTotpFor, confirmTotpFor, totpCodeAt } from '../two-factor/index.ts'
import { insertMember } from './member.ts'
import { permissionsOf } from './roles.ts'

export interface TestStaff {
  readonly id: Uuid
  /** The id at the edge. */
  readonly text: string
  readonly name: string
  readonly email: string
  readonly visitor: StaffVisitor
}

let count = 0
let passwordHash: string | undefined

/** A member of staff with these roles, signed in; the password is `TEST_PASSWORD`. */
export function makeStaff(
  people: Pick<TestPeople, 'deps'>,
  ...roles: readonly StaffRole[]
): Promise<TestStaff> {
  return join(people, roles, null)
}

/** The same for a merchant of this marketplace. */
export function makeMerchant(
  people: Pick<TestPeople, 'deps'>,
  marketplaceId: Uuid,
): Promise<TestStaff> {
  return join(people, ['merchant'], marketplaceId)
}

async function join(
  { deps }: Pick<TestPeople, 'deps'>,
  roles: readonly StaffRole[],
  marketplaceId: Uuid | null,
): Promise<TestStaff> {
  count += 1
  const [name, email] = [`Member ${count}`, `member${count}@staff.test`]
  const visit = { ...TEST_VISITOR, ip: `198.51.100.${(count % 200) + 1}` }
  const [id, now] = [newUuid(), await deps.now()]
  passwordHash ??= await hashSecret(TEST_PASSWORD)
  const member = { id, name, email, language: 'en', roles, marketplaceId, passwordHash } as const
  await insertMember(deps.pool, { ...member, now })
  const owner = { staffId: id }
  const session = await openSession(deps.pool, { owner, kind: 'full', visit, now })
  const visitor: StaffVisitor = {
    ...visit,
    staffId: id,
    sessionId: session.id,
    sessionToken: session.token,
    permissions: permissionsOf(roles),
    marketplaceId,
  }
  return { id, text: encodeId('stf', id), name, email, visitor }
}

/** Sets an authenticator app up for a member; answers its secret. */
export async function enrol(
  { deps }: Pick<TestPeople, 'deps'>,
  { id, email }: TestStaff,
): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const owner = { staffId: id }
  const begun = await beginTotpFor(deps, owner, email)
  invariant(begun.ok, 'a member sets up one app')
  const { secret } = begun.value
  const code = totpCodeAt(secret, deps.authenticatorClock.now())
  const codes = await confirmTotpFor(deps, owner, code, async () => undefined)
  invariant(codes.ok, 'the code is right')
  return { secret, recoveryCodes: codes.value }
}

export interface TestCase {
  readonly kind: 'identity' | 'recovery' | 'closure'
  readonly dueAt: string
  readonly personId?: Uuid
  readonly subjectId?: Uuid
}

/** A case in the queue. */
export async function openCase(
  { deps }: Pick<TestPeople, 'deps'>,
  { kind, dueAt, personId, subjectId }: TestCase,
): Promise<Uuid> {
  const id = newUuid()
  await deps.pool.query(
    `INSERT INTO people.staff_case (id, kind, subject_id, person_id, opened_at, due_at)
     VALUES ($1, $2, $3, $4, $5::timestamptz - interval '2 days', $5)`,
    [id, kind, subjectId ?? newUuid(), personId ?? null, dueAt],
  )
  return id
}

/** What was answered; throws for a refusal. */
export function bodyOf<T>(result: Result<{ readonly body: T }, Refusal>): T {
  invariant(result.ok, `refused: ${JSON.stringify(result.ok ? null : result.refusal)}`)
  return result.value.body
}

/** The code of a refusal; undefined for an answer. */
export function codeOf(result: Result<unknown, Refusal>): string | undefined {
  return result.ok ? undefined : result.refusal.code
}

/** The first column of all rows. */
export async function column(
  { deps }: Pick<TestPeople, 'deps'>,
  sql: string,
  values: readonly (string | null)[] = [],
): Promise<readonly string[]> {
  return (await queryText(deps.pool, sql, values)).map((row) => readRow(row).text())
}

/** What a member did, oldest first. */
export function auditOf(
  people: Pick<TestPeople, 'deps'>,
  staffId: Uuid,
): Promise<readonly string[]> {
  const sql = 'SELECT action FROM people.audit_entry WHERE staff_id = $1 ORDER BY id'
  return column(people, sql, [staffId])
}

/**
 * A registered person whose money a test can move: by the marketplace, which never acts for people
 * who sign in.
 */
export async function withMoney(
  people: TestPeople,
  { id }: Pick<Registered, 'id'>,
  minor: bigint,
): Promise<TestPerson> {
  const { marketplace } = people
  const sql =
    'UPDATE app.account SET marketplace_id = $2, has_login = false, level = 1 WHERE id = $1'
  await people.deps.pool.query(sql, [id, marketplace.marketplaceId])
  const text = encodeId('acc', id)
  const sum = { account: text, amount: amountOf(minor) }
  const { code } = await people.run(commands.topUp(marketplace, sum))
  invariant(code === undefined, `no money: ${code}`)
  return { id, text, caller: { ...marketplace, actingAs: id } }
}
