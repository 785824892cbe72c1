import type { Refusal } from '@danbao/contracts'
import { MAIL_PAGES } from '@danbao/contracts/wallet'
import { accept, addDuration, hours, type Instant, refuse, type Result } from '@danbao/kernel'
import { changeAccount } from '@danbao/core'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { Visitor, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { issueLink } from '../base/links.ts'
import { changePerson, findPersonByEmail, type Person, readPerson } from '../base/person.ts'
import { hashSecret } from '../base/secrets.ts'
import { endSessions } from '../base/sessions.ts'
import { newToken } from '../base/tokens.ts'
import { queueMail, queueSms } from '../messages/index.ts'
import { CONFIRM_PURPOSE } from './change-email.ts'
import {
  type EmailChange,
  endEmailChanges,
  markConfirmed,
  readEmailChange,
} from './email-change-store.ts'
import {
  EMAIL_CHANGE_UNDONE,
  EMAIL_CHANGE_UNDONE_SMS,
  EMAIL_CHANGED,
  EMAIL_CHANGED_SMS,
  EMAIL_IN_USE_NOW,
  EMAIL_LOST_AGAIN,
  PHONE_LOST_AGAIN,
} from './email-mails.ts'
import { dropFactorsSince } from './drop-factors.ts'
import { restoreDetails } from './former-details.ts'
import { followLink, LINK_INVALID } from './follow-link.ts'
import { killResetLinks, RESET_PURPOSE } from './reset-links.ts'
import { replaceSecret, restorePaymentPassword } from './secrets.ts'
import { UNDO_WITHIN } from './view-settings.ts'

const UNDO_PURPOSE = 'undo_email_change'
const RESET_WITHIN = hours(24)
/**
 * Before they ask for another address thieves change what could stop them: the phone, the questions.
 * All that changed in this time before, and since, goes with the address.
 */
const TAKEN_BACK_BEFORE = hours(-72)
/** Money does not move for so long after an account was recovered. */
export const MONEY_RESTS = hours(24)

export function createConfirmEmailHandlers(
  deps: PeopleDeps,
): WalletPart<'confirmEmailChange' | 'undoEmailChange'> {
  return {
    async confirmEmailChange(who, { body: { token } }) {
      const followed = { token, who, now: await deps.now() }
      const email = await attempt(deps.pool, (client) => confirmChange(client, deps, followed))
      return email.ok ? accept({ body: { object: 'email_changed', email: email.value } }) : email
    },
    async undoEmailChange(who, { body: { token } }) {
      // Of nothing that anybody knows: until the owner sets a new password none works.
      const hash = await hashSecret(newToken())
      const followed = { token, who, now: await deps.now() }
      const email = await attempt(deps.pool, (client) => undoChange(client, deps, followed, hash))
      return email.ok
        ? accept({ body: { object: 'email_change_undone', email: email.value } })
        : email
    },
  }
}

interface Followed {
  readonly token: string
  readonly who: Visitor
  readonly now: Instant
}

interface Found {
  readonly change: EmailChange
  readonly person: Person
}

/** The link's change and its person, locked; undefined when it is not good any more. */
async function follow(
  client: PoolClient,
  purpose: string,
  { token, now }: Followed,
): Promise<Found | undefined> {
  const personOf = async (id: string) => (await readEmailChange(client, id))?.personId
  const link = await followLink(client, token, { purpose, now, personOf })
  const change = link && (await readEmailChange(client, link.subjectId))
  if (change === undefined || link === undefined || change.endedAt !== null) return undefined
  return { change, person: link.person }
}

async function confirmChange(
  client: PoolClient,
  deps: PeopleDeps,
  followed: Followed,
): Promise<Result<string, Refusal>> {
  const { who, now } = followed
  const found = await follow(client, CONFIRM_PURPOSE, followed)
  if (found === undefined || found.change.confirmedAt !== null) return refuse(LINK_INVALID)
  const { change, person } = found
  const email = change.newEmail
  if ((await findPersonByEmail(client, email)) !== undefined) return refuse(EMAIL_IN_USE)
  await markConfirmed(client, change.id, now)
  await useAddress(client, person, { email, now })
  const grant = { purpose: UNDO_PURPOSE, subjectId: change.id, now, lifetime: UNDO_WITHIN }
  const token = await issueLink(client, grant)
  const link = walletUrl(deps, MAIL_PAGES.undoEmailChange, { token })
  const { language, phone } = person
  const values = { email, link }
  await queueMail(client, deps, { to: person.email, language, mail: EMAIL_CHANGED, values, now })
  await queueMail(client, deps, { to: email, language, mail: EMAIL_IN_USE_NOW, now })
  if (phone !== null) {
    await queueSms(client, deps, { to: phone, language, sms: EMAIL_CHANGED_SMS, now })
  }
  const kind = 'email_changed'
  await recordHistory(client, { personId: person.id, kind, detail: { email }, visit: who, now })
  return accept(email)
}

async function undoChange(
  client: PoolClient,
  deps: PeopleDeps,
  followed: Followed,
  hash: string,
): Promise<Result<string, Refusal>> {
  const { who, now } = followed
  const found = await follow(client, UNDO_PURPOSE, followed)
  if (found === undefined || found.change.confirmedAt === null) return refuse(LINK_INVALID)
  const { change, person } = found
  const email = change.oldEmail
  const owner = await findPersonByEmail(client, email)
  if (owner !== undefined && owner.id !== person.id) return refuse(EMAIL_IN_USE)
  await endEmailChanges(client, person.id, { from: change.id, now })
  await useAddress(client, person, { email, now })
  await changeAccount(client, person.id, { restingUntil: addDuration(now, MONEY_RESTS) })
  await replaceSecret(client, person, { kind: 'password', hash, now })
  await takeBackSecurity(client, found, now)
  await endSessions(client, { owner: { personId: person.id }, now })
  await mailUndone(client, deps, found, now)
  const kind = 'email_change_undone'
  await recordHistory(client, { personId: person.id, kind, detail: { email }, visit: who, now })
  return accept(email)
}

/** With the thief's phone, questions or payment password the owner would not get in again. */
async function takeBackSecurity(
  client: PoolClient,
  { change, person }: Found,
  now: Instant,
): Promise<void> {
  const since = addDuration(change.requestedAt, TAKEN_BACK_BEFORE)
  await restoreDetails(client, person.id, since)
  await restorePaymentPassword(client, person, { since, now })
  await dropFactorsSince(client, person.id, since)
}

async function useAddress(
  client: PoolClient,
  { id }: Person,
  { email, now }: { readonly email: string; readonly now: Instant },
): Promise<void> {
  await changePerson(client, id, { email, emailConfirmedAt: now })
  await changeAccount(client, id, { email })
  await killResetLinks(client, id, now)
}

async function mailUndone(
  client: PoolClient,
  deps: PeopleDeps,
  { change, person }: Found,
  now: Instant,
): Promise<void> {
  const { id, language } = person
  const grant = { purpose: RESET_PURPOSE, subjectId: id, now, lifetime: RESET_WITHIN }
  const token = await issueLink(client, grant)
  const link = walletUrl(deps, MAIL_PAGES.resetPassword, { token })
  const back = { to: change.oldEmail, language, mail: EMAIL_CHANGE_UNDONE, values: { link }, now }
  await queueMail(client, deps, back)
  await queueMail(client, deps, { to: person.email, language, mail: EMAIL_LOST_AGAIN, now })
  const phone = (await readPerson(client, id))?.phone ?? null
  if (phone !== null) {
    await queueSms(client, deps, { to: phone, language, sms: EMAIL_CHANGE_UNDONE_SMS, now })
  }
  if (person.phone !== null && person.phone !== phone) {
    await queueSms(client, deps, { to: person.phone, language, sms: PHONE_LOST_AGAIN, now })
  }
}

const EMAIL_IN_USE: Refusal = {
  code: 'email_in_use',
  detail: 'The address belongs to another account by now.',
}
