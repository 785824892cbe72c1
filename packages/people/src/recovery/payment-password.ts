import type { Refusal } from '@danbao/contracts'
import { MAIL_PAGES } from '@danbao/contracts/wallet'
import {
  accept,
  addDuration,
  formatInstant,
  hours,
  type Instant,
  refuse,
  type Result,
} from '@danbao/kernel'
import { changeAccount } from '@danbao/core'
import { attempt } from '../base/attempt.ts'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { PersonVisitor, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { issueLink, type Link, readLink } from '../base/links.ts'
import { lockPerson, readPerson } from '../base/person.ts'
import { hashSecret } from '../base/secrets.ts'
import { takeTry, type ThrottleRule, tryLater } from '../base/throttle.ts'
import { checkCaptcha } from '../captcha/index.ts'
import { notifyPerson } from '../messages/index.ts'
import { judgeNewPaymentPassword } from '../registration/payment-password-strength.ts'
import {
  announceChange,
  followLink,
  LINK_INVALID,
  MONEY_RESTS,
  PASSWORD_USED,
  readQuestions,
  replaceSecret,
  replySettings,
  RESET_PAYMENT_PURPOSE,
  wasUsed,
} from '../settings/index.ts'
import { checkPassword } from '../base/passwords.ts'
import { checkAnswers } from './answers.ts'
import {
  PAYMENT_PASSWORD_RESET,
  RESET_PAYMENT_ASKED_SMS,
  RESET_PAYMENT_PASSWORD,
} from './password-mails.ts'

const RESET_WITHIN = hours(1)
const MAILS: ThrottleRule = { tries: 5, within: hours(1), lock: hours(1) }

/** For somebody who is signed in: login password, a link by mail, and one question. */
export function createPaymentPasswordHandlers(
  deps: PeopleDeps,
): WalletPart<'requestPaymentPasswordReset' | 'openPaymentPasswordReset' | 'resetPaymentPassword'> {
  return {
    async requestPaymentPasswordReset(who, { body: { password, captcha } }) {
      const robot = await checkCaptcha(deps, captcha, 'reset_payment_password')
      if (robot !== undefined) return refuse(robot)
      const right = await checkPassword(deps, who.personId, password)
      if (!right.ok) return right
      const sent = await mailLink(deps, who, await deps.now())
      return sent.ok ? accept({ body: { object: 'accepted' } }) : sent
    },
    async openPaymentPasswordReset(who, { body: { token } }) {
      const link = await ownLink(deps, who, token)
      const question = link && (await askedQuestion(deps, who.personId))
      if (link === undefined || question === undefined) return refuse(LINK_INVALID)
      const expires_at = formatInstant(link.expiresAt)
      return accept({ body: { object: 'payment_password_reset', question, expires_at } })
    },
    async resetPaymentPassword(who, { body }) {
      const link = await ownLink(deps, who, body.token)
      const asked = link && (await askedQuestion(deps, who.personId))
      if (asked === undefined) return refuse(LINK_INVALID)
      const person = await readPerson(deps.pool, who.personId)
      if (person === undefined) return refuse(LINK_INVALID)
      const weak = judgeNewPaymentPassword(body.payment_password, person)
      if (weak !== undefined) return refuse(weak)
      const given = [{ position: asked.position, answer: body.answer }]
      const right = await checkAnswers(deps, who.personId, given)
      if (!right.ok) return right
      const set = await setPaymentPassword(deps, who, {
        token: body.token,
        secret: body.payment_password,
      })
      return set.ok ? replySettings(deps, who.personId) : set
    },
  }
}

async function mailLink(
  deps: PeopleDeps,
  who: PersonVisitor,
  now: Instant,
): Promise<Result<undefined, Refusal>> {
  const { personId } = who
  const key = `payment_reset:${personId}`
  const taken = await takeTry(deps.pool, key, { rule: MAILS, now })
  if (!taken.allowed) return refuse(tryLater(taken.lockedUntil))
  return attempt(deps.pool, async (client) => {
    const person = await lockPerson(client, personId)
    if (person === undefined) return refuse(LINK_INVALID)
    const purpose = RESET_PAYMENT_PURPOSE
    const grant = { purpose, subjectId: personId, now, lifetime: RESET_WITHIN }
    const token = await issueLink(client, grant)
    const values = { link: walletUrl(deps, MAIL_PAGES.resetPaymentPassword, { token }) }
    const notice = { mail: RESET_PAYMENT_PASSWORD, sms: RESET_PAYMENT_ASKED_SMS, values, now }
    await notifyPerson(client, deps, person, notice)
    const kind = 'payment_password_reset_requested'
    await recordHistory(client, { personId, kind, visit: who, now })
    return accept(undefined)
  })
}

/** Of somebody else it is of no use, also in the hands of another who is signed in. */
async function ownLink(
  deps: PeopleDeps,
  { personId }: PersonVisitor,
  token: string,
): Promise<Link | undefined> {
  const now = await deps.now()
  const link = await readLink(deps.pool, token, { purpose: RESET_PAYMENT_PURPOSE, now })
  return link?.subjectId === personId ? link : undefined
}

/** Always the same one of the three: nobody asks again until they are asked what they know. */
async function askedQuestion(
  { pool, vault }: PeopleDeps,
  personId: string,
): Promise<{ readonly position: number; readonly question: string } | undefined> {
  const questions = await readQuestions(pool, personId)
  const [chance = 0] = vault.fingerprint('payment_question', personId)
  return questions[chance % Math.max(1, questions.length)]
}

interface NewSecret {
  readonly token: string
  readonly secret: string
}

async function setPaymentPassword(
  deps: PeopleDeps,
  who: PersonVisitor,
  { token, secret }: NewSecret,
): Promise<Result<undefined, Refusal>> {
  const hash = await hashSecret(secret)
  const now = await deps.now()
  return attempt(deps.pool, async (client) => {
    const link = await followLink(client, token, { purpose: RESET_PAYMENT_PURPOSE, now })
    if (link?.person.id !== who.personId) return refuse(LINK_INVALID)
    const { person } = link
    const kind = 'payment_password'
    if (await wasUsed(client, person, { kind, secret })) return refuse(PASSWORD_USED)
    await replaceSecret(client, person, { kind, hash, now })
    await changeAccount(client, person.id, { restingUntil: addDuration(now, MONEY_RESTS) })
    await announceChange(client, deps, {
      person,
      kind: 'payment_password_reset',
      notices: PAYMENT_PASSWORD_RESET,
      visit: who,
      keep: who.sessionId,
      now,
    })
    return accept(undefined)
  })
}
