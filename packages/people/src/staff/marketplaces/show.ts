import type { MarketplaceLine, MarketplacePage } from '@danbao/contracts/console'
import { marketplaces } from '@danbao/core'
import { accept, formatInstant, invariant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart } from '../../base/handling.ts'
import { within } from './within.ts'

export function createMarketplaceShow(
  deps: PeopleDeps,
): ConsolePart<'listMarketplaces' | 'getMarketplacePage'> {
  return {
    async listMarketplaces({ marketplaceId }) {
      const all = await marketplaces.listMarketplaces(deps.pool, marketplaceId)
      const counts = await readCounts(deps.pool, marketplaceId)
      return accept({ body: { data: all.map((one) => lineOf(one, counts)) } })
    },
    async getMarketplacePage(who, { params: { id } }) {
      const place = await within(deps.pool, who, id)
      return place.ok ? accept({ body: await viewMarketplace(deps.pool, id) }) : place
    },
  }
}

/** Of one that is there. */
export async function viewMarketplace(client: Queryable, id: Uuid): Promise<MarketplacePage> {
  const marketplace = await marketplaces.findMarketplace(client, id)
  invariant(marketplace !== undefined, 'a marketplace is never deleted')
  return {
    ...lineOf(marketplace, await readCounts(client, id)),
    terms: marketplaces.viewTerms(marketplace.terms),
    brand: marketplaces.viewBrand(marketplace),
    display_name: marketplace.brand.displayName,
  }
}

type Counts = Pick<MarketplaceLine, 'keys' | 'endpoints' | 'failing'>
const NONE: Counts = { keys: 0, endpoints: 0, failing: 0 }

function lineOf(
  { id, name, createdAt }: marketplaces.Marketplace,
  counts: ReadonlyMap<Uuid, Counts>,
): MarketplaceLine {
  const created_at = formatInstant(createdAt)
  return { ...marketplaces.viewRef({ id, name }), ...(counts.get(id) ?? NONE), created_at }
}

const COUNTS = `
  SELECT m.id,
    (SELECT count(*) FROM app.api_key WHERE marketplace_id = m.id AND revoked_at IS NULL),
    (SELECT count(*) FROM app.webhook_endpoint WHERE marketplace_id = m.id),
    (SELECT count(*) FROM app.webhook_endpoint WHERE marketplace_id = m.id
      AND (disabled_reason IS NOT NULL OR (enabled AND failing_since IS NOT NULL)))
  FROM app.marketplace AS m WHERE $1::uuid IS NULL OR m.id = $1`

async function readCounts(
  client: Queryable,
  only: Uuid | null,
): Promise<ReadonlyMap<Uuid, Counts>> {
  const rows = await queryText(client, COUNTS, [only])
  return new Map(
    rows.map((row) => {
      const r = readRow(row)
      const id = r.text()
      return [id, { keys: r.integer(), endpoints: r.integer(), failing: r.integer() }]
    }),
  )
}
