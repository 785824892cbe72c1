import type { Refusal } from '@danbao/contracts'
import type { AnsweredQuestions } from '@danbao/contracts/wallet'
import { accept, addDuration, formatInstant, hours, refuse, type Result } from '@danbao/kernel'
import { changeAccount } from '@danbao/core'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { Visitor, WalletPart } from '../base/handling.ts'
import { readLink } from '../base/links.ts'
import { readPerson } from '../base/person.ts'
import { hashSecret } from '../base/secrets.ts'
import { hashAnswers } from '../registration/answers.ts'
import { judgeNewPassword } from '../registration/password-strength.ts'
import {
  announceChange,
  followLink,
  killResetLinks,
  LINK_INVALID,
  MONEY_RESTS,
  PASSWORD_USED,
  replaceQuestions,
  replaceSecret,
  wasUsed,
} from '../settings/index.ts'
import { PASSWORD_RESET } from './password-mails.ts'
import { changeRecovery, readRecovery } from './store.ts'

/** After staff agreed: a new password and new questions. The link's subject is the recovery. */
export const NEW_SECRETS_PURPOSE = 'new_secrets'
export const NEW_SECRETS_WITHIN = hours(72)

interface NewSecrets {
  readonly token: string
  readonly password: string
  readonly questions: AnsweredQuestions
}

export function createNewSecretsHandlers(
  deps: PeopleDeps,
): WalletPart<'openNewSecrets' | 'setNewSecrets'> {
  return {
    async openNewSecrets(_who, { body: { token } }) {
      const now = await deps.now()
      const link = await readLink(deps.pool, token, { purpose: NEW_SECRETS_PURPOSE, now })
      if (link === undefined) return refuse(LINK_INVALID)
      const expires_at = formatInstant(link.expiresAt)
      return accept({ body: { object: 'new_secrets', expires_at } })
    },
    async setNewSecrets(who, { body }) {
      const set = await setSecrets(deps, who, body)
      return set.ok ? accept({ body: { object: 'done' }, session: null }) : set
    },
  }
}

async function setSecrets(
  deps: PeopleDeps,
  who: Visitor,
  { token, password, questions }: NewSecrets,
): Promise<Result<undefined, Refusal>> {
  const now = await deps.now()
  const link = await readLink(deps.pool, token, { purpose: NEW_SECRETS_PURPOSE, now })
  const found = link && (await readRecovery(deps.pool, deps, link.subjectId))
  const personId = found?.personId ?? null
  const seen = personId === null ? undefined : await readPerson(deps.pool, personId)
  if (seen === undefined) return refuse(LINK_INVALID)
  const weak = judgeNewPassword(password, seen)
  if (weak !== undefined) return refuse(weak)
  const answered = await hashAnswers(questions)
  if (!answered.ok) return answered
  const hash = await hashSecret(password)
  return attempt(deps.pool, async (client) => {
    const personOf = async (id: string) => (await readRecovery(client, deps, id))?.personId
    const followed = await followLink(client, token, {
      purpose: NEW_SECRETS_PURPOSE,
      now,
      personOf,
    })
    if (followed === undefined) return refuse(LINK_INVALID)
    const { person, subjectId } = followed
    if (await wasUsed(client, person, { kind: 'password', secret: password })) {
      return refuse(PASSWORD_USED)
    }
    await replaceSecret(client, person, { kind: 'password', hash, now })
    await replaceQuestions(client, person.id, { answered: answered.value, now })
    await killResetLinks(client, person.id, now)
    await changeRecovery(client, subjectId, { state: 'done' })
    await changeAccount(client, person.id, { restingUntil: addDuration(now, MONEY_RESTS) })
    const told = { person, kind: 'secrets_reset', notices: PASSWORD_RESET, visit: who, now }
    await announceChange(client, deps, told)
    return accept(undefined)
  })
}
