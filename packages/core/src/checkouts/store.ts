import {
  bulkCalls,
  type Call,
  columnNames,
  idArray,
  insertStatement,
  readRow,
  type Table,
  type TextRow,
  updateStatement,
} from '@danbao/database'
import { currency } from '@danbao/kernel'
import type { Participant } from '../engine/participant.ts'
import { Slot } from '../engine/working-set.ts'
import type { Checkout } from './checkout.ts'

/** The checkouts of a transaction; their payments are locked in their place. */
export const checkouts = new Slot<Checkout>()

const checkoutTable: Table<Checkout> = {
  name: 'app.checkout',
  columns: [
    ['id', 'uuid'],
    ['marketplace_id', 'uuid'],
    ['buyer_id', 'uuid'],
    ['currency', 'text'],
    ['total', 'bigint'],
    ['reference', 'text'],
    ['return_url', 'text'],
    ['created_at', 'timestamptz'],
  ],
  encode: (c) => [
    c.id,
    c.marketplaceId,
    c.buyerId,
    c.currency,
    c.total,
    c.reference,
    c.returnUrl,
    c.createdAt,
  ],
}

/** The columns that `readCheckout` reads, in its order. */
export const CHECKOUT_COLUMNS = columnNames(checkoutTable)

export function readCheckout(row: TextRow): Checkout {
  const r = readRow(row)
  return {
    id: r.text(),
    marketplaceId: r.text(),
    buyerId: r.maybeText(),
    currency: currency(r.text()),
    total: r.bigint(),
    reference: r.maybeText(),
    returnUrl: r.maybeText(),
    createdAt: r.instant(),
  }
}

const LOAD = {
  name: 'checkouts.load',
  sql: `SELECT ${CHECKOUT_COLUMNS} FROM app.checkout WHERE id = ANY($1::uuid[])`,
}
const INSERT = insertStatement('checkouts.insert', checkoutTable)
const UPDATE = updateStatement('checkouts.update', checkoutTable, ['buyer_id'])

export const checkoutParticipant: Participant = {
  load(ws) {
    const ids = checkouts.wanted(ws)
    if (ids.size === 0) return []
    return [
      {
        call: { statement: LOAD, values: [idArray(ids)] },
        absorb: (rows) => rows.forEach((row) => checkouts.load(ws, readCheckout(row))),
      },
    ]
  },
  write(ws): Call[] {
    const created = checkouts.created(ws)
    const changed = checkouts.changed(ws)
    return [
      ...bulkCalls(INSERT, checkoutTable, created),
      ...bulkCalls(UPDATE, checkoutTable, changed),
    ]
  },
  isConflict: (constraint) => constraint === 'checkout_reference',
}
