import type { ConsolePart } from '../../base/handling.ts'
import type { Refusal } from '@danbao/contracts'
import type { ApprovalView } from '@danbao/contracts/console'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../../base/deps.ts'
import { answerPage, byId, openPage } from '../page.ts'
import { noSuch } from '../refusals.ts'
import { decideApproval } from './decide.ts'
import { findApprovals, type Shown, type Viewer } from './view.ts'

type Route = 'listApprovals' | 'getApproval' | 'giveApproval' | 'refuseApproval'

export function createApprovalHandlers(deps: PeopleDeps): ConsolePart<Route> {
  const { pool } = deps
  return {
    async listApprovals(who, { query: { state, ...asked } }) {
      const page = openPage(asked, byId)
      if (!page.ok) return page
      const conditions = [
        ['a.state = ?', state],
        ['a.id < ?', page.value.after],
      ] as const
      const found = await findApprovals(pool, who, { conditions, limit: page.value.limit })
      const shown = { view: ({ view }: Shown) => view, position: ({ id }: Shown) => id }
      return accept({ body: answerPage(page.value, found, shown) })
    },
    getApproval: (who, { params: { id } }) => replyApproval(deps, who, id),
    async giveApproval(who, { params: { id } }) {
      const decided = await decideApproval(deps, who, id, { state: 'given' })
      return decided.ok ? replyApproval(deps, who, id) : decided
    },
    async refuseApproval(who, { params: { id }, body: { reason } }) {
      const decided = await decideApproval(deps, who, id, { state: 'refused', reason })
      return decided.ok ? replyApproval(deps, who, id) : decided
    },
  }
}

async function replyApproval(
  deps: PeopleDeps,
  viewer: Viewer,
  id: Uuid,
): Promise<Result<{ readonly body: ApprovalView }, Refusal>> {
  const one = { conditions: [['a.id = ?', id]], limit: 1 } as const
  const [found] = await findApprovals(deps.pool, viewer, one)
  return found === undefined ? noSuch('approval') : accept({ body: found.view })
}
