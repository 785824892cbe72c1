import { DISPUTE_OUTCOMES, DISPUTE_REASONS, DISPUTE_STATES } from '@danbao/contracts'
import { currency, type Instant, oneOf, parseInstant, type Uuid } from '@danbao/kernel'
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
import { z } from 'zod'
import type { Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import { disputesToLock, payments } from '../payments/store.ts'
import { needBooksOfDispute } from '../wallets/store.ts'
import type { Dispute } from './dispute.ts'

export const disputes = new Slot<Dispute>()

/** A dispute with its payment, and what both sides hold. */
export const needDispute = (id: Uuid) => (ws: WorkingSet) => {
  disputes.want(ws, id)
  disputesToLock.want(ws, id)
  needBooksOfDispute(id)(ws)
}

const openOfPayments = new Slot<{ readonly id: Uuid }>()

/** A payment, and the dispute that is open over it. */
export const needPayment = (id: Uuid) => (ws: WorkingSet) => {
  payments.want(ws, id)
  openOfPayments.want(ws, id)
  needBooksOfDispute(id)(ws)
}

/** The open dispute of a payment in this working set. */
export function openDisputeOf(ws: WorkingSet, paymentId: Uuid): Dispute | undefined {
  for (const dispute of disputes.all(ws)) {
    if (dispute.paymentId === paymentId && dispute.state !== 'closed') return dispute
  }
  return undefined
}

const stored = z.string().transform((digits) => BigInt(digits))
const storedInstant = z.string().transform((text, context): Instant => {
  const parsed = parseInstant(text)
  if (parsed.ok) return parsed.value
  context.addIssue('is no instant')
  return z.NEVER
})
const maybeInstant = storedInstant.nullable()
const side = z.enum(['buyer', 'seller'])
const offer = z.object({
  by: side,
  amount: stored,
  outOf: stored,
  withReturn: z.boolean(),
  message: z.string().nullable(),
  madeAt: storedInstant,
})
const documentSchema = z.object({
  offers: z.array(offer),
  agreed: offer.nullable(),
  decision: z
    .object({
      amount: stored,
      outOf: stored,
      reason: z.string(),
      decidedAt: storedInstant,
      appealedBy: side.nullable(),
      appealReason: z.string().nullable(),
      final: z.boolean(),
    })
    .nullable(),
  goods: z.object({
    carrier: z.string().nullable(),
    tracking: z.string().nullable(),
    shippedAt: maybeInstant,
    deliveredAt: maybeInstant,
    receivedAt: maybeInstant,
  }),
  answeredAt: maybeInstant,
})

/** What staff and both sides said and agreed is one document: it is only read as a whole. */
function writeDocument({ offers, agreed, decision, goods, answeredAt }: Dispute): string {
  return JSON.stringify({ offers, agreed, decision, goods, answeredAt }, (key, value: unknown) => {
    if (typeof value === 'bigint') return value.toString()
    return typeof value === 'number' && key.endsWith('At') ? new Date(value).toISOString() : value
  })
}

const fixedColumns = [
  ['id', 'uuid'],
  ['payment_id', 'uuid'],
  ['marketplace_id', 'uuid'],
  ['kind', 'text'],
  ['reason', 'text'],
  ['message', 'text'],
  ['currency', 'text'],
  ['claimed', 'bigint'],
  ['opened_at', 'timestamptz'],
] as const
const changingColumns = [
  ['state', 'text'],
  ['outcome', 'text'],
  ['document', 'text'],
  ['due_at', 'timestamptz'],
  ['closed_at', 'timestamptz'],
] as const

const disputeTable: Table<Dispute> = {
  name: 'app.dispute',
  columns: [...fixedColumns, ...changingColumns],
  encode: (d) => [
    d.id,
    d.paymentId,
    d.marketplaceId,
    d.kind,
    d.reason,
    d.message,
    d.currency,
    d.claimed,
    d.openedAt,
    d.state,
    d.outcome,
    writeDocument(d),
    d.dueAt,
    d.closedAt,
  ],
}

export const DISPUTE_COLUMNS = columnNames(disputeTable)

export function readDispute(row: TextRow): Dispute {
  const r = readRow(row)
  const fixed = {
    id: r.text(),
    paymentId: r.text(),
    marketplaceId: r.text(),
    kind: oneOf(['dispute', 'claim'], r.text()),
    reason: oneOf(DISPUTE_REASONS, r.text()),
    message: r.maybeText(),
    currency: currency(r.text()),
    claimed: r.bigint(),
    openedAt: r.instant(),
  }
  const state = oneOf(DISPUTE_STATES, r.text())
  const outcome = r.maybeText()
  return {
    ...fixed,
    state,
    outcome: outcome === null ? null : oneOf(DISPUTE_OUTCOMES, outcome),
    ...documentSchema.parse(JSON.parse(r.text())),
    dueAt: r.maybeInstant(),
    closedAt: r.maybeInstant(),
  }
}

/** Their payments are locked before, so the rows themselves need no lock. */
const LOAD = {
  name: 'disputes.load',
  sql: `SELECT ${DISPUTE_COLUMNS} FROM app.dispute WHERE id = ANY($1::uuid[])
    UNION SELECT ${DISPUTE_COLUMNS} FROM app.dispute
      WHERE payment_id = ANY($2::uuid[]) AND state <> 'closed'`,
}
const INSERT = insertStatement('disputes.insert', disputeTable)
const UPDATE = updateStatement(
  'disputes.update',
  disputeTable,
  changingColumns.map(([name]) => name),
)

export const disputeParticipant: Participant = {
  load(ws) {
    const ids = disputes.wanted(ws)
    const paymentIds = openOfPayments.wanted(ws)
    if (ids.size + paymentIds.size === 0) return []
    return [
      {
        call: { statement: LOAD, values: [idArray(ids), idArray(paymentIds)] },
        absorb: (rows) => rows.forEach((row) => disputes.load(ws, readDispute(row))),
      },
    ]
  },
  write(ws): Call[] {
    const created = disputes.created(ws)
    const changed = disputes.changed(ws)
    return [
      ...bulkCalls(UPDATE, disputeTable, changed),
      ...bulkCalls(INSERT, disputeTable, created),
    ]
  },
  isConflict: (constraint) => constraint === 'dispute_open',
}
