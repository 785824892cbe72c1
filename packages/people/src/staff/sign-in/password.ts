import type { ConsolePart } from '../../base/handling.ts'
import type { Refusal } from '@danbao/contracts'
import { accept, type Instant, type Result } from '@danbao/kernel'
import type { Pool } from '@danbao/database'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import { recordAudit } from '../../base/history.ts'
import { readLink, useLink } from '../../base/links.ts'
import { hashSecret } from '../../base/secrets.ts'
import { PASSWORD_LINK } from '../link.ts'
import { findMember, lockMember, type StaffMember } from '../member.ts'
import { refuseWith } from '../refusals.ts'
import { judgeStaffPassword, replaceStaffPassword } from './new-password.ts'

/** The link of an invitation, or of an administrator who was asked for a new password. */
export function createPasswordLinks(
  deps: PeopleDeps,
): ConsolePart<'lookAtStaffLink' | 'setStaffPassword'> {
  return {
    async lookAtStaffLink(_who, { body: { token } }) {
      const member = await findInvited(deps.pool, token, await deps.now())
      if (!member.ok) return member
      const { name, email } = member.value
      return accept({ body: { name, email } })
    },
    async setStaffPassword(who, { body: { token, password } }) {
      const now = await deps.now()
      const invited = await findInvited(deps.pool, token, now)
      if (!invited.ok) return invited
      const weak = judgeStaffPassword(password, invited.value)
      if (weak !== undefined) return { ok: false, refusal: weak }
      const hash = await hashSecret(password)
      return attempt(deps.pool, async (client) => {
        const link = await useLink(client, token, { purpose: PASSWORD_LINK, now })
        const member = link && (await lockMember(client, link.subjectId))
        if (member === undefined || member.disabledAt !== null) return linkInvalid()
        await replaceStaffPassword(client, deps, { member, hash, now })
        const entry = { staffId: member.id, visit: who, now }
        await recordAudit(client, { ...entry, action: 'staff.password_set' })
        return accept({ body: { email: member.email } })
      })
    },
  }
}

async function findInvited(
  pool: Pool,
  token: string,
  now: Instant,
): Promise<Result<StaffMember, Refusal>> {
  const link = await readLink(pool, token, { purpose: PASSWORD_LINK, now })
  const member = link && (await findMember(pool, link.subjectId))
  return member === undefined || member.disabledAt !== null ? linkInvalid() : accept(member)
}

function linkInvalid(): { readonly ok: false; readonly refusal: Refusal } {
  return refuseWith('link_invalid', 'The link was used or is too old. Ask for a new one.')
}
