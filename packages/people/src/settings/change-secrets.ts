import type { Refusal } from '@danbao/contracts'
import { accept, refuse, type Result } from '@danbao/kernel'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, WalletPart } from '../base/handling.ts'
import { lockPerson, type Person } from '../base/person.ts'
import { hashSecret } from '../base/secrets.ts'
import { type AnsweredHash, hashAnswers } from '../registration/answers.ts'
import { judgeNewPassword } from '../registration/password-strength.ts'
import { judgeNewPaymentPassword } from '../registration/payment-password-strength.ts'
import { checkPassword, checkPaymentPassword } from '../base/passwords.ts'
import { PASSWORD_CHANGED, PAYMENT_PASSWORD_CHANGED, QUESTIONS_CHANGED } from './mails.ts'
import { killResetLinks } from './reset-links.ts'
import {
  announceChange,
  replaceQuestions,
  replaceSecret,
  type SecretKind,
  wasUsed,
} from './secrets.ts'
import type { Notices } from './security-notice.ts'
import { replySettings } from './view-settings.ts'

export function createChangeSecretsHandlers(
  deps: PeopleDeps,
): WalletPart<'changePassword' | 'changePaymentPassword' | 'changeQuestions'> {
  return {
    async changePassword(who, { body }) {
      const person = await checkPassword(deps, who.personId, body.old_password)
      if (!person.ok) return person
      const weak = judgeNewPassword(body.new_password, person.value)
      if (weak !== undefined) return refuse(weak)
      const secret = { kind: 'password', secret: body.new_password } as const
      const changed = await changeSecret(deps, who, { seen: person.value, ...secret })
      return changed.ok ? replySettings(deps, who.personId) : changed
    },
    async changePaymentPassword(who, { body }) {
      const person = await checkPassword(deps, who.personId, body.password)
      if (!person.ok) return person
      const right = await checkPaymentPassword(deps, person.value, body.old_payment_password)
      if (!right.ok) return right
      const weak = judgeNewPaymentPassword(body.new_payment_password, person.value)
      if (weak !== undefined) return refuse(weak)
      const secret = { kind: 'payment_password', secret: body.new_payment_password } as const
      const changed = await changeSecret(deps, who, { seen: person.value, ...secret })
      return changed.ok ? replySettings(deps, who.personId) : changed
    },
    async changeQuestions(who, { body: { password, questions } }) {
      const person = await checkPassword(deps, who.personId, password)
      if (!person.ok) return person
      const answered = await hashAnswers(questions)
      if (!answered.ok) return answered
      const changed = await changeQuestions(deps, who, {
        seen: person.value,
        answered: answered.value,
      })
      return changed.ok ? replySettings(deps, who.personId) : changed
    },
  }
}

interface SecretChange {
  /** The person whose old secret was found right. */
  readonly seen: Person
  readonly kind: SecretKind
  readonly secret: string
}

const NOTICES: Readonly<Record<SecretKind, Notices>> = {
  password: PASSWORD_CHANGED,
  payment_password: PAYMENT_PASSWORD_CHANGED,
}

async function changeSecret(
  deps: PeopleDeps,
  who: PersonVisitor,
  { seen, kind, secret }: SecretChange,
): Promise<Result<undefined, Refusal>> {
  const hash = await hashSecret(secret)
  const now = await deps.now()
  return attempt(deps.pool, async (client) => {
    const person = await lockPerson(client, who.personId)
    if (person === undefined || isOutdated(person, seen)) return refuse(CHANGED_MEANWHILE)
    if (await wasUsed(client, person, { kind, secret })) return refuse(PASSWORD_USED)
    await replaceSecret(client, person, { kind, hash, now })
    if (kind === 'password') await killResetLinks(client, person.id, now)
    await announceChange(client, deps, {
      person,
      kind: `${kind}_changed`,
      notices: NOTICES[kind],
      visit: who,
      keep: who.sessionId,
      now,
    })
    return accept(undefined)
  })
}

interface QuestionsChange {
  readonly seen: Person
  readonly answered: readonly AnsweredHash[]
}

async function changeQuestions(
  deps: PeopleDeps,
  who: PersonVisitor,
  { seen, answered }: QuestionsChange,
): Promise<Result<undefined, Refusal>> {
  const now = await deps.now()
  return attempt(deps.pool, async (client) => {
    const person = await lockPerson(client, who.personId)
    if (person === undefined || isOutdated(person, seen)) return refuse(CHANGED_MEANWHILE)
    await replaceQuestions(client, person.id, { answered, now })
    await killResetLinks(client, person.id, now)
    await announceChange(client, deps, {
      person,
      kind: 'questions_changed',
      notices: QUESTIONS_CHANGED,
      visit: who,
      keep: who.sessionId,
      now,
    })
    return accept(undefined)
  })
}

/** Whether what was found right has been replaced since: of two changes at once one counts. */
function isOutdated(person: Person, seen: Person): boolean {
  return (
    person.passwordHash !== seen.passwordHash ||
    person.paymentPasswordHash !== seen.paymentPasswordHash ||
    person.closedAt !== null
  )
}

const CHANGED_MEANWHILE: Refusal = {
  code: 'password_wrong',
  detail: 'Your passwords were changed a moment ago. Try again with the new ones.',
}

export const PASSWORD_USED: Refusal = {
  code: 'password_used',
  detail: 'This was your password before. Choose one that you never had.',
}
