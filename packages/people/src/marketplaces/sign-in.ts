import type { Refusal } from '@danbao/contracts'
import type { MarketplaceArrival } from '@danbao/contracts/wallet'
import {
  accept,
  type Instant,
  minutes,
  newUuid,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { DatabaseError, inTransaction } from '@danbao/database'
import { issueChallenge } from '../base/challenges.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { Reply, Visitor, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { findPersonByEmail, insertPerson, type Person } from '../base/person.ts'
import { takeTry, tryLater } from '../base/throttle.ts'
import { completeSignIn } from '../sign-in/index.ts'
import type { Arrived, Journeys } from './journey.ts'
import { OFFER_PURPOSE } from './links.ts'
import { insertLink, readProviders, useLink } from './store.ts'

/** Each start is a row: nobody fills the table. */
const START_RULE = { tries: 30, within: minutes(10), lock: minutes(10) }
const OFFER_LIFETIME = minutes(15)

const UNCONFIRMED: Refusal = {
  code: 'marketplace_address_unconfirmed',
  detail:
    'Confirm your e-mail address at the marketplace first, or register with the address here.',
}

type Arrival = Result<Reply<MarketplaceArrival>, Refusal>

interface Newcomer {
  readonly visitor: Visitor
  readonly arrived: Arrived
  readonly email: string
  readonly now: Instant
}

/** Signing in with a marketplace. It never takes over an account that it was not linked to. */
export function createMarketplaceSignInHandlers(
  deps: PeopleDeps,
  journeys: Journeys,
): WalletPart<'listProviders' | 'startMarketplaceSignIn' | 'finishMarketplaceSignIn'> {
  return {
    async listProviders() {
      const providers = await readProviders(deps.pool)
      const data = providers.map(({ id, name }) => ({
        object: 'identity_provider' as const,
        id,
        name,
      }))
      return accept({ body: { object: 'list', data } })
    },

    async startMarketplaceSignIn({ ip, language }, { body }) {
      const now = await deps.now()
      const key = `marketplace_start:${ip}`
      const taken = await takeTry(deps.pool, key, { rule: START_RULE, now })
      if (!taken.allowed) return refuse(tryLater(taken.lockedUntil))
      const { provider: providerId, next } = body
      const departed = await journeys.depart({ providerId, next, language })
      if (!departed.ok) return departed
      return accept({ body: { object: 'marketplace_departure', ...departed.value } })
    },

    async finishMarketplaceSignIn(visitor, { body }) {
      const { provider: providerId, ...back } = body
      const arrived = await journeys.arrive({ ...back, providerId })
      if (!arrived.ok) return arrived
      return welcome(deps, visitor, arrived.value)
    },
  }
}

async function welcome(deps: PeopleDeps, visitor: Visitor, arrived: Arrived): Promise<Arrival> {
  const { identity, emailVerified } = arrived
  const now = await deps.now()
  const known = await useLink(deps.pool, identity, now)
  if (known !== undefined) return signIn(deps, known, { visitor, arrived })
  if (identity.email === null || !emailVerified) return refuse(UNCONFIRMED)
  const newcomer = { visitor, arrived, email: identity.email, now }
  const owner = await findPersonByEmail(deps.pool, identity.email)
  return owner === undefined ? register(deps, newcomer) : offerLink(deps, owner, newcomer)
}

/** To the account, to the second factor, or to a registration that is not finished. */
async function signIn(
  deps: PeopleDeps,
  personId: Uuid,
  { visitor, arrived }: Pick<Newcomer, 'visitor' | 'arrived'>,
): Promise<Arrival> {
  const signedIn = await completeSignIn(deps, { personId, visitor, how: 'marketplace' })
  if (!signedIn.ok) return signedIn
  const { body, ...kept } = signedIn.value
  return accept({ ...kept, body: { outcome: 'sign_in', sign_in: body, next: arrived.next } })
}

/** The address is confirmed: the marketplace vouches for it, and nobody here has it. */
async function register(deps: PeopleDeps, newcomer: Newcomer): Promise<Arrival> {
  const { visitor, arrived, email, now } = newcomer
  const { identity, provider } = arrived
  const personId = newUuid()
  try {
    await inTransaction(deps.pool, async (client) => {
      await insertPerson(client, { id: personId, email, language: visitor.language, now })
      await insertLink(client, personId, { identity, now })
      const detail = { marketplace: provider.name }
      const entry = { personId, kind: 'marketplace_linked', detail, visit: visitor, now }
      await recordHistory(client, entry)
    })
  } catch (error) {
    // Somebody registered with the address at this very moment.
    const owner = isTaken(error) ? await findPersonByEmail(deps.pool, email) : undefined
    if (owner === undefined) throw error
    return offerLink(deps, owner, newcomer)
  }
  return signIn(deps, personId, newcomer)
}

function isTaken(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '23505'
}

/** The account is somebody's: to link it takes its password once. */
async function offerLink(
  deps: PeopleDeps,
  owner: Person,
  { arrived, email, now }: Newcomer,
): Promise<Arrival> {
  const { provider, identity, next } = arrived
  const link = await issueChallenge(deps.pool, {
    purpose: OFFER_PURPOSE,
    data: {
      provider: provider.id,
      name: provider.name,
      subject: identity.subject,
      email,
      person: owner.id,
    },
    now,
    lifetime: OFFER_LIFETIME,
  })
  return accept({ body: { outcome: 'sign_in_to_link', email, link, next } })
}
