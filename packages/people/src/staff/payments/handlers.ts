import type {
  consoleOverviewRoutes,
  DeskPayment,
  paymentDeskRoutes,
} from '@danbao/contracts/console'
import { loadSettings, marketplaces, queries } from '@danbao/core'
import { accept } from '@danbao/kernel'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart } from '../../base/handling.ts'
import { recordVisit } from '../../base/history.ts'
import { type Found, keepSearch } from '../keep-search.ts'
import { answerPage, byId, openPage } from '../page.ts'
import { countSearch } from '../search-rule.ts'
import { showPayment } from './show-payment.ts'

type Route = keyof typeof paymentDeskRoutes | keyof typeof consoleOverviewRoutes

/** All payments at once, and each by itself; nothing here moves money. */
export function createPaymentDesk(deps: PeopleDeps): ConsolePart<Route> {
  const { pool } = deps
  return {
    async getOverview() {
      return accept({ body: await queries.readOverview(pool, await deps.now()) })
    },
    async getPaymentFilters() {
      return accept({ body: await readFilters(deps) })
    },
    ...createList(deps),
    async getPayment(who, { params: { id } }) {
      const found = await showPayment(pool, id)
      if (!found.ok) return found
      const { page, buyerId } = found.value
      const about = { personId: buyerId, subjectId: id }
      await recordVisit(deps, who, { action: 'payment.viewed', ...about })
      return accept({ body: page })
    },
    ...createSearch(deps),
  }
}

/** Names stand in it: what was asked for is kept. */
function createList(deps: PeopleDeps): ConsolePart<'listPayments'> {
  const { pool } = deps
  return {
    async listPayments(who, { query: { cursor, limit, ...filter } }) {
      const page = openPage({ cursor, limit }, byId)
      if (!page.ok) return page
      const now = await deps.now()
      const found = await queries.listDeskPayments(pool, { filter, now, ...page.value })
      await recordVisit(deps, who, { action: 'payment.listed', detail: given(filter) })
      const body = answerPage(page.value, found, {
        view: ({ view }) => view,
        position: ({ id }) => id,
      })
      return accept({ body })
    },
  }
}

function given(filter: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) kept[name] = value
  return kept
}

function createSearch(deps: PeopleDeps): ConsolePart<'findPayments'> {
  const { pool } = deps
  return {
    async findPayments(who, { body: { query } }) {
      const now = await deps.now()
      const counted = await countSearch(pool, `find_payments:${who.staffId}`, now)
      if (!counted.ok) return counted
      const groups = await queries.findPaymentsBy(pool, query)
      const found = groups.flatMap(({ payments }) => payments).map(buyerOf)
      const by = groups[0]?.by
      await keepSearch(pool, { who, action: 'payment.searched', by, found, now })
      return accept({ body: { groups } })
    },
  }
}

function buyerOf({ id, buyer }: DeskPayment): Found {
  return { payment: id, person: buyer?.id }
}

async function readFilters({ pool }: PeopleDeps) {
  const all = await marketplaces.listMarketplaces(pool, null)
  const { currencies } = await loadSettings(pool)
  return { marketplaces: all.map(marketplaces.viewRef), currencies: [...currencies].toSorted() }
}
