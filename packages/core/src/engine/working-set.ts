import type { Instant, Uuid } from '@danbao/kernel'
import { Books, Journal } from '@danbao/ledger'

/**
 * All that one transaction has loaded and is going to write. A command sees what the earlier
 * ones of its batch did; the journal takes back what a refused one did.
 */
export class WorkingSet {
  /** The database's clock when the batch was loaded. */
  now: Instant
  /** The instant of recording: the real time. */
  recordedAt: Instant
  readonly journal = new Journal()
  readonly books: Books

  constructor(recordedAt: Instant, options: { readonly complete?: boolean } = {}) {
    this.recordedAt = recordedAt
    this.now = recordedAt
    this.books = new Books(this.journal, options)
  }
}

interface Rows<V> {
  readonly wanted: Set<Uuid>
  readonly rows: Map<Uuid, V>
  readonly stored: Map<Uuid, V>
}

/** One kind of row in every working set, known only to the feature that owns it. */
export class Slot<V extends { readonly id: Uuid }> {
  readonly #sets = new WeakMap<WorkingSet, Rows<V>>()

  want(ws: WorkingSet, id: Uuid): void {
    this.#of(ws).wanted.add(id)
  }

  wanted(ws: WorkingSet): ReadonlySet<Uuid> {
    return this.#of(ws).wanted
  }

  /** Takes in a row as the database has it. */
  load(ws: WorkingSet, value: V): void {
    this.#of(ws).rows.set(value.id, value)
    this.#of(ws).stored.set(value.id, value)
  }

  get(ws: WorkingSet, id: Uuid): V | undefined {
    return this.#of(ws).rows.get(id)
  }

  all(ws: WorkingSet): V[] {
    return [...this.#of(ws).rows.values()]
  }

  put(ws: WorkingSet, value: V): void {
    const { rows } = this.#of(ws)
    const previous = rows.get(value.id)
    rows.set(value.id, value)
    ws.journal.record(() => {
      if (previous === undefined) rows.delete(value.id)
      else rows.set(value.id, previous)
    })
  }

  created(ws: WorkingSet): V[] {
    const { rows, stored } = this.#of(ws)
    return [...rows.values()].filter((row) => !stored.has(row.id))
  }

  changed(ws: WorkingSet): V[] {
    const { rows, stored } = this.#of(ws)
    return [...rows.values()].filter((row) => {
      const before = stored.get(row.id)
      return before !== undefined && before !== row
    })
  }

  #of(ws: WorkingSet): Rows<V> {
    let rows = this.#sets.get(ws)
    if (rows === undefined) {
      rows = { wanted: new Set(), rows: new Map(), stored: new Map() }
      this.#sets.set(ws, rows)
    }
    return rows
  }
}
