import type { Refusal } from '@danbao/contracts'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import { type Condition, type Queryable, queryText, type TextRow, whereAll } from '@danbao/database'
import { loadSettings } from '../clock/database-clock.ts'
import { type Caller, callerScope } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { type Cursor, openCursor, sealCursor } from './cursor.ts'

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 100

/** What a caller may say about every list. */
export interface PageRequest {
  readonly cursor?: string | undefined
  /** 1 to 100; absent: 50. */
  readonly limit?: number | undefined
}

interface ListRequest {
  /** Names the list, and whose it is where that is part of its path. */
  readonly route: string
  readonly filters: Readonly<Record<string, string | undefined>>
  readonly page: PageRequest
}

/** A page to be read: the filters hold, whether they came with the request or with its cursor. */
export interface Page {
  readonly filters: Readonly<Record<string, string>>
  readonly position: readonly string[]
  readonly limit: number
  seal(position: readonly string[]): string
}

/** Refuses a cursor of another database, list or caller, and one that contradicts the filters. */
export async function openPage(
  pool: Queryable,
  caller: Caller,
  { route, filters, page }: ListRequest,
): Promise<Result<Page, Refusal>> {
  const { cursorKey } = await loadSettings(pool)
  const scope = `${route} ${callerScope(caller)}`
  const limit = Math.min(page.limit ?? DEFAULT_LIMIT, MAX_LIMIT)
  const started = { v: 1, route: scope, filters: given(filters), position: [] } as const
  const opened = page.cursor === undefined ? accept(started) : openCursor(cursorKey, page.cursor)
  if (!opened.ok || opened.value.route !== scope || !agrees(opened.value, filters)) {
    return refuseWith(
      'invalid_cursor',
      'Use a cursor as it was given, for the list that gave it, with the same filters or none.',
    )
  }
  const { filters: kept, position } = opened.value
  const seal = (to: readonly string[]): string =>
    sealCursor(cursorKey, { v: 1, route: scope, filters: kept, position: [...to] })
  return accept({ filters: kept, position, limit, seal })
}

function given(filters: ListRequest['filters']): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) kept[name] = value
  return kept
}

function agrees(cursor: Pick<Cursor, 'filters'>, filters: ListRequest['filters']): boolean {
  return Object.entries(filters).every(
    ([name, value]) => value === undefined || cursor.filters[name] === value,
  )
}

interface Shown<T> {
  /** The item as JSON. */
  json(item: T): string
  /** The keys by which the next page finds on. */
  position(item: T): readonly string[]
}

/** Answers with what was found, of which there may be one more than the page holds. */
export function answerPage<T>(page: Page, found: readonly T[], shown: Shown<T>): string {
  const items = found.slice(0, page.limit)
  const last = items.at(-1)
  const more = found.length > page.limit && last !== undefined
  return listJson(
    items.map((item) => shown.json(item)),
    more ? page.seal(shown.position(last)) : null,
  )
}

/** Rows whose ids follow their creation, newest first. */
interface NewestFirst<T extends { readonly id: Uuid }> {
  readonly table: string
  readonly columns: string
  readonly conditions: readonly Condition[]
  read(row: TextRow): T
  json(item: T): string
}

export async function readNewestFirst<T extends { readonly id: Uuid }>(
  pool: Queryable,
  page: Page,
  { table, columns, conditions, read, json }: NewestFirst<T>,
): Promise<string> {
  const where = whereAll([...conditions, ['id < ?', page.position[0]]])
  const rows = await queryText(
    pool,
    `SELECT ${columns} FROM ${table} WHERE ${where.sql} ORDER BY id DESC LIMIT ${page.limit + 1}`,
    where.values,
  )
  return answerPage(page, rows.map(read), { json, position: ({ id }) => [id] })
}

export function listJson(items: readonly string[], nextCursor: string | null): string {
  return `{"object":"list","data":[${items.join(',')}],"next_cursor":${JSON.stringify(nextCursor)}}`
}

/** A marketplace's lists hold only what is its own; a person's are bound by `personOf`. */
export function ownedBy(caller: Caller): Condition {
  return ['marketplace_id = ?', caller.kind === 'marketplace' ? caller.marketplaceId : undefined]
}
