import type { Rail, Refusal } from '@danbao/contracts'
import type { DeskDepositPage, fundingDeskRoutes } from '@danbao/contracts/console'
import { commands, queries, railFiles } from '@danbao/core'
import {
  accept,
  currency,
  decodeId,
  formatInstant,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart, Reply, StaffVisitor } from '../../base/handling.ts'
import { recordAudit, recordVisit } from '../../base/history.ts'
import { carryOut } from '../../payments/index.ts'
import { insertApproval } from '../../staff/approvals/index.ts'
import { answerPage, byId, openPage } from '../../staff/page.ts'
import { noSuch, refuseWith } from '../../staff/refusals.ts'
import { importFile, readCounts } from '../files/import-file.ts'
import { choicesOf, showDeposit } from './show-deposit.ts'
import { insertWish } from './wishes.ts'

const SHOWN_FILES = 50
const MOST_ITEMS = 200

/** Money that arrived and waits, what rails owe, and the files that tell of it. */
export function createFundingDesk(deps: PeopleDeps): ConsolePart<keyof typeof fundingDeskRoutes> {
  const { pool } = deps
  return {
    async listDeposits(_who, { query: { which, ...asked } }) {
      const page = openPage(asked, byId)
      if (!page.ok) return page
      const found = await queries.listDeskDeposits(pool, { which, ...page.value })
      const shown = {
        view: ({ view }: queries.ListedDeposit) => view,
        position: ({ deposit }: queries.ListedDeposit) => deposit.id,
      }
      return accept({ body: answerPage(page.value, found, shown) })
    },

    async getDeposit(who, { params: { id } }) {
      const shown = await reply(deps, id)
      if (shown.ok) await recordVisit(deps, who, { action: 'deposit.viewed', subjectId: id })
      return shown
    },

    async wishResolution(who, { params: { id }, body }) {
      const wished = await wish(deps, who, { id, ...body })
      return wished.ok ? reply(deps, id) : wished
    },

    getReconciliation: async () => accept({ body: await showReconciliation(pool) }),

    async listOpenItems(_who, { query: { rail, currency: code } }) {
      const asked = { rail, currency: currency(code), limit: MOST_ITEMS }
      const items = [...(await queries.listOpenItems(pool, asked))]
      return accept({ body: { object: 'open_items', rail, currency: asked.currency, items } })
    },

    async getRailStatement(_who, { query: { rail, currency: code } }) {
      const asked = { rail, currency: currency(code) }
      const found = [...(await queries.readRailDays(pool, { ...asked, now: await deps.now() }))]
      return accept({ body: { object: 'rail_statement', ...asked, days: found } })
    },

    async settleRail(who, { body }) {
      const settled = await settle(deps, who, body)
      if (!settled.ok) return settled
      const { rail, reference } = body
      await recordVisit(deps, who, { action: 'rail.settled', detail: { rail, reference } })
      return accept({ body: await showReconciliation(pool) })
    },

    async listRailFiles() {
      const files = await railFiles.listFiles(pool, SHOWN_FILES)
      const data = files.map((file) => ({
        ...{ id: file.id, name: file.name, format: file.format, by: file.importedBy },
        at: formatInstant(file.importedAt),
        finished: file.finishedAt !== null,
        counts: { ...readCounts(file.summary) },
      }))
      return accept({ body: { object: 'list', data } })
    },

    async importRailFile(who, { query: { name }, body: { bytes } }) {
      const by = `staff ${who.staffId}`
      const imported = await importFile(deps, { name, bytes, by })
      if (!imported.ok) {
        const { code, place, message } = imported.refusal
        return refuseWith('file_refused', message, { problem: code, place })
      }
      const { isKnown: known, format, counts } = imported.value
      await recordVisit(deps, who, { action: 'rail_file.imported', detail: { name, format } })
      return accept({ body: { object: 'imported_file', known, format, counts: { ...counts } } })
    },
  }
}

async function reply(
  { pool }: PeopleDeps,
  id: Uuid,
): Promise<Result<Reply<DeskDepositPage>, Refusal>> {
  const body = await showDeposit(pool, id)
  return body === undefined ? noSuch('deposit') : accept({ body })
}

