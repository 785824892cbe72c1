import { type Browser, readBrowser, type Refusal } from '@danbao/contracts'
import type { SignInAnswer } from '@danbao/contracts/wallet'
import { accept, type Instant, refuse, type Result, type Uuid } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { Reply, Visitor } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { lockPerson, type Person } from '../base/person.ts'
import { openSession, type SessionKind } from '../base/sessions.ts'
import { notifyPerson } from '../messages/index.ts'
import { hasSecondFactor } from '../two-factor/index.ts'
import { seeDevice } from './device-store.ts'
import { NEW_DEVICE } from './mails.ts'
import { endPresentSession } from './present-session.ts'

/** By which proof. `second_factor`: by password or marketplace, and then a code. */
export type SignInWay = 'password' | 'passkey' | 'marketplace' | 'second_factor'

/** A passkey is something one has and knows at once; a code was just given. */
const ENOUGH: ReadonlySet<SignInWay> = new Set(['passkey', 'second_factor'])

export interface Proved {
  readonly personId: Uuid
  readonly visitor: Visitor
  readonly how: SignInWay
  /** The hash that the password matched: if it was replaced since, the proof is of no use. */
  readonly passwordHash?: string
}

export const CREDENTIALS_WRONG: Refusal = {
  code: 'credentials_wrong',
  detail: 'Address or password are wrong.',
}
export const SESSION_REQUIRED: Refusal = {
  code: 'session_required',
  detail: 'Sign in with your password first.',
}

/**
 * Lets somebody in who has proved who they are: to their account, to the second factor when one is
 * set up, or to the rest of an unfinished registration. The session that the browser had ends.
 */
export async function completeSignIn(
  deps: PeopleDeps,
  proved: Proved,
): Promise<Result<Reply<SignInAnswer>, Refusal>> {
  const { personId, visitor, how, passwordHash } = proved
  const now = await deps.now()
  return attempt(deps.pool, async (client) => {
    const person = await lockPerson(client, personId)
    if (person === undefined || person.closedAt !== null) return refuse(CREDENTIALS_WRONG)
    const replaced = passwordHash !== undefined && person.passwordHash !== passwordHash
    if (replaced) return refuse(CREDENTIALS_WRONG)
    const ended = await endPresentSession(client, visitor, now)
    // Whoever ended all sessions meanwhile ended this sign-in too.
    if (how === 'second_factor' && !ended) return refuse(SESSION_REQUIRED)
    const kind = await kindFor(client, person, how)
    const entering = { person, visitor, now }
    if (kind !== 'full') return accept(await openPartly(client, entering, kind))
    return accept(await enter(client, deps, entering, how))
  })
}

async function kindFor(client: PoolClient, person: Person, how: SignInWay): Promise<SessionKind> {
  if (person.registeredAt === null) return 'registering'
  if (ENOUGH.has(how)) return 'full'
  return (await hasSecondFactor(client, person.id)) ? 'half' : 'full'
}

async function enter(
  client: PoolClient,
  deps: PeopleDeps,
  entering: Entering,
  how: SignInWay,
): Promise<Reply<SignInAnswer>> {
  const { person, visitor, now } = entering
  const opened = await openFully(client, entering)
  const isNew = opened.device !== undefined
  const detail = { how, new_device: isNew }
  const entry = { personId: person.id, kind: 'signed_in', detail, visit: visitor, now }
  await recordHistory(client, entry)
  if (isNew) await tellNewDevice(client, deps, entering)
  return { ...opened, body: { object: 'sign_in', state: 'signed_in' } }
}

interface Entering {
  readonly person: Person
  readonly visitor: Visitor
  readonly now: Instant
}

const PART = { half: 'second_factor', registering: 'registering' } as const

async function openPartly(
  client: PoolClient,
  { person, visitor, now }: Entering,
  kind: keyof typeof PART,
): Promise<Reply<SignInAnswer>> {
  const owner = { personId: person.id }
  const session = await openSession(client, { owner, kind, visit: visitor, now })
  return { body: { object: 'sign_in', state: PART[kind] }, session: session.token }
}

/** A session that everything goes with, under a token of its own, of a device known from now on. */
export async function openFully(
  client: PoolClient,
  { person, visitor, now }: Entering,
): Promise<{ readonly session: string; readonly device?: string }> {
  const { deviceToken, userAgent } = visitor
  const device = await seeDevice(client, { personId: person.id, deviceToken, userAgent, now })
  const session = await openSession(client, {
    owner: { personId: person.id },
    kind: 'full',
    deviceId: device.id,
    visit: visitor,
    now,
  })
  const { token } = session
  return device.token === undefined ? { session: token } : { session: token, device: device.token }
}

function tellNewDevice(
  client: PoolClient,
  deps: PeopleDeps,
  { person, visitor, now }: Entering,
): Promise<void> {
  const time = new Intl.DateTimeFormat(person.language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(now)
  const values = {
    browser: nameBrowser(readBrowser(visitor.userAgent)),
    time: `${time} UTC`,
    ip: visitor.ip,
    recover: walletUrl(deps, 'recover'),
  }
  return notifyPerson(client, deps, person, { mail: NEW_DEVICE, values, now })
}

function nameBrowser({ browser, system }: Browser): string {
  return [browser, system].filter((name) => name !== null).join(' – ') || '?'
}
