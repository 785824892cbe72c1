import { addDuration, formatInstant, milliseconds, type Uuid } from '@danbao/kernel'
import { bulkCalls, type Call, idArray, insertStatement, updateStatement } from '@danbao/database'
import { databaseClock } from '../clock/settings.ts'
import { loadPairs } from '../engine/load-pairs.ts'
import type { Load, Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import { type Payout, PAYOUT_TERMS, type PayoutBatch } from './payout.ts'
import { batchTable, PAYOUT_COLUMNS, payoutTable, readPayout } from './rows.ts'

/** The payouts of a transaction; their rows are locked. */
export const payouts = new Slot<Payout>()
export const batches = new Slot<PayoutBatch>()

const numbers = new Slot<{ readonly id: Uuid; readonly number: bigint }>()
const batchNumbers = new Slot<{ readonly id: Uuid; readonly number: bigint }>()
const held = new Slot<{ readonly id: Uuid; readonly amount: bigint }>()

export const needPayout = (id: Uuid) => (ws: WorkingSet) => payouts.want(ws, id)
/** The next number, for the payout that will have this id. */
export const needPayoutNumber = (id: Uuid) => (ws: WorkingSet) => numbers.want(ws, id)
export const needBatchNumber = (id: Uuid) => (ws: WorkingSet) => batchNumbers.want(ws, id)
/** What came to these proceeds so lately that it is not paid out yet; they must be locked too. */
export const needHeld = (proceedsId: Uuid) => (ws: WorkingSet) => held.want(ws, proceedsId)

export function payoutNumber(ws: WorkingSet, id: Uuid): bigint {
  return numbers.get(ws, id)?.number ?? 0n
}

export function batchNumber(ws: WorkingSet, id: Uuid): bigint {
  return batchNumbers.get(ws, id)?.number ?? 0n
}

/** With what those before it in the same batch have released a moment ago. */
export function heldOf(ws: WorkingSet, proceedsId: Uuid): bigint {
  const since = addDuration(ws.now, milliseconds(-PAYOUT_TERMS.holds))
  return ws.books.transfers
    .filter(({ toId, code }) => toId === proceedsId && code === 'release')
    .filter(({ occurredAt }) => occurredAt > since)
    .reduce((sum, { amount }) => sum + amount, held.get(ws, proceedsId)?.amount ?? 0n)
}

const LOAD_PAYOUTS = {
  name: 'payouts.load',
  sql: `SELECT ${PAYOUT_COLUMNS} FROM app.payout WHERE id = ANY($1::uuid[])
    ORDER BY id FOR NO KEY UPDATE`,
}
const LOAD_NUMBERS = {
  name: 'payouts.numbers',
  sql: `SELECT id, nextval('app.payout_number') FROM unnest($1::uuid[]) AS id`,
}
const LOAD_BATCH_NUMBERS = {
  name: 'payouts.batch_numbers',
  sql: `SELECT id, nextval('app.payout_batch_number') FROM unnest($1::uuid[]) AS id`,
}

/** What was released to these proceeds within the time that it is held; `now` in SQL. */
export function heldSql(now: string): string {
  return `SELECT to_id, sum(amount) FROM ledger.transfer
    WHERE to_id = ANY($1::uuid[]) AND code = 'release'
      AND occurred_at > ${now} - interval '${PAYOUT_TERMS.holds} milliseconds'
    GROUP BY to_id`
}
const LOAD_HELD = { name: 'payouts.held', sql: heldSql(databaseClock('$2')) }

const INSERT_PAYOUTS = insertStatement('payouts.insert', payoutTable)
const UPDATE_PAYOUTS = updateStatement('payouts.update', payoutTable, [
  'state',
  'reason',
  'batch_id',
  'paid_key',
  'returned_key',
  'paid_at',
  'ended_at',
])
const INSERT_BATCHES = insertStatement('payout_batches.insert', batchTable)

/** After the wallets: what is held is counted when nothing more can come to them unseen. */
export const payoutParticipant: Participant = {
  load: (ws): Load[] => [
    ...loadPayouts(ws),
    ...loadPairs({
      statement: LOAD_NUMBERS,
      ids: numbers.wanted(ws),
      keep: (id, number) => numbers.load(ws, { id, number }),
    }),
    ...loadPairs({
      statement: LOAD_BATCH_NUMBERS,
      ids: batchNumbers.wanted(ws),
      keep: (id, number) => batchNumbers.load(ws, { id, number }),
    }),
    ...loadPairs({
      statement: LOAD_HELD,
      ids: held.wanted(ws),
      more: [formatInstant(ws.recordedAt)],
      keep: (id, amount) => held.load(ws, { id, amount }),
    }),
  ],
  write: (ws): Call[] => [
    ...bulkCalls(INSERT_BATCHES, batchTable, batches.created(ws)),
    ...bulkCalls(INSERT_PAYOUTS, payoutTable, payouts.created(ws)),
    ...bulkCalls(UPDATE_PAYOUTS, payoutTable, payouts.changed(ws)),
  ],
}

function loadPayouts(ws: WorkingSet): Load[] {
  const ids = payouts.wanted(ws)
  if (ids.size === 0) return []
  return [
    {
      call: { statement: LOAD_PAYOUTS, values: [idArray(ids)] },
      absorb: (rows) => rows.forEach((row) => payouts.load(ws, readPayout(row))),
    },
  ]
}
