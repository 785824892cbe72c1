import { currency, oneOf, type Uuid } from '@danbao/kernel'
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
import type { Participant } from '../engine/participant.ts'
import { Slot } from '../engine/working-set.ts'
import { CHARGE_STATES, type Charge } from './charge.ts'

/** The charges of a transaction; their rows are locked. */
export const charges = new Slot<Charge>()

/** What a payment, by whose id it goes, got of a charge. */
export interface ChargePart {
  readonly id: Uuid
  readonly chargeId: Uuid
  readonly amount: bigint
}

export const chargeParts = new Slot<ChargePart>()

const chargeTable: Table<Charge> = {
  name: 'app.charge',
  columns: [
    ['id', 'uuid'],
    ['account_id', 'uuid'],
    ['checkout_id', 'uuid'],
    ['card_id', 'uuid'],
    ['currency', 'text'],
    ['amount', 'bigint'],
    ['agreed', 'text'],
    ['state', 'text'],
    ['ref', 'text'],
    ['reason', 'text'],
    ['bank_url', 'text'],
    ['created_at', 'timestamptz'],
    ['secured_at', 'timestamptz'],
    ['due_at', 'timestamptz'],
    ['tries', 'integer'],
    ['settlement_id', 'uuid'],
  ],
  encode: (c) => [
    c.id,
    c.accountId,
    c.checkoutId,
    c.cardId,
    c.currency,
    c.amount,
    c.agreed,
    c.state,
    c.ref,
    c.reason,
    c.bankUrl,
    c.createdAt,
    c.securedAt,
    c.dueAt,
    c.tries,
    c.settlementId,
  ],
}

/** The columns that `readCharge` reads, in its order. */
export const CHARGE_COLUMNS = columnNames(chargeTable)

export function readCharge(row: TextRow): Charge {
  const r = readRow(row)
  return {
    id: r.text(),
    accountId: r.text(),
    checkoutId: r.text(),
    cardId: r.text(),
    currency: currency(r.text()),
    amount: r.bigint(),
    agreed: r.text(),
    state: oneOf(CHARGE_STATES, r.text()),
    ref: r.maybeText(),
    reason: r.maybeText(),
    bankUrl: r.maybeText(),
    createdAt: r.instant(),
    securedAt: r.maybeInstant(),
    dueAt: r.maybeInstant(),
    tries: r.integer(),
    settlementId: r.maybeText(),
  }
}

const partTable: Table<ChargePart> = {
  name: 'app.charge_part',
  columns: [
    ['payment_id', 'uuid'],
    ['charge_id', 'uuid'],
    ['amount', 'bigint'],
  ],
  encode: (part) => [part.id, part.chargeId, part.amount],
}

const LOAD = {
  name: 'charges.load',
  sql: `SELECT ${CHARGE_COLUMNS} FROM app.charge WHERE id = ANY($1::uuid[])
    ORDER BY id FOR NO KEY UPDATE`,
}
const UPDATE = updateStatement('charges.update', chargeTable, [
  'state',
  'secured_at',
  'due_at',
  'settlement_id',
])
const INSERT_PARTS = insertStatement('charge_parts.insert', partTable)

export const chargeParticipant: Participant = {
  load(ws) {
    const ids = charges.wanted(ws)
    if (ids.size === 0) return []
    return [
      {
        call: { statement: LOAD, values: [idArray(ids)] },
        absorb: (rows) => rows.forEach((row) => charges.load(ws, readCharge(row))),
      },
    ]
  },
  write(ws): Call[] {
    const changed = charges.changed(ws)
    const parts = chargeParts.created(ws)
    return [
      ...bulkCalls(UPDATE, chargeTable, changed),
      ...bulkCalls(INSERT_PARTS, partTable, parts),
    ]
  },
}
