import type { marketplaceDeskRoutes } from '@danbao/contracts/console'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart } from '../../base/handling.ts'
import { createMarketplaceDeliveries } from './deliveries.ts'
import { createMarketplaceEndpoints } from './endpoints.ts'
import { createMarketplaceEvents } from './events.ts'
import { createMarketplaceKeys } from './keys.ts'
import { createMarketplaceSettings } from './settings.ts'
import { createMarketplaceShow } from './show.ts'

/** A marketplace as its merchants work on it, and the operator's staff look at it. */
export function createMarketplaceDesk(
  deps: PeopleDeps,
): ConsolePart<keyof typeof marketplaceDeskRoutes> {
  return {
    ...createMarketplaceShow(deps),
    ...createMarketplaceKeys(deps),
    ...createMarketplaceEndpoints(deps),
    ...createMarketplaceDeliveries(deps),
    ...createMarketplaceEvents(deps),
    ...createMarketplaceSettings(deps),
  }
}
