import { marketplaces } from '@danbao/core'
import { accept, refuse } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'

/** Of a shop, for the checkout: anybody may see it. */
export function createLogoHandlers(deps: PeopleDeps): WalletPart<'getMarketplaceLogo'> {
  return {
    async getMarketplaceLogo(_visitor, { params: { id }, query: { version } }) {
      const bytes = await marketplaces.readLogo(deps.pool, id, version)
      return bytes === undefined
        ? refuse({ code: 'not_found', detail: 'There is no such logo.' })
        : accept({ body: { mediaType: 'image/png', bytes } })
    },
  }
}
