import type { EventsQuery, Refusal } from '@danbao/contracts'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow, type TextRow, whereAll } from '@danbao/database'
import { type Caller, personOf } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { answerPage, listJson, openPage, ownedBy, type Page } from './page.ts'

export async function getEvent(
  pool: Pool,
  caller: Caller,
  { id }: { readonly id: Uuid },
): Promise<Result<string, Refusal>> {
  if (personOf(caller) !== null) return notForPeople()
  const where = whereAll([ownedBy(caller), ['id = ?', id]])
  const [row] = await queryText(pool, `SELECT body FROM app.event WHERE ${where.sql}`, where.values)
  if (row === undefined) return refuseWith('not_found', 'There is no such event.')
  return accept(readRow(row).text())
}

/** Events tell of everybody: somebody acted for would see what others did. */
function notForPeople(): { readonly ok: false; readonly refusal: Refusal } {
  return refuseWith('not_allowed', 'Events are for the marketplace itself, not for its people.')
}

/**
 * Events in the order in which they became true. Oldest first, the end of the list has a cursor
 * too: what comes later follows it.
 */
export async function listEvents(
  pool: Pool,
  caller: Caller,
  { type, order, ...request }: EventsQuery,
): Promise<Result<string, Refusal>> {
  if (personOf(caller) !== null) return notForPeople()
  const list = { route: 'events', filters: { type, order }, page: request }
  const page = await openPage(pool, caller, list)
  if (!page.ok) return page
  const found = await readEvents(pool, caller, page.value)
  if (!isOldestFirst(page.value)) {
    const shown = { json: bodyOf, position: ({ place }: ListedEvent) => [place] }
    return accept(answerPage(page.value, found, shown))
  }
  const items = found.slice(0, page.value.limit)
  const reached = items.at(-1)?.place ?? page.value.position[0]
  const next = reached === undefined ? null : page.value.seal([reached])
  return accept(listJson(items.map(bodyOf), next))
}

interface ListedEvent {
  readonly place: string
  readonly body: string
}

function bodyOf({ body }: ListedEvent): string {
  return body
}

function isOldestFirst(page: Page): boolean {
  return page.filters['order'] === 'oldest'
}

async function readEvents(pool: Pool, caller: Caller, page: Page): Promise<ListedEvent[]> {
  const [beyond, direction] = isOldestFirst(page) ? ['>', 'ASC'] : ['<', 'DESC']
  const where = whereAll([
    ownedBy(caller),
    ['type = ?', page.filters['type']],
    [`position ${beyond} ?`, page.position[0]],
  ])
  const rows = await queryText(
    pool,
    `SELECT position, body FROM app.event WHERE ${where.sql}
      ORDER BY position ${direction} LIMIT ${page.limit + 1}`,
    where.values,
  )
  return rows.map(readEvent)
}

function readEvent(row: TextRow): ListedEvent {
  const r = readRow(row)
  return { place: r.text(), body: r.text() }
}
