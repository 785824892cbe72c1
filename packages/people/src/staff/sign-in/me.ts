import type { ConsolePart } from '../../base/handling.ts'
import type { StaffMe } from '@danbao/contracts/console'
import { marketplaces } from '@danbao/core'
import { accept, encodeId } from '@danbao/kernel'
import type { PeopleDeps } from '../../base/deps.ts'
import { countDecidable } from '../approvals/index.ts'
import { findMember } from '../member.ts'
import { countCases, kindsFor } from '../queue/index.ts'
import { refuseWith } from '../refusals.ts'
import { endPresent } from './sign-in.ts'

export function createMe(deps: PeopleDeps): ConsolePart<'staffMe' | 'staffSignOut'> {
  return {
    async staffMe({ staffId, permissions }) {
      const member = await findMember(deps.pool, staffId)
      if (member === undefined) return refuseWith('session_required', 'Sign in first.')
      const now = await deps.now()
      const kinds = kindsFor(permissions)
      const cases = await countCases(deps.pool, { kinds, staffId, now })
      const approvals = await countDecidable(deps.pool, { staffId, permissions })
      const { id, name, email, roles, marketplaceId } = member
      const marketplace =
        marketplaceId === null
          ? undefined
          : await marketplaces.findMarketplace(deps.pool, marketplaceId)
      const body: StaffMe = {
        id: encodeId('stf', id),
        name,
        email,
        roles: [...roles],
        permissions: [...permissions],
        marketplace: marketplace === undefined ? null : marketplaces.viewRef(marketplace),
        waiting: { ...cases, approvals },
      }
      return accept({ body })
    },
    async staffSignOut(who) {
      await endPresent(deps, who)
      return accept({ body: {}, session: null })
    },
  }
}
