import type { MarketplaceView, Refusal } from '@danbao/contracts'
import { accept, encodeId, invariant, type Result } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import type { Caller } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'

/** The marketplace whose key asks. */
export async function getMarketplace(pool: Pool, caller: Caller): Promise<Result<string, Refusal>> {
  if (caller.kind !== 'marketplace' || caller.actingAs !== null) {
    return refuseWith('not_allowed', 'This tells a marketplace of itself.')
  }
  const [row] = await queryText(
    pool,
    'SELECT name, return_secret FROM app.marketplace WHERE id = $1',
    [caller.marketplaceId],
  )
  invariant(row !== undefined, 'A key belongs to a marketplace that is there.')
  const r = readRow(row)
  const view: MarketplaceView = {
    id: encodeId('mkt', caller.marketplaceId),
    object: 'marketplace',
    name: r.text(),
    return_secret: r.text(),
  }
  return accept(JSON.stringify(view))
}
