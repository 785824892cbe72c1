import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { timestamp } from '../primitives.ts'
import { signInAnswer } from './sign-in.ts'
import { withPassword } from './two-factor.ts'

const provider = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be the id of a provider')

/** A marketplace at which people can prove who they are (OpenID Connect). */
export const identityProvider = z.object({
  object: z.literal('identity_provider'),
  id: provider,
  name: z.string(),
})

export const linkedMarketplace = z.object({
  object: z.literal('linked_marketplace'),
  provider: identityProvider,
  /** The address that the marketplace told last. */
  email: z.string().nullable(),
  linked_at: timestamp,
  last_used_at: timestamp.nullable(),
})

/** A path of the wallet app to go on to; never another site. */
export const nextPath = z
  .string()
  .max(500)
  .regex(/^\/wallet(?![^/?#])[\x21-\x7e]*$/, 'must be a path of the wallet')
  .refine((path) => !path.includes('\\'), 'must be a path of the wallet')

/**
 * `attempt` proves that the browser that comes back is the one that left: the page keeps it in the
 * tab's session storage, and gives it with what the marketplace put into the address.
 */
export const marketplaceDeparture = z.object({
  object: z.literal('marketplace_departure'),
  url: z.string(),
  attempt: z.string(),
})

const attempt = z.string().min(1).max(100)

/** The query of `/wallet/sign-in/marketplace`, as it came back. */
const params = z.record(z.string().max(40), z.string().max(4000))

export const marketplaceArrival = z.discriminatedUnion('outcome', [
  /**
   * As after a password; a code may be asked for. When nobody had the address, a registration has
   * begun with it, confirmed already.
   */
  z.object({
    outcome: z.literal('sign_in'),
    sign_in: signInAnswer,
    next: z.string().nullable(),
  }),
  /**
   * An account has the address. Its owner signs in by password once, then gives `link` to
   * `adoptMarketplace`; good for 15 minutes.
   */
  z.object({
    outcome: z.literal('sign_in_to_link'),
    email: z.string(),
    link: z.string(),
    next: z.string().nullable(),
  }),
])
export type MarketplaceArrival = z.infer<typeof marketplaceArrival>

const linked = z.object({ object: z.literal('list'), data: z.array(linkedMarketplace) })

export const marketplaceRoutes = {
  listProviders: {
    method: 'GET',
    path: '/wallet/api/marketplaces/providers',
    access: 'anyone',
    response: z.object({ object: z.literal('list'), data: z.array(identityProvider) }),
    refusals: [],
  },
  startMarketplaceSignIn: {
    method: 'POST',
    path: '/wallet/api/marketplaces/sign-in/start',
    access: 'anyone',
    body: z.strictObject({ provider, next: nextPath.optional() }),
    response: marketplaceDeparture,
    refusals: ['not_found', 'marketplace_unavailable', 'try_later'],
  },
  finishMarketplaceSignIn: {
    method: 'POST',
    path: '/wallet/api/marketplaces/sign-in/finish',
    access: 'anyone',
    body: z.strictObject({ provider, attempt, params }),
    response: marketplaceArrival,
    refusals: [
      'ceremony_gone',
      'marketplace_refused',
      'marketplace_unavailable',
      'marketplace_address_unconfirmed',
    ],
  },
  listMarketplaces: {
    method: 'GET',
    path: '/wallet/api/marketplaces',
    access: 'person',
    response: linked,
    refusals: [],
  },
  /** From the settings; the way back is the same page, which then calls `linkMarketplace`. */
  startMarketplaceLink: {
    method: 'POST',
    path: '/wallet/api/marketplaces/link/start',
    access: 'person',
    body: withPassword.extend({ provider }),
    response: marketplaceDeparture,
    refusals: [
      'not_found',
      'password_needed',
      'password_wrong',
      'try_later',
      'marketplace_unavailable',
    ],
  },
  linkMarketplace: {
    method: 'POST',
    path: '/wallet/api/marketplaces/link/finish',
    access: 'person',
    body: z.strictObject({ provider, attempt, params }),
    response: linked,
    refusals: [
      'ceremony_gone',
      'marketplace_refused',
      'marketplace_unavailable',
      'marketplace_in_use',
    ],
  },
  /** After `sign_in_to_link`, by the person whose address it is. */
  adoptMarketplace: {
    method: 'POST',
    path: '/wallet/api/marketplaces/adopt',
    access: 'person',
    body: z.strictObject({ link: attempt }),
    response: linked,
    refusals: ['ceremony_gone', 'marketplace_in_use'],
  },
  unlinkMarketplace: {
    method: 'POST',
    path: '/wallet/api/marketplaces/unlink',
    access: 'person',
    body: z.strictObject({ provider }),
    response: linked,
    refusals: ['not_found'],
  },
} as const satisfies Record<string, AppRoute>
