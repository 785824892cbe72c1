import type { Refusal } from '@danbao/contracts'
import type { MarketplacePage } from '@danbao/contracts/console'
import { marketplaces } from '@danbao/core'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart, Reply, StaffVisitor } from '../../base/handling.ts'
import type { Detail } from '../../base/history.ts'
import { makeLogo } from '../../files/index.ts'
import { viewMarketplace } from './show.ts'
import { keep, within } from './within.ts'

type Route =
  | 'changeMarketplaceTerms'
  | 'changeMarketplaceBrand'
  | 'putMarketplaceLogo'
  | 'removeMarketplaceLogo'

/** What a marketplace settles for itself. */
export function createMarketplaceSettings(deps: PeopleDeps): ConsolePart<Route> {
  return {
    changeMarketplaceTerms: (who, { params: { id }, body }) =>
      settle(deps, who, id, {
        action: 'marketplace.terms_changed',
        detail: body,
        write: (client) => marketplaces.changeTerms(client, id, body),
      }),
    changeMarketplaceBrand: (who, { params: { id }, body: { display_name, color } }) =>
      settle(deps, who, id, {
        action: 'marketplace.brand_changed',
        detail: { name: display_name, color },
        write: (client) =>
          marketplaces.changeBrand(client, id, { displayName: display_name, color }),
      }),
    async putMarketplaceLogo(who, { params: { id }, body }) {
      // Before the work of drawing it: somebody else's is refused at once.
      const place = await within(deps.pool, who, id)
      if (!place.ok) return place
      const made = await makeLogo(body.bytes)
      if (!made.ok) return made
      return settle(deps, who, id, {
        action: 'marketplace.logo_changed',
        write: (client) => marketplaces.changeLogo(client, id, made.value),
      })
    },
    removeMarketplaceLogo: (who, { params: { id } }) =>
      settle(deps, who, id, {
        action: 'marketplace.logo_removed',
        write: (client) => marketplaces.changeLogo(client, id, null),
      }),
  }
}

interface Settling {
  readonly action: `marketplace.${string}`
  readonly detail?: Detail
  write(client: PoolClient): Promise<void>
}

function settle(
  deps: PeopleDeps,
  who: StaffVisitor,
  id: Uuid,
  { action, detail, write }: Settling,
): Promise<Result<Reply<MarketplacePage>, Refusal>> {
  return attempt(deps.pool, async (client) => {
    const place = await within(client, who, id)
    if (!place.ok) return place
    await write(client)
    const now = await deps.now()
    await keep(client, who, place.value, {
      action,
      ...(detail === undefined ? {} : { detail }),
      now,
    })
    return accept({ body: await viewMarketplace(client, id) })
  })
}
