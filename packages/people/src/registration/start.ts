import type { Refusal } from '@danbao/contracts'
import type { RegistrationRequest as RequestView } from '@danbao/contracts/wallet'
import {
  accept,
  addDuration,
  days,
  formatInstant,
  hours,
  type Instant,
  refuse,
  type Result,
} from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { Reply, Visitor, WalletPart } from '../base/handling.ts'
import { takeTry, type ThrottleRule } from '../base/throttle.ts'
import { checkCaptcha } from '../captcha/index.ts'
import { mailRequest } from './confirm-address.ts'
import {
  findRequest,
  insertRequest,
  lockRequest,
  type RegistrationRequest,
} from './request-store.ts'
import { RESEND_AFTER, waitUntil } from './wait.ts'

/** Nobody's mailbox is filled by us. */
const PER_ADDRESS: ThrottleRule = { tries: 5, within: hours(1), lock: hours(1) }
const PER_PLACE: ThrottleRule = { tries: 60, within: hours(1), lock: hours(1) }
const LIFETIME = days(7)

/** Until the address is confirmed. Every answer is the same for an address that is known. */
export function createStartHandlers(
  deps: PeopleDeps,
): WalletPart<'startRegistration' | 'resendConfirmation' | 'changeRegistrationAddress'> {
  return {
    async startRegistration({ ip }, { body: { email, language, captcha } }) {
      const robot = await checkCaptcha(deps, captcha, 'register')
      if (robot !== undefined) return refuse(robot)
      const now = await deps.now()
      const late = await takeTries(deps, { email, ip, now })
      if (late !== undefined) return refuse(late)
      return attempt(deps.pool, async (client) => {
        const { token, request } = await insertRequest(client, { email, language, now })
        await mailRequest(client, deps, request, now)
        return accept(viewRequest(token, { email, mailedAt: now }))
      })
    },

    async resendConfirmation({ ip }, { body: { request: token } }) {
      const now = await deps.now()
      const found = await findOpen(deps, token, now)
      if (!found.ok) return found
      const { email } = found.value
      const early = tooEarly(found.value, now)
      if (early !== undefined) return refuse(early)
      const late = await takeTries(deps, { email, ip, now })
      if (late !== undefined) return refuse(late)
      return sendAgain(deps, token, { now, check: (request) => tooEarly(request, now), email })
    },

    async changeRegistrationAddress({ ip }, { body: { request: token, email } }) {
      const now = await deps.now()
      const found = await findOpen(deps, token, now)
      if (!found.ok) return found
      const late = await takeTries(deps, { email, ip, now })
      if (late !== undefined) return refuse(late)
      return sendAgain(deps, token, { now, check: alreadyConfirmed, email })
    },
  }
}

const LINK_INVALID: Refusal = {
  code: 'link_invalid',
  detail: 'This registration is too old or unknown. Begin again.',
}

async function findOpen(
  { pool }: PeopleDeps,
  token: string,
  now: Instant,
): Promise<Result<RegistrationRequest, Refusal>> {
  const request = await findRequest(pool, token)
  const good = request !== undefined && addDuration(request.createdAt, LIFETIME) > now
  return good ? accept(request) : refuse(LINK_INVALID)
}

function tooEarly({ mailedAt }: RegistrationRequest, now: Instant): Refusal | undefined {
  const at = addDuration(mailedAt, RESEND_AFTER)
  return at > now ? waitUntil(at, now) : undefined
}

function alreadyConfirmed({ closedAt }: RegistrationRequest): Refusal | undefined {
  if (closedAt === null) return undefined
  return { code: 'wrong_state', detail: 'The address was confirmed already.' }
}

async function takeTries(
  { pool }: PeopleDeps,
  { email, ip, now }: Pick<Visitor, 'ip'> & { readonly email: string; readonly now: Instant },
): Promise<Refusal | undefined> {
  const keys = [
    [`registration_from:${ip}`, PER_PLACE],
    [`registration_mail:${email.toLowerCase()}`, PER_ADDRESS],
  ] as const
  for (const [key, rule] of keys) {
    const { allowed, lockedUntil } = await takeTry(pool, key, { rule, now })
    if (!allowed) return waitUntil(lockedUntil, now)
  }
  return undefined
}

interface Again {
  readonly now: Instant
  readonly email: string
  readonly check: (request: RegistrationRequest) => Refusal | undefined
}

/** Under the lock of the request: of two clicks at once one sends. */
function sendAgain(
  deps: PeopleDeps,
  token: string,
  { now, email, check }: Again,
): Promise<Result<Reply<RequestView>, Refusal>> {
  return attempt(deps.pool, async (client: PoolClient) => {
    const id = (await findRequest(client, token))?.id
    const request = id === undefined ? undefined : await lockRequest(client, id)
    if (request === undefined) return refuse(LINK_INVALID)
    const refused = check(request)
    if (refused !== undefined) return refuse(refused)
    await mailRequest(client, deps, { ...request, email }, now)
    return accept(viewRequest(token, { email, mailedAt: now }))
  })
}

function viewRequest(
  request: string,
  { email, mailedAt }: Pick<RegistrationRequest, 'email' | 'mailedAt'>,
): Reply<RequestView> {
  const resend_at = formatInstant(addDuration(mailedAt, RESEND_AFTER))
  return { body: { object: 'registration_request', request, email, resend_at } }
}
