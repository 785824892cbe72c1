import type { Refusal } from '@danbao/contracts'
import { SHORTEST_STAFF_PASSWORD } from '@danbao/contracts/console'
import type { Instant, Uuid } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import { endSessions } from '../../base/sessions.ts'
import { queueMail } from '../../messages/index.ts'
import { judgeNewPassword } from '../../registration/index.ts'
import { PASSWORD_CHANGED } from '../mails.ts'
import { setMemberPassword, type StaffMember } from '../member.ts'

/** Undefined: strong enough. Longer than people's: it opens other people's documents. */
export function judgeStaffPassword(
  password: string,
  { email, name }: Pick<StaffMember, 'email' | 'name'>,
): Refusal | undefined {
  if ([...password].length < SHORTEST_STAFF_PASSWORD) {
    const detail = `Use ${SHORTEST_STAFF_PASSWORD} characters or more.`
    return { code: 'password_weak', detail, members: { warning: 'too_short' } }
  }
  return judgeNewPassword(password, { email, givenName: name, familyName: null })
}

interface Replacement {
  readonly member: StaffMember
  readonly hash: string
  readonly now: Instant
  /** The session that stays open. */
  readonly except?: Uuid
}

/** Ends the sessions, and tells who had a password before: it may have been somebody else. */
export async function replaceStaffPassword(
  client: PoolClient,
  deps: PeopleDeps,
  { member, hash, now, ...kept }: Replacement,
): Promise<void> {
  const { id, email: to, language, name } = member
  await setMemberPassword(client, id, hash)
  await endSessions(client, { owner: { staffId: id }, now, ...kept })
  if (member.passwordHash === null) return
  await queueMail(client, deps, { to, language, mail: PASSWORD_CHANGED, values: { name }, now })
}
