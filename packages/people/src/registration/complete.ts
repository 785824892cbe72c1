import type { Refusal } from '@danbao/contracts'
import { REFUND_CONSENT, type WalletRoutes } from '@danbao/contracts/wallet'
import { accept, refuse, type Result } from '@danbao/kernel'
import { LIMIT_CURRENCY, LIMITS, openPersonAccount } from '@danbao/core'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { Handler, Visitor } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { changePerson, nameOf } from '../base/person.ts'
import { endSessions } from '../base/sessions.ts'
import { queueMail, tellLimit } from '../messages/index.ts'
import { openFully } from '../sign-in/index.ts'
import { WELCOME } from './mails.ts'
import { type Kept, type Step, takeStep } from './take-step.ts'

/** The last step. Account, session and welcome come with it, or none of them does. */
export function createConsentStep(deps: PeopleDeps): Handler<WalletRoutes['giveConsent']> {
  return async (who, { body: { version } }) => {
    if (version !== REFUND_CONSENT.version) return refuse(OUTDATED)
    return takeStep(deps, who, 'consent', (step) => complete(deps, step, who))
  }
}

const OUTDATED: Refusal = {
  code: 'invalid_request',
  detail: 'The text has changed. Read the present one.',
  errors: [{ pointer: '/version', code: 'outdated', detail: 'The text has changed.' }],
}

async function complete(
  deps: PeopleDeps,
  { client, person, now }: Step,
  visitor: Visitor,
): Promise<Result<Kept, Refusal>> {
  const { id, email, language } = person
  await changePerson(client, id, {
    // Word for word, as it was read: the text of the app may change.
    refundConsentText: REFUND_CONSENT.text[language],
    refundConsentAt: now,
    registeredAt: now,
  })
  const name = nameOf(person)
  await openPersonAccount(client, { id, name, email, now })
  await recordHistory(client, { personId: id, kind: 'registered', visit: visitor, now })
  await endSessions(client, { owner: { personId: id }, now })
  const limit = tellLimit(LIMIT_CURRENCY, LIMITS[0].perPayment, language)
  const values = { name, limit, wallet: walletUrl(deps, '') }
  await queueMail(client, deps, { to: email, language, mail: WELCOME, values, now })
  return accept(await openFully(client, { person, visitor, now }))
}
