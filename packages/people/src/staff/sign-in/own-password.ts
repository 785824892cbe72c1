import type { Refusal } from '@danbao/contracts'
import { accept, type Result } from '@danbao/kernel'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart, StaffVisitor } from '../../base/handling.ts'
import { recordAudit } from '../../base/history.ts'
import { checkGuess } from '../../base/passwords.ts'
import { hashSecret } from '../../base/secrets.ts'
import { trySecondFactor } from '../../two-factor/index.ts'
import { dropPasswordLinks } from '../link.ts'
import { findMember, lockMember, type StaffMember } from '../member.ts'
import { refuseWith } from '../refusals.ts'
import { judgeStaffPassword, replaceStaffPassword } from './new-password.ts'
import { refuseTry } from './second-factor.ts'

/** A member's own password: a session that was left open is not enough for a new one. */
export function createOwnPassword(deps: PeopleDeps): ConsolePart<'changeStaffPassword'> {
  return {
    async changeStaffPassword(who, { body: { old_password, new_password, code } }) {
      const member = await findMember(deps.pool, who.staffId)
      if (member === undefined) return refuseWith('session_required', 'Sign in first.')
      const known = await checkGuess(deps, {
        key: `password:${member.id}`,
        stored: member.passwordHash,
        given: old_password,
        field: 'old_password',
      })
      if (!known.ok) return known
      if (new_password === old_password) {
        return refuseWith('password_used', 'This is your password already. Choose another one.')
      }
      const weak = judgeStaffPassword(new_password, member)
      if (weak !== undefined) return { ok: false, refusal: weak }
      // Last, as a right code is used up.
      const tried = await trySecondFactor(deps, { staffId: member.id }, code)
      if (tried.verdict !== 'right') return refuseTry(tried)
      return replacePassword(deps, who, { seen: member, hash: await hashSecret(new_password) })
    },
  }
}

interface Replacement {
  /** The member whose old password was found right. */
  readonly seen: StaffMember
  readonly hash: string
}

function replacePassword(
  deps: PeopleDeps,
  who: StaffVisitor,
  { seen, hash }: Replacement,
): Promise<Result<{ readonly body: Record<string, never> }, Refusal>> {
  return attempt(deps.pool, async (client) => {
    const now = await deps.now()
    const member = await lockMember(client, seen.id)
    if (member?.passwordHash !== seen.passwordHash || member.disabledAt !== null) {
      return refuseWith('password_wrong', 'It was changed a moment ago. Try again.')
    }
    await replaceStaffPassword(client, deps, { member, hash, now, except: who.sessionId })
    await dropPasswordLinks(client, member.id, now)
    const entry = { staffId: member.id, visit: who, now }
    await recordAudit(client, { ...entry, action: 'staff.password_changed' })
    return accept({ body: {} })
  })
}
