import { missing } from '../api-error.ts'
import type { Row } from '../shelf.ts'
import type { Page } from './schemas.ts'

interface ApiList<T> {
  readonly object: 'list'
  readonly data: readonly T[]
  readonly has_more: boolean
  readonly url: string
}

/** One page of `rows`, which are newest first. Throws ApiError when its bound is not among them. */
export function listPage<T extends Row>(rows: readonly T[], page: Page, url: string): ApiList<T> {
  const { limit, starting_after: after, ending_before: before } = page
  const wanted = rows.filter((row) => isWithin(row.created, page.created))
  if (before !== undefined) {
    const newer = wanted.slice(0, findBound(wanted, before, 'ending_before'))
    const data = newer.slice(-limit)
    return { object: 'list', data, has_more: newer.length > data.length, url }
  }
  const start = after === undefined ? 0 : findBound(wanted, after, 'starting_after') + 1
  const data = wanted.slice(start, start + limit)
  return { object: 'list', data, has_more: start + data.length < wanted.length, url }
}

function findBound(rows: readonly Row[], id: string, param: string): number {
  const index = rows.findIndex((row) => row.id === id)
  if (index === -1) throw missing('object', id, param)
  return index
}

function isWithin(created: number, range: Page['created']): boolean {
  if (range === undefined) return true
  if (typeof range === 'number') return created === range
  const { gt = -1, gte = 0, lt = Infinity, lte = Infinity } = range
  return created > gt && created >= gte && created < lt && created <= lte
}
