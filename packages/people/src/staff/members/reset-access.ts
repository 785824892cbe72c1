import { accept, type Instant, refuse, type Result } from '@danbao/kernel'
import { inTransaction, type PoolClient } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import { recordAudit } from '../../base/history.ts'
import { endSessions } from '../../base/sessions.ts'
import { queueMail } from '../../messages/index.ts'
import { hasSecondFactor, removeTotp } from '../../two-factor/index.ts'
import { issuePasswordLink, mailPasswordLink } from '../link.ts'
import { NEW_PASSWORD, SECOND_FACTOR_RESET } from '../mails.ts'
import { findMemberByEmail, lockMember, type StaffMember } from '../member.ts'

export interface AccessReset {
  readonly email: string
  /** They set up a new one at the next sign-in. */
  readonly secondFactor: boolean
  /** That sets a new password: answered, or mailed to the member. The old one works until then. */
  readonly link: 'shown' | 'mailed' | undefined
}

/**
 * What an administrator does for others in the console, for whoever has the server: nobody else can
 * help the only administrator. Whoever has the server could write to the database all the same;
 * this way it is in the audit log, and the member hears of a factor that is gone.
 */
export function resetStaffAccess(
  deps: PeopleDeps,
  { email, secondFactor, link }: AccessReset,
): Promise<Result<{ readonly link: string | undefined }, 'unknown' | 'disabled' | 'no_factor'>> {
  return inTransaction(deps.pool, async (client) => {
    const found = await findMemberByEmail(client, email)
    const member = found && (await lockMember(client, found.id))
    if (member === undefined) return refuse('unknown')
    if (member.disabledAt !== null) return refuse('disabled')
    if (secondFactor && !(await hasSecondFactor(client, member.id))) return refuse('no_factor')
    const reset = { client, member, now: await deps.now() }
    if (secondFactor) await dropSecondFactor(deps, reset)
    return accept({ link: link === undefined ? undefined : await giveLink(deps, reset, link) })
  })
}

interface Reset {
  readonly client: PoolClient
  readonly member: StaffMember
  readonly now: Instant
}

async function dropSecondFactor(deps: PeopleDeps, reset: Reset): Promise<void> {
  const { client, member, now } = reset
  const { id, email: to, language, name } = member
  await removeTotp(client, id)
  await endSessions(client, { owner: { staffId: id }, now })
  await keep(reset, 'staff.second_factor_reset')
  const mail = SECOND_FACTOR_RESET
  await queueMail(client, deps, { to, language, mail, values: { name }, now })
}

async function giveLink(
  deps: PeopleDeps,
  reset: Reset,
  link: 'shown' | 'mailed',
): Promise<string | undefined> {
  const { client, member, now } = reset
  await keep(reset, 'staff.link_sent')
  if (link === 'shown') return issuePasswordLink(client, deps, { staffId: member.id, now })
  await mailPasswordLink(client, deps, { member, mail: NEW_PASSWORD, now })
  return undefined
}

/** Nobody of the staff did it: it stands under the member's own name, with where it came from. */
function keep({ client, member, now }: Reset, action: string): Promise<void> {
  const visit = { ip: '', userAgent: '' }
  const detail = { name: member.name, how: 'command_line' }
  const entry = { staffId: member.id, subjectId: member.id, visit, now }
  return recordAudit(client, { ...entry, action, detail })
}
