import type { MarketplaceView, Refusal } from '@danbao/contracts'
import { accept, encodeId, invariant, type Result } from '@danbao/kernel'
import type { Pool } from '@danbao/database'
import { loadSettings } from '../clock/database-clock.ts'
import type { Caller } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { findMarketplace, viewBrand } from '../marketplaces/marketplace.ts'
import { viewTerms } from '../marketplaces/terms.ts'

/** The marketplace whose key asks. */
export async function getMarketplace(pool: Pool, caller: Caller): Promise<Result<string, Refusal>> {
  if (caller.kind !== 'marketplace' || caller.actingAs !== null) {
    return refuseWith('not_allowed', 'This tells a marketplace of itself.')
  }
  const { marketplaceId: id } = caller
  const found = await findMarketplace(pool, id)
  invariant(found !== undefined, 'A key belongs to a marketplace that is there.')
  const { publicUrl } = await loadSettings(pool)
  const brand = viewBrand(found)
  const logo = brand.logo_url
  const view: MarketplaceView = {
    id: encodeId('mkt', id),
    object: 'marketplace',
    name: found.name,
    return_secret: found.returnSecret,
    terms: viewTerms(found.terms),
    brand: { ...brand, logo_url: logo === null ? null : `${publicUrl}${logo}` },
  }
  return accept(JSON.stringify(view))
}
