import { deliveryView, webhookEndpointList } from '@danbao/contracts'
import type { InspectedEvent, OpenedEvent } from '@danbao/contracts/console'
import { webhooks } from '@danbao/core'
import {
  accept,
  decodeId,
  encodeId,
  formatInstant,
  type IdPrefix,
  type Instant,
  invariant,
  type Uuid,
} from '@danbao/kernel'
import { queryText, readRow, type TextRow, whereAll } from '@danbao/database'
import { z } from 'zod'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart } from '../../base/handling.ts'
import { answerPage, openPage } from '../page.ts'
import { noSuch } from '../refusals.ts'
import { keep, type Place, readAnswer, within } from './within.ts'

interface Listed {
  readonly position: string
  readonly id: Uuid
  readonly type: string
  readonly subjectId: Uuid
  readonly at: Instant
}

const COLUMNS = 'position, id, type, subject_id, occurred_at'
const byPosition = z.string().regex(/^\d{1,18}$/)

export function createMarketplaceEvents(
  deps: PeopleDeps,
): ConsolePart<'inspectEvents' | 'openEvent'> {
  return {
    async inspectEvents(who, { params: { id }, query }) {
      const place = await within(deps.pool, who, id)
      if (!place.ok) return place
      const page = openPage(query, byPosition)
      if (!page.ok) return page
      const where = whereAll([
        ['marketplace_id = ?', id],
        ['type = ?', query.type],
        subjectCondition(query.subject, id),
        ['position < ?', page.value.after],
      ])
      const rows = await queryText(
        deps.pool,
        `SELECT ${COLUMNS} FROM app.event WHERE ${where.sql}
         ORDER BY position DESC LIMIT ${page.value.limit + 1}`,
        where.values,
      )
      const shown = { view: viewEvent, position: ({ position }: Listed) => position }
      return accept({ body: answerPage(page.value, rows.map(readListed), shown) })
    },
    async openEvent(who, { params: { id, event } }) {
      const place = await within(deps.pool, who, id)
      if (!place.ok) return place
      const [row] = await queryText(
        deps.pool,
        `SELECT ${COLUMNS}, body FROM app.event WHERE id = $1 AND marketplace_id = $2`,
        [event, id],
      )
      if (row === undefined) return noSuch('event')
      const listed = readListed(row)
      // It tells of people and their money: who looked stays known.
      const detail = { event: listed.type }
      const action = 'marketplace.event_viewed'
      await keep(deps.pool, who, place.value, { action, detail, now: await deps.now() })
      const body = readRow(row.slice(-1)).text()
      const deliveries = await readDeliveries(deps, place.value, event)
      return accept({ body: { ...viewEvent(listed), body, deliveries } })
    },
  }
}

function readListed(row: TextRow): Listed {
  const r = readRow(row)
  return {
    position: r.text(),
    id: r.text(),
    type: r.text(),
    subjectId: r.text(),
    at: r.instant(),
  }
}

const PREFIXES: readonly (readonly [start: string, prefix: IdPrefix])[] = [
  ['account.', 'acc'],
  ['top_up.', 'top'],
  ['checkout.', 'chk'],
  ['payment.', 'pay'],
  ['dispute.', 'dsp'],
]

function viewEvent({ id, type, subjectId, at }: Listed): InspectedEvent {
  const prefix = PREFIXES.find(([start]) => type.startsWith(start))?.[1]
  invariant(prefix !== undefined, `${type} is about nothing that is known.`)
  return {
    id: encodeId('evt', id),
    type,
    subject: encodeId(prefix, subjectId),
    timestamp: formatInstant(at),
  }
}

/** By an id, or by what the marketplace calls it itself; with a payment come its disputes. */
function subjectCondition(
  text: string | undefined,
  marketplaceId: Uuid,
): readonly [string, string | undefined] {
  const [id] = PREFIXES.flatMap(([, prefix]) => {
    const decoded = text === undefined ? undefined : decodeId(prefix, text)
    return decoded?.ok === true ? [decoded.value] : []
  })
  if (id !== undefined) return [`subject_id IN (${withDisputes('SELECT ?::uuid AS id')})`, id]
  // An id of ours, of this marketplace: it was checked, and is no text from outside.
  const named = ['payment', 'checkout', 'account'].map(
    (table) =>
      `SELECT id FROM app.${table} WHERE marketplace_id = '${marketplaceId}' AND reference = ?`,
  )
  return [`subject_id IN (${withDisputes(named.join(' UNION ALL '))})`, text]
}

function withDisputes(subjects: string): string {
  return `WITH named AS (${subjects}) SELECT id FROM named
    UNION ALL SELECT d.id FROM app.dispute AS d JOIN named ON named.id = d.payment_id`
}

/** At every endpoint there is: the event may not have been sent to some. */
async function readDeliveries(
  { pool }: PeopleDeps,
  { caller }: Place,
  event: Uuid,
): Promise<OpenedEvent['deliveries']> {
  const listed = await webhooks.listWebhookEndpoints(pool, caller, { limit: 100 })
  invariant(listed.ok, 'A marketplace may list its own endpoints.')
  const deliveries: OpenedEvent['deliveries'] = []
  for (const endpoint of readAnswer(webhookEndpointList, listed.value).data) {
    const id = decodeId('whe', endpoint.id)
    invariant(id.ok, 'What the core encoded can be decoded.')
    const json = await webhooks.readEventDelivery(pool, id.value, event)
    const delivery = json === undefined ? null : readAnswer(deliveryView, json)
    deliveries.push({ endpoint, delivery })
  }
  return deliveries
}
