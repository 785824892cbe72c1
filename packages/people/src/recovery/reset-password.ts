import type { Refusal } from '@danbao/contracts'
import { accept, addDuration, formatInstant, invariant, refuse, type Result } from '@danbao/kernel'
import { changeAccount } from '@danbao/core'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { Visitor, WalletPart } from '../base/handling.ts'
import { readLink } from '../base/links.ts'
import { type Person, readPerson } from '../base/person.ts'
import { hashSecret } from '../base/secrets.ts'
import { judgeNewPassword } from '../registration/password-strength.ts'
import {
  announceChange,
  followLink,
  killResetLinks,
  LINK_INVALID,
  MONEY_RESTS,
  PASSWORD_USED,
  readQuestions,
  replaceSecret,
  RESET_PURPOSE,
  wasUsed,
} from '../settings/index.ts'
import { checkAnswers } from './answers.ts'
import { PASSWORD_RESET } from './password-mails.ts'

/** From the mail: three answers and a new password. */
export function createResetPasswordHandlers(
  deps: PeopleDeps,
): WalletPart<'openPasswordReset' | 'resetPassword'> {
  return {
    async openPasswordReset(_who, { body: { token } }) {
      const now = await deps.now()
      const link = await readLink(deps.pool, token, { purpose: RESET_PURPOSE, now })
      if (link === undefined) return refuse(LINK_INVALID)
      const questions = await readQuestions(deps.pool, link.subjectId)
      const expires_at = formatInstant(link.expiresAt)
      return accept({ body: { object: 'password_reset', questions, expires_at } })
    },
    async resetPassword(who, { body: { token, answers, password } }) {
      const person = await whoseLink(deps, token)
      if (person === undefined) return refuse(LINK_INVALID)
      const weak = judgeNewPassword(password, person)
      if (weak !== undefined) return refuse(weak)
      const given = answers.map((answer, at) => ({ position: at + 1, answer }))
      const right = await checkAnswers(deps, person.id, given)
      if (!right.ok) return right
      const set = await setPassword(deps, who, { token, password })
      return set.ok ? accept({ body: { object: 'done' }, session: null }) : set
    },
  }
}

/** The person of a link that is good; it stays good. */
export async function whoseLink(deps: PeopleDeps, token: string): Promise<Person | undefined> {
  const now = await deps.now()
  const link = await readLink(deps.pool, token, { purpose: RESET_PURPOSE, now })
  if (link === undefined) return undefined
  const person = await readPerson(deps.pool, link.subjectId)
  invariant(person !== undefined, 'a link for a new password is about a person')
  return person.closedAt === null ? person : undefined
}

interface NewPassword {
  readonly token: string
  readonly password: string
}

async function setPassword(
  deps: PeopleDeps,
  who: Visitor,
  { token, password }: NewPassword,
): Promise<Result<undefined, Refusal>> {
  const hash = await hashSecret(password)
  const now = await deps.now()
  return attempt(deps.pool, async (client) => {
    const link = await followLink(client, token, { purpose: RESET_PURPOSE, now })
    if (link === undefined) return refuse(LINK_INVALID)
    const { person } = link
    if (await wasUsed(client, person, { kind: 'password', secret: password })) {
      return refuse(PASSWORD_USED)
    }
    await replaceSecret(client, person, { kind: 'password', hash, now })
    await killResetLinks(client, person.id, now)
    await changeAccount(client, person.id, { restingUntil: addDuration(now, MONEY_RESTS) })
    const told = { person, kind: 'password_reset', notices: PASSWORD_RESET, visit: who, now }
    await announceChange(client, deps, told)
    return accept(undefined)
  })
}
