import { REGISTRATION_PAGES } from '@danbao/contracts/wallet'
import { hours, type Instant } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import { issueLink } from '../base/links.ts'
import { findPersonByEmail } from '../base/person.ts'
import { queueMail } from '../messages/index.ts'
import { ACCOUNT_EXISTS, CONFIRM_EMAIL, CONTINUE_REGISTRATION } from './mails.ts'
import { markMailed, type RegistrationRequest } from './request-store.ts'

/** Its subject is the request. */
export const CONFIRM_PURPOSE = 'confirm_email'
const LIFETIME = hours(24)

/**
 * Writes to the address; whose it is only its owner reads. A link is made in every case, so that
 * the time tells nothing, but an owner of an account is given none.
 */
export async function mailRequest(
  client: PoolClient,
  deps: PeopleDeps,
  request: RegistrationRequest,
  now: Instant,
): Promise<void> {
  const { id, email } = request
  const grant = { purpose: CONFIRM_PURPOSE, subjectId: id, now, lifetime: LIFETIME }
  const link = walletUrl(deps, REGISTRATION_PAGES.confirm, {
    token: await issueLink(client, grant),
  })
  const person = await findPersonByEmail(client, email)
  const language = person?.language ?? request.language
  const known = { to: person?.email ?? email, language, now }
  if (person !== undefined && person.registeredAt !== null) {
    const sign_in = walletUrl(deps, REGISTRATION_PAGES.signIn)
    const values = { sign_in, recover: walletUrl(deps, 'recover') }
    await queueMail(client, deps, { ...known, mail: ACCOUNT_EXISTS, values })
  } else {
    const mail = person === undefined ? CONFIRM_EMAIL : CONTINUE_REGISTRATION
    await queueMail(client, deps, { ...known, mail, values: { link } })
  }
  await markMailed(client, id, { email, now })
}
