import type { Refusal } from '@danbao/contracts'
import {
  accept,
  addDuration,
  hours,
  type Instant,
  invariant,
  minutes,
  refuse,
  type Result,
} from '@danbao/kernel'
import { DatabaseError, type PoolClient, queryText } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import { issueCode, lastCodeAt, useCode } from '../base/codes.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, WalletPart } from '../base/handling.ts'
import { changePerson, lockPerson } from '../base/person.ts'
import { takeTry, tryLater } from '../base/throttle.ts'
import { queueSms } from '../messages/index.ts'
import { readPhone } from '../registration/phone.ts'
import { checkPassword } from '../base/passwords.ts'
import { keepFormerDetail } from './former-details.ts'
import { PHONE_CHANGED, PHONE_CODE } from './mails.ts'
import { announceChange } from './secrets.ts'
import { PHONE_PURPOSE, replySettings, RESEND_AFTER } from './view-settings.ts'

const CODE_LASTS = minutes(5)
/** Each SMS costs money: somebody who pumps them to a number of their own soon stops. */
const CODES = { tries: 5, within: hours(1), lock: hours(1) }

export function createChangePhoneHandlers(
  deps: PeopleDeps,
): WalletPart<'requestPhoneChange' | 'confirmPhoneChange'> {
  return {
    async requestPhoneChange(who, { body: { password, phone: typed } }) {
      const right = await checkPassword(deps, who.personId, password)
      if (!right.ok) return right
      const phone = readPhone(typed, right.value.country)
      if (!phone.ok) return phone
      if (phone.value === right.value.phone) return refuse(SAME_NUMBER)
      const sent = await sendCode(deps, who, phone.value)
      return sent.ok ? replySettings(deps, who.personId) : sent
    },
    async confirmPhoneChange(who, { body: { code } }) {
      const now = await deps.now()
      const asked = { personId: who.personId, purpose: PHONE_PURPOSE, code, now }
      const result = await useCode(deps.pool, deps.vault, asked)
      if (result.verdict === 'gone') return refuse(CODE_GONE)
      if (result.verdict === 'wrong') return refuse(codeWrong(result.triesLeft))
      const { phone } = result
      const used = await takeNumber(deps, { who, phone, now })
      return used.ok ? replySettings(deps, who.personId) : used
    },
  }
}

/** To any mobile number: that it belongs to another account is told only to who has the phone. */
async function sendCode(
  deps: PeopleDeps,
  { personId }: PersonVisitor,
  phone: string,
): Promise<Result<undefined, Refusal>> {
  const now = await deps.now()
  const last = await lastCodeAt(deps.pool, personId, PHONE_PURPOSE)
  const resendAt = last === undefined ? now : addDuration(last, RESEND_AFTER)
  if (resendAt > now) return refuse(tryLater(resendAt))
  const key = `phone_change:${personId}`
  const taken = await takeTry(deps.pool, key, { rule: CODES, now })
  if (!taken.allowed) return refuse(tryLater(taken.lockedUntil))
  return attempt(deps.pool, async (client) => {
    const person = await lockPerson(client, personId)
    invariant(person !== undefined, 'a session belongs to a person')
    const grant = { personId, purpose: PHONE_PURPOSE, phone, now }
    const code = await issueCode(client, deps.vault, grant)
    const { language } = person
    const sms = { to: phone, language, sms: PHONE_CODE, values: { code }, now }
    await queueSms(client, deps, { ...sms, goodUntil: addDuration(now, CODE_LASTS) })
    return accept(undefined)
  })
}

interface NewNumber {
  readonly who: PersonVisitor
  readonly phone: string
  readonly now: Instant
}

async function takeNumber(
  deps: PeopleDeps,
  { who, phone, now }: NewNumber,
): Promise<Result<undefined, Refusal>> {
  try {
    return await attempt(deps.pool, async (client) => {
      const person = await lockPerson(client, who.personId)
      invariant(person !== undefined, 'a session belongs to a person')
      if (await isTaken(client, phone)) return refuse(PHONE_IN_USE)
      await keepFormerDetail(client, person.id, { kind: 'phone', now })
      await changePerson(client, person.id, { phone })
      await announceChange(client, deps, {
        person,
        kind: 'phone_changed',
        detail: { phone: hidePhone(phone) },
        notices: () => PHONE_CHANGED(deps, { phone: hidePhone(phone) }),
        visit: who,
        keep: who.sessionId,
        now,
      })
      return accept(undefined)
    })
  } catch (error) {
    // Two accounts took the number at the same time.
    const doubled = error instanceof DatabaseError && error.constraint === 'person_phone'
    if (doubled) return refuse(PHONE_IN_USE)
    throw error
  }
}

async function isTaken(client: PoolClient, phone: string): Promise<boolean> {
  const sql = 'SELECT 1 FROM people.person WHERE phone = $1 AND closed_at IS NULL'
  return (await queryText(client, sql, [phone])).length > 0
}

/** The end of a number is enough to know it again. */
function hidePhone(phone: string): string {
  return `${phone.slice(0, 3)}…${phone.slice(-3)}`
}

const SAME_NUMBER: Refusal = {
  code: 'invalid_request',
  detail: 'This is your number already.',
  errors: [{ pointer: '/phone', code: 'same_phone', detail: 'This is your number already.' }],
}

const CODE_GONE: Refusal = {
  code: 'code_gone',
  detail: 'The code is too old or was guessed at too often. Ask for a new one.',
}

function codeWrong(triesLeft: number): Refusal {
  const members = { tries_left: String(triesLeft) }
  return { code: 'code_wrong', detail: 'The code is not right.', members }
}

const PHONE_IN_USE: Refusal = {
  code: 'phone_in_use',
  detail: 'The number belongs to another account. Close that one, or use another number.',
}
