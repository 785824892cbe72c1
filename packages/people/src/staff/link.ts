import { days, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { issueLink } from '../base/links.ts'
import { type Mail, queueMail } from '../messages/index.ts'
import type { StaffMember } from './member.ts'

/** Of links that set the password of a member of staff. */
export const PASSWORD_LINK = 'staff_password'
const LIFETIME = days(3)

/** A link that sets a password, once; older ones die. */
export async function issuePasswordLink(
  client: Queryable,
  { publicUrl }: Pick<PeopleDeps, 'publicUrl'>,
  { staffId, now }: { readonly staffId: Uuid; readonly now: Instant },
): Promise<string> {
  const grant = { purpose: PASSWORD_LINK, subjectId: staffId, now, lifetime: LIFETIME }
  const token = await issueLink(client, grant)
  // After the hash sign: browsers send it to nobody, so that it stands in no log.
  return `${publicUrl}/console/password#token=${token}`
}

export async function mailPasswordLink(
  client: Queryable,
  deps: PeopleDeps,
  {
    member,
    mail,
    now,
  }: { readonly member: StaffMember; readonly mail: Mail; readonly now: Instant },
): Promise<void> {
  const { id, email, language, name } = member
  const link = await issuePasswordLink(client, deps, { staffId: id, now })
  await queueMail(client, deps, { to: email, language, mail, values: { name, link }, now })
}

/** What was mailed to somebody who is no member any more. */
export async function dropPasswordLinks(
  client: Queryable,
  staffId: Uuid,
  now: Instant,
): Promise<void> {
  await client.query(
    `UPDATE people.link SET used_at = $3
     WHERE subject_id = $1 AND purpose = $2 AND used_at IS NULL`,
    [staffId, PASSWORD_LINK, formatInstant(now)],
  )
}
