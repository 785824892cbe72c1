import type { Refusal } from '@danbao/contracts'
import type { DeskPayoutPage, payoutDeskRoutes, PayoutWish } from '@danbao/contracts/console'
import { commands, queries } from '@danbao/core'
import { accept, currency, newUuid, type Result, type Uuid } from '@danbao/kernel'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart, Reply, StaffVisitor } from '../../base/handling.ts'
import { recordAudit, recordVisit } from '../../base/history.ts'
import { accountOf } from '../../funding/ways.ts'
import { carryOut } from '../../payments/index.ts'
import { insertApproval } from '../../staff/approvals/index.ts'
import { answerPage, byId, openPage } from '../../staff/page.ts'
import { noSuch, refuseWith } from '../../staff/refusals.ts'
import { writePayoutFile } from '../payout-file.ts'
import { choicesOf, showDeskPayout, showPayoutQueue } from './show.ts'

/** More would be a file that nobody looks through. */
const MOST_IN_A_FILE = 500

/** Payouts that somebody has to look at, and the files that go to the bank. */
export function createPayoutDesk(deps: PeopleDeps): ConsolePart<keyof typeof payoutDeskRoutes> {
  const { pool } = deps
  return {
    async listDeskPayouts(_who, { query: { which, ...asked } }) {
      const page = openPage(asked, byId)
      if (!page.ok) return page
      const found = await queries.listDeskPayouts(pool, { which, ...page.value })
      const shown = {
        view: ({ view }: queries.ListedPayout) => view,
        position: ({ payout }: queries.ListedPayout) => payout.id,
      }
      return accept({ body: answerPage(page.value, found, shown) })
    },

    async getDeskPayout(who, { params: { id } }) {
      const shown = await reply(deps, id)
      if (shown.ok) await recordVisit(deps, who, { action: 'payout.viewed', subjectId: id })
      return shown
    },

    async wishPayout(who, { params: { id }, body }) {
      const wished = await wish(deps, who, { id, ...body })
      return wished.ok ? reply(deps, id) : wished
    },

    async refusePayout(who, { params: { id }, body: { key, reason } }) {
      const command = commands.refusePayout(id, reason)
      const done = await carryOut(deps, `staff ${who.staffId}`, {
        ...{ command, key, what: ['refuse_payout', id, reason] },
      })
      if (!done.ok) return done
      await recordVisit(deps, who, { action: 'payout.refused', subjectId: id, detail: { reason } })
      return reply(deps, id)
    },

    getPayoutQueue: async () => accept({ body: await showPayoutQueue(deps) }),

    async sendPayouts(who, { body: { key, currency: code } }) {
      const of = currency(code)
      if (accountOf(deps.ways.bank, of) === undefined) return refuseWith(...NO_ACCOUNT)
      const payouts = await queries.listQueuedPayouts(pool, of, MOST_IN_A_FILE)
      const command = commands.sendPayouts({ id: newUuid(), currency: of, payouts })
      const what = ['send_payouts', of]
      const done = await carryOut(deps, `staff ${who.staffId}`, { command, key, what })
      if (!done.ok) return done
      await recordVisit(deps, who, { action: 'payout.sent', detail: { currency: of } })
      return accept({ body: await showPayoutQueue(deps) })
    },

    async getPayoutFile(who, { params: { id } }) {
      const file = await writePayoutFile(deps, id)
      if (file === undefined) return noSuch('file of payouts')
      if (file === null) return refuseWith(...NO_ACCOUNT)
      await recordVisit(deps, who, { action: 'payout.file_viewed', detail: { name: file.name } })
      return accept({ body: { object: 'payout_file', ...file } })
    },
  }
}

const NO_ACCOUNT = [
  'currency_not_enabled',
  'There is no account of the operator’s in this currency to pay from.',
] as const

async function reply(
  { pool }: PeopleDeps,
  id: Uuid,
): Promise<Result<Reply<DeskPayoutPage>, Refusal>> {
  const body = await showDeskPayout(pool, id)
  return body === undefined ? noSuch('payout') : accept({ body })
}

interface Wished {
  readonly id: Uuid
  readonly kind: PayoutWish
  readonly reason: string
}

/** Another member has to agree; where the payout is by then is looked at again. */
function wish(
  deps: PeopleDeps,
  who: StaffVisitor,
  { id, kind, reason }: Wished,
): Promise<Result<undefined, Refusal>> {
  return attempt(deps.pool, async (client) => {
    const now = await deps.now()
    const shown = await showDeskPayout(client, id)
    if (shown === undefined) return noSuch('payout')
    const { state } = shown.payout
    const fits = choicesOf(state).includes(kind) && shown.waiting === null
    const approval = { kind, subjectId: id, personId: null, reason, requestedBy: who.staffId, now }
    if (!fits || (await insertApproval(client, approval)) === undefined) {
      return refuseWith('wrong_state', 'This is not done with the payout now.', { state })
    }
    await recordAudit(client, {
      ...{ staffId: who.staffId, action: 'payout.wished', subjectId: id },
      detail: { kind, reason },
      visit: who,
      now,
    })
    return accept(undefined)
  })
}
