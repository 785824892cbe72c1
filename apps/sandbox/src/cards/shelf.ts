import { missing } from './api-error.ts'

export interface Row {
  readonly id: string
  /** Seconds since 1970. */
  readonly created: number
}

/** Rows are never changed in place, so that an event keeps what was true when it happened. */
export interface Shelf<T extends Row> {
  add(row: T): T
  find(id: string): T | undefined
  /** Throws ApiError when there is none; `param` says where the id was given. */
  get(id: string, param?: string): T
  change(id: string, changes: Partial<T>): T
  remove(id: string): void
  /** Newest first. */
  list(): readonly T[]
}

/** `noun` is what a refusal calls a row; of more than `most` the oldest are forgotten. */
export function createShelf<T extends Row>(noun: string, most = Infinity): Shelf<T> {
  const rows = new Map<string, T>()
  const get = (id: string, param?: string): T => {
    const row = rows.get(id)
    if (row === undefined) throw missing(noun, id, param)
    return row
  }
  return {
    add(row) {
      rows.set(row.id, row)
      const [oldest] = rows.keys()
      if (rows.size > most && oldest !== undefined) rows.delete(oldest)
      return row
    },
    find: (id) => rows.get(id),
    get,
    change(id, changes) {
      const changed = { ...get(id), ...changes }
      rows.set(id, changed)
      return changed
    },
    remove: (id) => void rows.delete(id),
    list: () => [...rows.values()].reverse(),
  }
}
