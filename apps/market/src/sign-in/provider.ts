import { randomBytes } from 'node:crypto'
import { type Configuration, errors, Provider } from 'oidc-provider'
import { createMemory } from './memory.ts'
import { errorPage } from './pages.ts'
import { findShopper, type Shopper } from './shoppers.ts'
import type { SigningKey } from './signing-keys.ts'
import { languageOf } from './words.ts'

/** Who may ask people to sign in here, and where they are sent back to. */
export interface Client {
  readonly id: string
  readonly secret: string
  /** As people read it. */
  readonly name: string
  readonly redirectUri: string
}

export interface SignInOptions {
  readonly issuer: string
  readonly clients: readonly Client[]
  /** The first one signs. */
  readonly keys: readonly SigningKey[]
}

/** Where people sign in and agree. */
export const INTERACTION_PATH = '/sign-in'

const HOUR = 60 * 60

/** OpenID Connect: authorization code with PKCE, and nothing else. What is under way is in memory. */
export function createProvider({ issuer, clients, keys }: SignInOptions): Provider {
  const configuration: Configuration = {
    adapter: createMemory(),
    clients: clients.map(({ id, secret, name, redirectUri }) => ({
      client_id: id,
      client_secret: secret,
      client_name: name,
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
    })),
    jwks: { keys: keys.map((key) => ({ ...key })) },
    findAccount: (_ctx, id) => toAccount(findShopper(id)),
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    scopes: ['openid', 'email', 'profile'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { url: (_ctx, { uid }) => `${INTERACTION_PATH}/${uid}` },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      // Cookies know no ports: on one machine these stand beside those of the client.
      names: {
        session: 'market_session',
        interaction: 'market_interaction',
        resume: 'market_resume',
      },
    },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      Grant: HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: 24 * HOUR,
    },
    renderError(ctx, { error }) {
      ctx.type = 'html'
      ctx.body = errorPage(languageOf(undefined, ctx.get('accept-language')), error)
    },
  }
  return new Provider(issuer, configuration)
}

function toAccount(shopper: Shopper | undefined) {
  if (shopper === undefined) return undefined
  const { id, name, email, emailVerified } = shopper
  return {
    accountId: id,
    claims: () => ({ sub: id, name, email, email_verified: emailVerified }),
  }
}

/** The person took too long, or came by a way of their own. */
export function isInteractionGone(error: unknown): boolean {
  return error instanceof errors.SessionNotFound
}
