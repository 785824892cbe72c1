import type { Refusal } from '@danbao/contracts'
import type { WalletRoutes } from '@danbao/contracts/wallet'
import { accept, type Instant, newUuid, refuse, type Result, type Uuid } from '@danbao/kernel'
import { DatabaseError, type PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { Handler, Visitor } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { readLink, useLink } from '../base/links.ts'
import { changePerson, findPersonByEmail, insertPerson, type Language } from '../base/person.ts'
import { openSession } from '../base/sessions.ts'
import { endPresentSession } from '../sign-in/index.ts'
import { CONFIRM_PURPOSE } from './confirm-address.ts'
import { replyRegistration } from './progress.ts'
import { closeRequest, lockRequest } from './request-store.ts'

const LINK_INVALID: Refusal = {
  code: 'link_invalid',
  detail: 'The link was used already or is too old. Ask for a new one.',
}
const EMAIL_IN_USE: Refusal = {
  code: 'email_in_use',
  detail: 'There is an account with this address. Sign in.',
}

/** From the mail, in whatever browser: the session that begins is that of the address's owner. */
export function createConfirmEmail(deps: PeopleDeps): Handler<WalletRoutes['confirmEmail']> {
  return async (visitor, { body: { token } }) => {
    const begun = await again(() => follow(deps, visitor, token))
    if (!begun.ok) return begun
    const { personId, session } = begun.value
    const reply = await replyRegistration(deps, { personId })
    return reply.ok ? accept({ ...reply.value, session }) : reply
  }
}

interface Begun {
  readonly personId: Uuid
  readonly session: string
}

function follow(
  deps: PeopleDeps,
  visitor: Visitor,
  token: string,
): Promise<Result<Begun, Refusal>> {
  return attempt(deps.pool, async (client) => {
    const followed = { purpose: CONFIRM_PURPOSE, now: await deps.now() }
    const { now } = followed
    const link = await readLink(client, token, followed)
    if (link === undefined) return refuse(LINK_INVALID)
    // The request before the link, as when a mail is sent again.
    const request = await lockRequest(client, link.subjectId)
    if (request === undefined) return refuse(LINK_INVALID)
    if ((await useLink(client, token, followed)) === undefined) return refuse(LINK_INVALID)
    await closeRequest(client, request.id, now)
    const { email, language } = request
    return beginRegistration(client, { email, language, visitor, now })
  })
}

/** Two links to one address that were followed at once: the second finds the person now. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const doubled = error instanceof DatabaseError && error.constraint === 'person_email'
    if (doubled) return work()
    throw error
  }
}

interface Confirmed {
  readonly email: string
  readonly language: Language
  readonly visitor: Visitor
  readonly now: Instant
}

/** A registration with an address that was confirmed just now: a new one, or where it stopped. */
async function beginRegistration(
  client: PoolClient,
  { email, language, visitor, now }: Confirmed,
): Promise<Result<Begun, Refusal>> {
  const present = await findPersonByEmail(client, email)
  if (present !== undefined && present.registeredAt !== null) return refuse(EMAIL_IN_USE)
  const personId = present?.id ?? newUuid()
  if (present === undefined) await insertPerson(client, { id: personId, email, language, now })
  else await changePerson(client, personId, { emailConfirmedAt: now })
  await recordHistory(client, { personId, kind: 'email_confirmed', visit: visitor, now })
  await endPresentSession(client, visitor, now)
  const owner = { personId }
  const session = await openSession(client, { owner, kind: 'registering', visit: visitor, now })
  return accept({ personId, session: session.token })
}
