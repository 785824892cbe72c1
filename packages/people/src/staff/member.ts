import { STAFF_ROLES, type StaffRef, type StaffRole } from '@danbao/contracts/console'
import { encodeId, formatInstant, type Instant, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import type { StaffVisitor } from '../base/handling.ts'
import { type Language, LANGUAGES } from '../base/person.ts'
import { permissionsOf } from './roles.ts'

export interface StaffMember {
  readonly id: Uuid
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly roles: readonly StaffRole[]
  /** Whose merchant they are; null: they work for the operator. */
  readonly marketplaceId: Uuid | null
  /** Null: the invitation was not followed yet. */
  readonly passwordHash: string | null
  readonly createdAt: Instant
  readonly disabledAt: Instant | null
}

export const MEMBER_COLUMNS = `id, name, email, language, array_to_string(roles, ','),
  marketplace_id, password_hash, created_at, disabled_at`

export function readMember(row: TextRow): StaffMember {
  const r = readRow(row)
  return {
    id: r.text(),
    name: r.text(),
    email: r.text(),
    language: oneOf(LANGUAGES, r.text()),
    roles: parseRoles(r.text()),
    marketplaceId: r.maybeText(),
    passwordHash: r.maybeText(),
    createdAt: r.instant(),
    disabledAt: r.maybeInstant(),
  }
}

export function parseRoles(text: string): readonly StaffRole[] {
  return text === '' ? [] : text.split(',').map((role) => oneOf(STAFF_ROLES, role))
}

async function selectMember(
  client: Queryable,
  where: string,
  value: string,
): Promise<StaffMember | undefined> {
  const sql = `SELECT ${MEMBER_COLUMNS} FROM people.staff WHERE ${where}`
  return (await queryText(client, sql, [value])).map(readMember)[0]
}

export function findMember(client: Queryable, id: Uuid): Promise<StaffMember | undefined> {
  return selectMember(client, 'id = $1', id)
}

/** The same, and nobody else changes the row until the transaction ends. */
export function lockMember(client: Queryable, id: Uuid): Promise<StaffMember | undefined> {
  return selectMember(client, 'id = $1 FOR UPDATE', id)
}

export function findMemberByEmail(
  client: Queryable,
  email: string,
): Promise<StaffMember | undefined> {
  return selectMember(client, 'lower(email) = lower($1)', email)
}

export type NewMember = Omit<StaffMember, 'createdAt' | 'disabledAt'> & { readonly now: Instant }

/** False: the address belongs to another member. */
export async function insertMember(client: Queryable, member: NewMember): Promise<boolean> {
  const { id, name, email, language, roles, marketplaceId, passwordHash, now } = member
  const result = await client.query(
    `INSERT INTO people.staff
       (id, name, email, language, roles, marketplace_id, password_hash, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [id, name, email, language, roles, marketplaceId, passwordHash, formatInstant(now)],
  )
  return result.rowCount === 1
}

export async function setRoles(
  client: Queryable,
  id: Uuid,
  roles: readonly StaffRole[],
): Promise<void> {
  await client.query('UPDATE people.staff SET roles = $2 WHERE id = $1', [id, roles])
}

export async function setMemberPassword(
  client: Queryable,
  id: Uuid,
  passwordHash: string,
): Promise<void> {
  await client.query('UPDATE people.staff SET password_hash = $2 WHERE id = $1', [id, passwordHash])
}

/** What a member may do now, and where; undefined: there is none, or they were disabled. */
export async function readStanding(
  client: Queryable,
  id: Uuid,
): Promise<Pick<StaffVisitor, 'permissions' | 'marketplaceId'> | undefined> {
  const member = await findMember(client, id)
  if (member === undefined || member.disabledAt !== null) return undefined
  const { roles, marketplaceId } = member
  return { permissions: permissionsOf(roles), marketplaceId }
}

export function refOf({ id, name }: Pick<StaffMember, 'id' | 'name'>): StaffRef {
  return { id: encodeId('stf', id), name }
}
