import type { Refusal } from '@danbao/contracts'
import { MAIL_PAGES } from '@danbao/contracts/wallet'
import {
  accept,
  addDuration,
  days,
  type Instant,
  invariant,
  refuse,
  type Result,
} from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { PersonVisitor, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { issueLink } from '../base/links.ts'
import { findPersonByEmail, lockPerson, type Person } from '../base/person.ts'
import { takeTry, tryLater } from '../base/throttle.ts'
import { notifyPerson, queueMail } from '../messages/index.ts'
import { checkPassword } from '../base/passwords.ts'
import {
  endEmailChanges,
  findWaitingEmailChange,
  insertEmailChange,
  markMailed,
} from './email-change-store.ts'
import { CONFIRM_NEW_EMAIL, EMAIL_CHANGE_ASKED, EMAIL_TAKEN } from './email-mails.ts'
import { CONFIRM_WITHIN, replySettings, RESEND_AFTER } from './view-settings.ts'

export const CONFIRM_PURPOSE = 'confirm_email_change'
/** Mails to addresses that nobody has confirmed: not a way to pester strangers. */
const MAILS = { tries: 6, within: days(1), lock: days(1) }

export function createChangeEmailHandlers(
  deps: PeopleDeps,
): WalletPart<'requestEmailChange' | 'resendEmailChange' | 'cancelEmailChange'> {
  return {
    async requestEmailChange(who, { body: { password, email } }) {
      const right = await checkPassword(deps, who.personId, password)
      if (!right.ok) return right
      if (right.value.email.toLowerCase() === email.toLowerCase()) return refuse(SAME_ADDRESS)
      const allowed = await mayMail(deps, who)
      if (!allowed.ok) return allowed
      const now = await deps.now()
      const asked = await attempt(deps.pool, (client) =>
        beginChange(client, deps, { who, email, now }),
      )
      return asked.ok ? replySettings(deps, who.personId) : asked
    },
    async resendEmailChange(who) {
      const allowed = await mayMail(deps, who)
      if (!allowed.ok) return allowed
      const now = await deps.now()
      const sent = await attempt(deps.pool, (client) => sendAgain(client, deps, { who, now }))
      return sent.ok ? replySettings(deps, who.personId) : sent
    },
    async cancelEmailChange(who) {
      const now = await deps.now()
      await attempt(deps.pool, async (client) => {
        await lockPerson(client, who.personId)
        await endEmailChanges(client, who.personId, { now })
        return accept(undefined)
      })
      return replySettings(deps, who.personId)
    },
  }
}

async function mayMail(
  deps: PeopleDeps,
  { personId }: PersonVisitor,
): Promise<Result<undefined, Refusal>> {
  const now = await deps.now()
  const taken = await takeTry(deps.pool, `email_change:${personId}`, { rule: MAILS, now })
  return taken.allowed ? accept(undefined) : refuse(tryLater(taken.lockedUntil))
}

interface Asked {
  readonly who: PersonVisitor
  readonly email: string
  readonly now: Instant
}

async function beginChange(
  client: PoolClient,
  deps: PeopleDeps,
  { who, email, now }: Asked,
): Promise<Result<undefined, Refusal>> {
  const person = await lockPerson(client, who.personId)
  invariant(person !== undefined, 'a session belongs to a person')
  await endEmailChanges(client, person.id, { now })
  const change = { personId: person.id, oldEmail: person.email, newEmail: email, now }
  const id = await insertEmailChange(client, change)
  await mailNewAddress(client, deps, person, { id, email, now })
  const notice = EMAIL_CHANGE_ASKED(deps, { email })
  await notifyPerson(client, deps, person, { ...notice, now })
  const kind = 'email_change_requested'
  await recordHistory(client, { personId: person.id, kind, detail: { email }, visit: who, now })
  return accept(undefined)
}

async function sendAgain(
  client: PoolClient,
  deps: PeopleDeps,
  { who, now }: Omit<Asked, 'email'>,
): Promise<Result<undefined, Refusal>> {
  const person = await lockPerson(client, who.personId)
  const change = await findWaitingEmailChange(client, who.personId)
  if (person === undefined || change === undefined) return refuse(NOTHING_WAITS)
  const resendAt = addDuration(change.mailedAt, RESEND_AFTER)
  if (resendAt > now) return refuse(tryLater(resendAt))
  await markMailed(client, change.id, now)
  await mailNewAddress(client, deps, person, { id: change.id, email: change.newEmail, now })
  return accept(undefined)
}

interface Addressed {
  readonly id: string
  readonly email: string
  readonly now: Instant
}

/**
 * The link; or, where the address is somebody's, a word to its owner. Whoever asked sees no
 * difference, so that the form tells nobody who has an account.
 */
async function mailNewAddress(
  client: PoolClient,
  deps: PeopleDeps,
  { language }: Person,
  { id, email, now }: Addressed,
): Promise<void> {
  const owner = await findPersonByEmail(client, email)
  if (owner !== undefined) {
    const told = { to: owner.email, language: owner.language, mail: EMAIL_TAKEN, now }
    return queueMail(client, deps, told)
  }
  const grant = { purpose: CONFIRM_PURPOSE, subjectId: id, now, lifetime: CONFIRM_WITHIN }
  const token = await issueLink(client, grant)
  const link = walletUrl(deps, MAIL_PAGES.confirmEmailChange, { token })
  await queueMail(client, deps, {
    to: email,
    language,
    mail: CONFIRM_NEW_EMAIL,
    values: { link },
    now,
  })
}

const SAME_ADDRESS: Refusal = {
  code: 'invalid_request',
  detail: 'This is your address already.',
  errors: [{ pointer: '/email', code: 'same_address', detail: 'This is your address already.' }],
}

const NOTHING_WAITS: Refusal = {
  code: 'wrong_state',
  detail: 'No change of address waits for a confirmation.',
}
