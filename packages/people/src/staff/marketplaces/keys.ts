import type { ApiKeyView } from '@danbao/contracts/console'
import { createKey, type ListedKey, listKeys, revokeKey } from '@danbao/core'
import { accept, encodeId, formatInstant, invariant, manualClock } from '@danbao/kernel'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart } from '../../base/handling.ts'
import { noSuch, refuseWith } from '../refusals.ts'
import { keep, within } from './within.ts'

export function createMarketplaceKeys(
  deps: PeopleDeps,
): ConsolePart<'listMarketplaceKeys' | 'createMarketplaceKey' | 'revokeMarketplaceKey'> {
  return {
    async listMarketplaceKeys(who, { params: { id } }) {
      const place = await within(deps.pool, who, id)
      if (!place.ok) return place
      const keys = await listKeys(deps.pool, id)
      return accept({ body: { data: keys.map(viewKey).toReversed() } })
    },
    createMarketplaceKey: (who, { params: { id } }) =>
      attempt(deps.pool, async (client) => {
        const place = await within(client, who, id)
        if (!place.ok) return place
        const now = await deps.now()
        const { id: made, key } = await createKey(client, {
          marketplaceId: id,
          clock: manualClock(now),
        })
        const found = (await listKeys(client, id)).find((one) => one.id === made)
        invariant(found !== undefined, 'What was just made is there.')
        const detail = { key: found.hint }
        await keep(client, who, place.value, { action: 'marketplace.key_created', detail, now })
        return accept({ body: { ...viewKey(found), key } })
      }),
    revokeMarketplaceKey: (who, { params: { id, key } }) =>
      attempt(deps.pool, async (client) => {
        const place = await within(client, who, id)
        if (!place.ok) return place
        const known = (await listKeys(client, id)).find((one) => one.id === key)
        if (known === undefined) return noSuch('key')
        const now = await deps.now()
        if (!(await revokeKey(client, { id: key, clock: manualClock(now) }))) {
          return refuseWith('wrong_state', 'This key was revoked before.', { state: 'revoked' })
        }
        const detail = { key: known.hint }
        await keep(client, who, place.value, { action: 'marketplace.key_revoked', detail, now })
        return accept({ body: viewKey({ ...known, revokedAt: now }) })
      }),
  }
}

function viewKey({ id, hint, createdAt, revokedAt }: ListedKey): ApiKeyView {
  return {
    id: encodeId('key', id),
    hint,
    created_at: formatInstant(createdAt),
    revoked_at: revokedAt === null ? null : formatInstant(revokedAt),
  }
}
