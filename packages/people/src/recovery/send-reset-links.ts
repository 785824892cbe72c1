import { MAIL_PAGES } from '@danbao/contracts/wallet'
import { hours, type Instant } from '@danbao/kernel'
import { inTransaction, type PoolClient, queryText, readRow } from '@danbao/database'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import { recordHistory } from '../base/history.ts'
import { issueLink } from '../base/links.ts'
import { findPersonByEmail, lockPerson, type Person } from '../base/person.ts'
import type { Visit } from '../base/sessions.ts'
import { takeTry, type ThrottleRule } from '../base/throttle.ts'
import { queueMail, queueSms } from '../messages/index.ts'
import { RESET_PURPOSE } from '../settings/index.ts'
import { FINISH_REGISTERING, RESET_ASKED_SMS, RESET_PASSWORD } from './password-mails.ts'

const RESET_WITHIN = hours(1)
/** More are not sent: nobody fills somebody else's mailbox, nor kills the links in it for ever. */
const PER_ADDRESS: ThrottleRule = { tries: 5, within: hours(1), lock: hours(1) }

/** Answers what was asked for since the last time; how many it were. */
export async function sendResetLinks(deps: PeopleDeps): Promise<number> {
  const now = await deps.now()
  let count = 0
  while (await inTransaction(deps.pool, (client) => sendOne(client, deps, now))) count += 1
  return count
}

/** Takes one request; a second server that runs at the same time takes another. */
async function sendOne(client: PoolClient, deps: PeopleDeps, now: Instant): Promise<boolean> {
  const [row] = await queryText(
    client,
    `DELETE FROM people.reset_request WHERE id = (
       SELECT id FROM people.reset_request ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING email, ip, user_agent`,
  )
  if (row === undefined) return false
  const r = readRow(row)
  const [email, visit] = [r.text(), { ip: r.text(), userAgent: r.text() }]
  const found = await findPersonByEmail(client, email)
  const person = found && (await lockPerson(client, found.id))
  if (person === undefined || person.closedAt !== null) return true
  const key = `reset_for:${person.id}`
  const { allowed } = await takeTry(deps.pool, key, { rule: PER_ADDRESS, now })
  if (allowed) await mailLink(client, deps, person, { visit, now })
  return true
}

interface Asked {
  readonly visit: Visit
  readonly now: Instant
}

async function mailLink(
  client: PoolClient,
  deps: PeopleDeps,
  { id, email, phone, language, registeredAt }: Person,
  { visit, now }: Asked,
): Promise<void> {
  if (registeredAt === null) {
    // There is no password to lose yet, nor questions to ask.
    const values = { link: walletUrl(deps, 'register') }
    const mail = FINISH_REGISTERING
    return queueMail(client, deps, { to: email, language, mail, values, now })
  }
  const grant = { purpose: RESET_PURPOSE, subjectId: id, now, lifetime: RESET_WITHIN }
  const token = await issueLink(client, grant)
  const values = { link: walletUrl(deps, MAIL_PAGES.resetPassword, { token }) }
  await queueMail(client, deps, { to: email, language, mail: RESET_PASSWORD, values, now })
  if (phone !== null) {
    await queueSms(client, deps, { to: phone, language, sms: RESET_ASKED_SMS, now })
  }
  await recordHistory(client, { personId: id, kind: 'password_reset_requested', visit, now })
}
