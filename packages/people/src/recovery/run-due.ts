import { MAIL_PAGES } from '@danbao/contracts/wallet'
import { addDuration, hours, type Instant, type Uuid } from '@danbao/kernel'
import { changeAccount } from '@danbao/core'
import { inTransaction, type PoolClient } from '@danbao/database'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import { recordHistory } from '../base/history.ts'
import { issueLink } from '../base/links.ts'
import { changePerson, findPersonByEmail, lockPerson, type Person } from '../base/person.ts'
import { hashSecret } from '../base/secrets.ts'
import { endSessions } from '../base/sessions.ts'
import { newToken } from '../base/tokens.ts'
import { notifyPerson, queueMail } from '../messages/index.ts'
import { killResetLinks, MONEY_RESTS, replaceSecret, RESET_PURPOSE } from '../settings/index.ts'
import { announceReplacement, TOLD_EVERY } from './decide.ts'
import {
  ADDRESS_REPLACED,
  ADDRESS_REPLACED_SMS,
  EMAIL_RECOVERED,
  SOMEBODY_ASKS,
  SOMEBODY_ASKS_SMS,
} from './email-mails.ts'
import { sendResetLinks } from './send-reset-links.ts'
import { issueStopLink, stopRecovery } from './stop-email.ts'
import {
  changeRecovery,
  listDueRecoveries,
  lockRecovery,
  readRecovery,
  type Recovery,
} from './store.ts'

const RESET_WITHIN = hours(72)

/** Does what has become due: mails that were asked for, words to old addresses, replacements. */
export async function runDueRecoveries(deps: PeopleDeps): Promise<number> {
  let count = await sendResetLinks(deps)
  for (const id of await listDueRecoveries(deps.pool, await deps.now())) {
    if (await runOne(deps, id)) count += 1
  }
  return count
}

async function runOne(deps: PeopleDeps, id: Uuid): Promise<boolean> {
  // Of nothing that anybody knows, made before a row is locked.
  const hash = await hashSecret(newToken())
  return inTransaction(deps.pool, async (client) => {
    const seen = await readRecovery(client, deps, id)
    const personId = seen?.personId ?? null
    const person = personId === null ? undefined : await lockPerson(client, personId)
    const recovery = await lockRecovery(client, deps, id)
    const now = await deps.now()
    // Another server may have done it, or the old address has just objected.
    if (recovery === undefined || recovery.dueAt === null || recovery.dueAt > now) return false
    if (recovery.state === 'unconfirmed') await forget(client, recovery)
    if (recovery.state === 'open' || recovery.state === 'checking') {
      await announceRequest(client, deps, { recovery, person, now })
    }
    if (recovery.state === 'waiting' && person !== undefined) {
      await goOn(client, deps, { recovery, person, now }, hash)
    }
    return true
  })
}

async function forget(client: PoolClient, { id }: Recovery): Promise<void> {
  await client.query('DELETE FROM people.recovery WHERE id = $1', [id])
}

interface Due<P> {
  readonly recovery: Recovery
  readonly person: P
  readonly now: Instant
}

async function announceRequest(
  client: PoolClient,
  deps: PeopleDeps,
  { recovery, person, now }: Due<Person | undefined>,
): Promise<void> {
  await changeRecovery(client, recovery.id, { dueAt: null })
  if (person === undefined) return
  const link = await issueStopLink(client, deps, { recoveryId: recovery.id, mail: 0, now })
  const notice = { mail: SOMEBODY_ASKS, sms: SOMEBODY_ASKS_SMS, values: { link }, now }
  await notifyPerson(client, deps, person, notice)
}

/** Tells the old address once more, or replaces it. */
async function goOn(
  client: PoolClient,
  deps: PeopleDeps,
  due: Due<Person>,
  hash: string,
): Promise<void> {
  const { recovery, person, now } = due
  const { id, happensAt, oldEmail, newEmail } = recovery
  if (happensAt === null || newEmail === null) return
  const moved = person.email.toLowerCase() !== oldEmail?.toLowerCase()
  const taken = (await findPersonByEmail(client, newEmail)) !== undefined
  if (moved || taken || person.closedAt !== null) return stopRecovery(client, deps, recovery, now)
  if (happensAt <= now) return replaceAddress(client, deps, { ...due, newEmail }, hash)
  const next = addDuration(now, TOLD_EVERY)
  await changeRecovery(client, id, { dueAt: next < happensAt ? next : happensAt })
  await announceReplacement(client, deps, { recovery, person, happensAt, now })
}

/** The account is reached at the new address, and by no password until one is set from there. */
async function replaceAddress(
  client: PoolClient,
  deps: PeopleDeps,
  { recovery, person, newEmail, now }: Due<Person> & { readonly newEmail: string },
  hash: string,
): Promise<void> {
  const { id: personId, language } = person
  await changePerson(client, personId, { email: newEmail, emailConfirmedAt: now })
  const restingUntil = addDuration(now, MONEY_RESTS)
  await changeAccount(client, personId, { email: newEmail, restingUntil })
  await replaceSecret(client, person, { kind: 'password', hash, now })
  await killResetLinks(client, personId, now)
  await endSessions(client, { owner: { personId }, now })
  await client.query(
    'UPDATE people.email_change SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL',
    [personId, new Date(now)],
  )
  await changeRecovery(client, recovery.id, { state: 'done', dueAt: null, endedAt: now })
  const grant = { purpose: RESET_PURPOSE, subjectId: personId, now, lifetime: RESET_WITHIN }
  const token = await issueLink(client, grant)
  const values = { link: walletUrl(deps, MAIL_PAGES.resetPassword, { token }) }
  await queueMail(client, deps, { to: newEmail, language, mail: EMAIL_RECOVERED, values, now })
  const notice = { mail: ADDRESS_REPLACED, sms: ADDRESS_REPLACED_SMS, now }
  await notifyPerson(client, deps, person, notice)
  await recordHistory(client, { personId, kind: 'email_recovered', now })
}
