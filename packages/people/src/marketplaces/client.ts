import { addDuration, hours, type Instant } from '@danbao/kernel'
import {
  allowInsecureRequests,
  ClientError,
  ClientSecretBasic,
  type Configuration,
  discovery,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import type { PeopleDeps } from '../base/deps.ts'
import { openClientSecret, type Provider } from './store.ts'

/** What a provider told about itself is good for this long. */
const LIFETIME = hours(1)
const TIMEOUT_SECONDS = 10

export interface ProviderClients {
  /** Undefined: the provider does not answer, or not as it should. */
  open(provider: Provider, now: Instant): Promise<Configuration | undefined>
}

interface Known {
  readonly config: Configuration
  readonly until: Instant
}

/** Asks each provider for its endpoints once in a while. */
export function createProviderClients(deps: PeopleDeps): ProviderClients {
  const known = new Map<string, Known>()
  return {
    async open(provider, now) {
      const secret = openClientSecret(deps.vault, provider)
      const key = JSON.stringify([provider.issuer, provider.clientId, secret])
      const present = known.get(key)
      if (present !== undefined && now < present.until) return present.config
      const config = await discover(deps, provider, secret)
      if (config === undefined) return undefined
      known.set(key, { config, until: addDuration(now, LIFETIME) })
      return config
    },
  }
}

async function discover(
  { mode }: PeopleDeps,
  { issuer, clientId }: Provider,
  secret: string,
): Promise<Configuration | undefined> {
  const url = new URL(issuer)
  const execute = mode === 'sandbox' && isPlainLoopback(url) ? [allowInsecureRequests] : []
  const options = { execute, timeout: TIMEOUT_SECONDS }
  try {
    return await discovery(url, clientId, {}, ClientSecretBasic(secret), options)
  } catch {
    return undefined
  }
}

/** Nobody listens in on a machine's talk with itself. Anywhere else TLS is a must. */
function isPlainLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

const AWAY = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'])

/** Whether the fault is the provider's absence, rather than what it said. */
export function isProviderAway(error: unknown): boolean {
  // What `fetch` throws when there is nobody.
  if (error instanceof TypeError) return true
  if (error instanceof ResponseBodyError) return error.status >= 500
  return error instanceof ClientError && error.code !== undefined && AWAY.has(error.code)
}

/** Whether the provider said no, or said something that does not hold. */
export function isProviderRefusal(error: unknown): boolean {
  return (
    error instanceof ClientError ||
    error instanceof ResponseBodyError ||
    error instanceof WWWAuthenticateChallengeError
  )
}
