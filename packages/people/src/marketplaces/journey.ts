import type { Refusal } from '@danbao/contracts'
import { accept, type Instant, minutes, refuse, type Result, type Uuid } from '@danbao/kernel'
import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  fetchUserInfo,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { z } from 'zod'
import { issueChallenge, useChallenge } from '../base/challenges.ts'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { Language } from '../base/person.ts'
import { createProviderClients, isProviderAway, isProviderRefusal } from './client.ts'
import { type Identity, type Provider, readProvider } from './store.ts'

const PURPOSE = 'marketplace_journey'
const VERIFIER_PURPOSE = 'code_verifier'
/** Somebody may have to make an account over there first. */
const LIFETIME = minutes(15)

export const CEREMONY_GONE: Refusal = {
  code: 'ceremony_gone',
  detail: 'It took too long or was done already. Begin once more.',
}
const AWAY: Refusal = {
  code: 'marketplace_unavailable',
  detail: 'The marketplace does not answer. Try again later, or sign in another way.',
}
const UNKNOWN: Refusal = { code: 'not_found', detail: 'There is no such marketplace.' }

export interface Departure {
  readonly providerId: string
  /** Who is signed in already and wants to link; absent: somebody signs in. */
  readonly personId?: Uuid
  readonly next?: string | undefined
  readonly language: Language
}

export interface Return {
  readonly providerId: string
  readonly personId?: Uuid
  /** Only the tab that left knows it. */
  readonly attempt: string
  /** The query that the marketplace put into the address. */
  readonly params: Readonly<Record<string, string>>
}

export interface Arrived {
  readonly provider: Provider
  readonly identity: Identity
  /** Whether the marketplace vouches for the address. */
  readonly emailVerified: boolean
  readonly next: string | null
}

export interface Journeys {
  depart(
    departure: Departure,
  ): Promise<Result<{ readonly url: string; readonly attempt: string }, Refusal>>
  arrive(back: Return): Promise<Result<Arrived, Refusal>>
}

/** To a marketplace and back: authorization code flow with PKCE, state and nonce. */
export function createJourneys(deps: PeopleDeps): Journeys {
  const clients = createProviderClients(deps)

  async function openProvider(id: string, now: Instant): Promise<Result<Opened, Refusal>> {
    const provider = await readProvider(deps.pool, id)
    if (provider === undefined) return refuse(UNKNOWN)
    const config = await clients.open(provider, now)
    return config === undefined ? refuse(AWAY) : accept({ provider, config })
  }

  return {
    async depart(departure) {
      const now = await deps.now()
      const opened = await openProvider(departure.providerId, now)
      return opened.ok ? accept(await leave(deps, opened.value, { departure, now })) : opened
    },
    async arrive(back) {
      const now = await deps.now()
      const kept = await useChallenge(deps.pool, back.attempt, { purpose: PURPOSE, data, now })
      // Somebody else may be signed in by now, who did not ask for this.
      const same = kept?.provider === back.providerId && kept.person === (back.personId ?? null)
      if (kept === undefined || !same) return refuse(CEREMONY_GONE)
      const opened = await openProvider(back.providerId, now)
      if (!opened.ok) return opened
      const told = await redeem(deps, opened.value, { kept, params: back.params })
      return told.ok ? accept({ ...told.value, next: kept.next }) : told
    },
  }
}

interface Opened {
  readonly provider: Provider
  readonly config: Configuration
}

const data = z.strictObject({
  provider: z.string(),
  person: z.string().nullable(),
  next: z.string().nullable(),
  state: z.string(),
  nonce: z.string(),
  /** Sealed. */
  verifier: z.string(),
})

async function leave(
  deps: PeopleDeps,
  { provider, config }: Opened,
  { departure, now }: { readonly departure: Departure; readonly now: Instant },
): Promise<{ readonly url: string; readonly attempt: string }> {
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  const url = buildAuthorizationUrl(config, {
    redirect_uri: returnAddress(deps),
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ui_locales: departure.language,
    // A session left open over there does not open the wallet here.
    prompt: 'login',
  })
  const attempt = await issueChallenge(deps.pool, {
    purpose: PURPOSE,
    data: {
      provider: provider.id,
      person: departure.personId ?? null,
      next: departure.next ?? null,
      state,
      nonce,
      verifier: deps.vault.seal(VERIFIER_PURPOSE, verifier).toString('base64'),
    },
    now,
    lifetime: LIFETIME,
  })
  return { url: url.href, attempt }
}

type Told = Omit<Arrived, 'next'>

/** Trades the code for who it is. Every check of the protocol is the library's. */
async function redeem(
  deps: PeopleDeps,
  { provider, config }: Opened,
  { kept, params }: { readonly kept: z.output<typeof data>; readonly params: Return['params'] },
): Promise<Result<Told, Refusal>> {
  const address = new URL(`${returnAddress(deps)}?${new URLSearchParams(params)}`)
  const sealed = Buffer.from(kept.verifier, 'base64')
  const verifier = deps.vault.open(VERIFIER_PURPOSE, sealed).toString()
  try {
    const tokens = await authorizationCodeGrant(config, address, {
      expectedState: kept.state,
      expectedNonce: kept.nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined) return refuse(refusedBecause('no_claims'))
    const { email, emailVerified } = await readAddress(config, tokens.access_token, claims)
    const identity = { providerId: provider.id, subject: claims.sub, email }
    return accept({ provider, identity, emailVerified })
  } catch (error) {
    if (isProviderAway(error)) return refuse(AWAY)
    if (error instanceof AuthorizationResponseError) return refuse(refusedBecause(error.error))
    if (isProviderRefusal(error)) return refuse(refusedBecause('not_confirmed'))
    throw error
  }
}

const userInfo = z.object({
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
})

/** Some put it into the identity token, most tell it when they are asked. */
async function readAddress(config: Configuration, token: string, claims: IDToken) {
  const asked = config.serverMetadata().userinfo_endpoint !== undefined
  const info = asked ? await fetchUserInfo(config, token, claims.sub) : {}
  const { email, email_verified } = userInfo.parse({ ...claims, ...info })
  return { email: email ?? null, emailVerified: email !== undefined && email_verified === true }
}

/** `reason`: as OAuth names it, e.g. `access_denied` when the person said no over there. */
function refusedBecause(reason: string): Refusal {
  return {
    code: 'marketplace_refused',
    detail: 'The marketplace did not confirm who you are. Nothing was changed.',
    members: { reason },
  }
}

function returnAddress(deps: PeopleDeps): string {
  return walletUrl(deps, 'sign-in/marketplace')
}
