import type { Refusal } from '@danbao/contracts'
import type { StaffRole } from '@danbao/contracts/console'
import { accept, formatInstant, type Instant, type Result, type Uuid } from '@danbao/kernel'
import { type PoolClient, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import { attempt } from '../../base/attempt.ts'
import type { StaffVisitor } from '../../base/handling.ts'
import { lockMember, type StaffMember } from '../member.ts'
import { CASE_PERMISSION, permissionsOf } from '../roles.ts'
import { noSuch, refuseWith } from '../refusals.ts'

export interface MemberChange {
  readonly client: PoolClient
  readonly member: StaffMember
  readonly now: Instant
}

/**
 * Changes another member in one transaction. All administrators are locked first: of two who take
 * the role from each other at once the second is refused, and so one always remains.
 */
export function changeMember<T>(
  deps: PeopleDeps,
  who: StaffVisitor,
  id: Uuid,
  change: (asked: MemberChange) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return attempt(deps.pool, async (client) => {
    if (!(await lockAdministrators(client)).includes(who.staffId)) {
      return refuseWith('permission_missing', 'You are no administrator any more.')
    }
    const member = await lockMember(client, id)
    if (member === undefined) return noSuch('member of staff')
    if (member.id === who.staffId) {
      return refuseWith('not_allowed', 'Another administrator has to do this for you.')
    }
    return change({ client, member, now: await deps.now() })
  })
}

async function lockAdministrators(client: PoolClient): Promise<readonly Uuid[]> {
  const rows = await queryText(
    client,
    `SELECT id FROM people.staff WHERE 'administrator' = ANY (roles) AND disabled_at IS NULL
     ORDER BY id FOR UPDATE`,
  )
  return rows.map((row) => readRow(row).text())
}

/** Refuses what makes no sense for somebody who was disabled. */
export function expectEnabled({ disabledAt }: StaffMember): Result<undefined, Refusal> {
  if (disabledAt === null) return accept(undefined)
  return refuseWith('wrong_state', 'This member is disabled.', { state: 'disabled' })
}

/** Cases of kinds that the roles do not work on go back to the queue. */
export async function releaseCases(
  client: PoolClient,
  staffId: Uuid,
  roles: readonly StaffRole[],
): Promise<void> {
  const permissions = permissionsOf(roles)
  const kept = Object.entries(CASE_PERMISSION)
    .filter(([, permission]) => permissions.has(permission))
    .map(([kind]) => kind)
  await client.query(
    `UPDATE people.staff_case SET assigned_to = NULL
     WHERE assigned_to = $1 AND closed_at IS NULL AND kind <> ALL ($2::text[])`,
    [staffId, kept],
  )
}

export async function setDisabled(
  client: PoolClient,
  staffId: Uuid,
  at: Instant | null,
): Promise<void> {
  await client.query('UPDATE people.staff SET disabled_at = $2 WHERE id = $1', [
    staffId,
    at === null ? null : formatInstant(at),
  ])
}
