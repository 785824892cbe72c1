import type { PeopleDeps } from '../base/deps.ts'
import { createJourneys } from './journey.ts'
import { createLinkHandlers } from './links.ts'
import { createMarketplaceSignInHandlers } from './sign-in.ts'

export { ensureSandboxProvider } from './sandbox-provider.ts'

/** Signing in with a marketplace, by OpenID Connect. */
export function createMarketplaceHandlers(
  deps: PeopleDeps,
): ReturnType<typeof createLinkHandlers> & ReturnType<typeof createMarketplaceSignInHandlers> {
  const journeys = createJourneys(deps)
  return {
    ...createLinkHandlers(deps, journeys),
    ...createMarketplaceSignInHandlers(deps, journeys),
  }
}
