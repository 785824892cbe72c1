import type { Refusal } from '@danbao/contracts'
import type { WalletPart } from '../base/handling.ts'
import {
  accept,
  addDuration,
  hours,
  type Instant,
  minutes,
  refuse,
  type Result,
} from '@danbao/kernel'
import { DatabaseError } from '@danbao/database'
import { type CodeVerdict, issueCode, lastCodeAt, useCode } from '../base/codes.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor } from '../base/handling.ts'
import { changePerson, readPerson } from '../base/person.ts'
import { takeTry, type ThrottleRule } from '../base/throttle.ts'
import { checkCaptcha } from '../captcha/index.ts'
import { queueSms } from '../messages/index.ts'
import { PHONE_CODE } from './mails.ts'
import { readPhone } from './phone.ts'
import { PHONE_PURPOSE, readQuestions, refuseStep } from './progress.ts'
import { type Step, takeStep } from './take-step.ts'
import { RESEND_AFTER, waitUntil } from './wait.ts'

/** Each SMS costs money, and rings at somebody's who may not have asked for it. */
const FEW: ThrottleRule = { tries: 5, within: hours(1), lock: hours(1) }
const PER_PLACE: ThrottleRule = { tries: 30, within: hours(1), lock: hours(1) }
const CODE_LIFETIME = minutes(5)

export function createPhoneStep(deps: PeopleDeps): WalletPart<'sendPhoneCode' | 'confirmPhone'> {
  return {
    async sendPhoneCode(who, { body: { phone: typed, captcha } }) {
      const now = await deps.now()
      const phone = await mayAsk(deps, who, { typed, now })
      if (!phone.ok) return phone
      const robot = await checkCaptcha(deps, captcha, 'phone_code')
      if (robot !== undefined) return refuse(robot)
      const late = await takeTries(deps, who, { phone: phone.value, now })
      if (late !== undefined) return refuse(late)
      return takeStep(deps, who, 'phone', (step) => sendCode(deps, step, phone.value))
    },

    async confirmPhone(who, { body: { code } }) {
      const now = await deps.now()
      const asked = { personId: who.personId, purpose: PHONE_PURPOSE, code, now }
      const tried = await useCode(deps.pool, deps.vault, asked)
      if (tried.verdict !== 'right') return refuse(refuseCode(tried))
      try {
        return await takeStep(deps, who, 'phone', (step) => savePhone(step, tried.phone))
      } catch (error) {
        const doubled = error instanceof DatabaseError && error.constraint === 'person_phone'
        if (doubled) return refuse(PHONE_IN_USE)
        throw error
      }
    },
  }
}

/** That it belongs to somebody else is told only to who has the phone in hand. */
const PHONE_IN_USE: Refusal = {
  code: 'phone_in_use',
  detail: 'The number belongs to another account. Sign in there, or use another number.',
}

/** Looked at before the captcha is spent. */
async function mayAsk(
  deps: PeopleDeps,
  { personId }: PersonVisitor,
  { typed, now }: { readonly typed: string; readonly now: Instant },
): Promise<Result<string, Refusal>> {
  const person = await readPerson(deps.pool, personId)
  if (person !== undefined) {
    const refused = refuseStep(person, await readQuestions(deps.pool, personId), 'phone')
    if (refused !== undefined) return refuse(refused)
  }
  const early = await tooEarly(deps.pool, personId, now)
  if (early !== undefined) return refuse(early)
  return readPhone(typed, person?.country ?? null)
}

async function tooEarly(
  client: PeopleDeps['pool'] | Step['client'],
  personId: string,
  now: Instant,
): Promise<Refusal | undefined> {
  const last = await lastCodeAt(client, personId, PHONE_PURPOSE)
  const at = last === undefined ? now : addDuration(last, RESEND_AFTER)
  return at > now ? waitUntil(at, now) : undefined
}

async function takeTries(
  { pool }: PeopleDeps,
  { ip, personId }: PersonVisitor,
  { phone, now }: { readonly phone: string; readonly now: Instant },
): Promise<Refusal | undefined> {
  const keys = [
    [`phone_code_from:${ip}`, PER_PLACE],
    [`phone_code_of:${personId}`, FEW],
    [`phone_code_to:${phone}`, FEW],
  ] as const
  for (const [key, rule] of keys) {
    const { allowed, lockedUntil } = await takeTry(pool, key, { rule, now })
    if (!allowed) return waitUntil(lockedUntil, now)
  }
  return undefined
}

/** Under the lock of the person: of two clicks at once one sends. */
async function sendCode(
  deps: PeopleDeps,
  { client, person, now }: Step,
  phone: string,
): Promise<Result<undefined, Refusal>> {
  const early = await tooEarly(client, person.id, now)
  if (early !== undefined) return refuse(early)
  const grant = { personId: person.id, purpose: PHONE_PURPOSE, phone, now }
  const code = await issueCode(client, deps.vault, grant)
  await queueSms(client, deps, {
    to: phone,
    language: person.language,
    sms: PHONE_CODE,
    values: { code },
    now,
    goodUntil: addDuration(now, CODE_LIFETIME),
  })
  return accept(undefined)
}

/** Whoever has the phone now has it; who never finished registering with it had it once. */
async function savePhone(
  { client, person }: Step,
  phone: string,
): Promise<Result<undefined, Refusal>> {
  await client.query(
    `UPDATE people.person SET phone = NULL
     WHERE phone = $2 AND id <> $1 AND registered_at IS NULL AND closed_at IS NULL`,
    [person.id, phone],
  )
  await changePerson(client, person.id, { phone })
  return accept(undefined)
}

function refuseCode(tried: Exclude<CodeVerdict, { verdict: 'right' }>): Refusal {
  if (tried.verdict === 'gone') {
    return {
      code: 'code_gone',
      detail: 'The code is too old, was used, or was guessed at too often. Ask for a new one.',
    }
  }
  const members = { tries_left: String(tried.triesLeft) }
  return { code: 'code_wrong', detail: 'The code is wrong.', members }
}