async function showReconciliation(pool: PeopleDeps['pool']) {
  const lines = [...(await queries.readReconciliation(pool))]
  const accounts = [...(await queries.listRailAccounts(pool))]
  return { object: 'reconciliation', lines, accounts } as const
}

interface Settling {
  readonly key: string
  readonly rail: Rail
  readonly paid: { readonly value: string; readonly currency: string }
  readonly reference: string
  readonly items: readonly { readonly kind: 'deposit' | 'charge'; readonly id: Uuid }[]
}

/** What came to the operator's bank, laid against items: the rest of their sum is the rail's fee. */
async function settle(
  deps: PeopleDeps,
  who: StaffVisitor,
  { key, rail, paid, reference, items }: Settling,
): Promise<Result<unknown, Refusal>> {
  const of = currency(paid.currency)
  const open = await queries.listOpenItems(deps.pool, { rail, currency: of, limit: MOST_ITEMS })
  const owed = new Map(open.map(({ id, amount }) => [id, BigInt(amount.value)]))
  const sum = items.reduce((total, { id }) => total + (owed.get(id) ?? 0n), 0n)
  const fee = sum - BigInt(paid.value)
  const known = items.every(({ id }) => owed.has(id))
  if (known && fee < 0n) return refuseWith('amount_mismatch', 'More came than the items come to.')
  const ids = (kind: Settling['items'][number]['kind']): Uuid[] =>
    items.filter((item) => item.kind === kind).map(({ id }) => id)
  const command = commands.settleRail({
    ...{ rail, currency: of, paid: BigInt(paid.value), fee: fee < 0n ? 0n : fee },
    ...{ reference, deposits: ids('deposit'), charges: ids('charge') },
  })
  const what = ['settle', rail, paid, reference, items]
  return carryOut(deps, `staff ${who.staffId}`, { command, key, what })
}

interface Wished {
  readonly id: Uuid
  readonly kind: DeskDepositPage['choices'][number]
  readonly amount: { readonly value: string; readonly currency: string }
  readonly account?: string | undefined
  readonly reason: string
}

/** Another member has to agree; what holds now is looked at again when the money moves. */
function wish(
  deps: PeopleDeps,
  who: StaffVisitor,
  { id, kind, amount, account, reason }: Wished,
): Promise<Result<undefined, Refusal>> {
  return attempt(deps.pool, async (client) => {
    const now = await deps.now()
    const found = await queries.readDeskDeposit(client, id)
    if (found === undefined) return noSuch('deposit')
    const { deposit } = found
    const decoded = account === undefined ? undefined : decodeId('acc', account)
    const accountId = decoded?.ok === true ? decoded.value : null
    const fits = choicesOf(deposit.kind).includes(kind)
    const needsSomebody = kind === 'assign' || kind === 'collect'
    if (!fits || needsSomebody !== (accountId !== null)) {
      return refuseWith('wrong_state', 'This is not done with such a deposit.')
    }
    if (amount.currency !== deposit.currency) {
      return refuseWith('currency_mismatch', 'The deposit is in another currency.')
    }
    if (BigInt(amount.value) > deposit.open) {
      return refuseWith('amount_too_large', 'Less than this waits.', {
        open: deposit.open.toString(),
      })
    }
    if (accountId !== null && !(await isAccount(deps, accountId))) return noSuch('account')
    const approvalId = await insertApproval(client, {
      ...({ kind: 'resolution', subjectId: id, personId: null, reason, now } as const),
      requestedBy: who.staffId,
    })
    if (approvalId === undefined) return refuse(WAITS)
    const wanted = { approvalId, depositId: id, kind, amount: BigInt(amount.value), accountId, now }
    if ((await insertWish(client, wanted)) === undefined) return refuse(WAITS)
    await recordAudit(client, {
      ...{ staffId: who.staffId, action: 'deposit.resolution_wished', subjectId: id },
      detail: { kind, amount: amount.value, currency: amount.currency },
      visit: who,
      now,
    })
    return accept(undefined)
  })
}

const WAITS: Refusal = {
  code: 'wrong_state',
  detail: 'Something is wanted with this deposit already: it waits for a second person.',
}

async function isAccount({ pool }: PeopleDeps, id: Uuid): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM app.account WHERE id = $1', [id])
  return rowCount === 1
}
