import { PAYOUT_REVIEWS, PAYOUT_STATES } from '@danbao/contracts'
import { currency, oneOf } from '@danbao/kernel'
import { columnNames, readRow, type Table, type TextRow } from '@danbao/database'
import type { Payout, PayoutBatch } from './payout.ts'

export const payoutTable: Table<Payout> = {
  name: 'app.payout',
  columns: [
    ['id', 'uuid'],
    ['account_id', 'uuid'],
    ['currency', 'text'],
    ['amount', 'bigint'],
    ['state', 'text'],
    ['review', 'text'],
    ['number', 'bigint'],
    ['reference', 'text'],
    ['holder', 'text'],
    ['iban', 'text'],
    ['bic', 'text'],
    ['reason', 'text'],
    ['batch_id', 'uuid'],
    ['paid_key', 'text'],
    ['returned_key', 'text'],
    ['created_at', 'timestamptz'],
    ['paid_at', 'timestamptz'],
    ['ended_at', 'timestamptz'],
  ],
  encode: (p) => [
    ...[p.id, p.accountId, p.currency, p.amount, p.state, p.review, p.number, p.reference],
    ...[p.holder, p.iban, p.bic, p.reason, p.batchId, p.paidKey, p.returnedKey],
    ...[p.createdAt, p.paidAt, p.endedAt],
  ],
}

/** The columns that `readPayout` reads, in its order. */
export const PAYOUT_COLUMNS = columnNames(payoutTable)

export function readPayout(row: TextRow): Payout {
  const r = readRow(row)
  return {
    id: r.text(),
    accountId: r.text(),
    currency: currency(r.text()),
    amount: r.bigint(),
    state: oneOf(PAYOUT_STATES, r.text()),
    review: toReview(r.maybeText()),
    number: r.bigint(),
    reference: r.text(),
    holder: r.text(),
    iban: r.text(),
    bic: r.maybeText(),
    reason: r.maybeText(),
    batchId: r.maybeText(),
    paidKey: r.maybeText(),
    returnedKey: r.maybeText(),
    createdAt: r.instant(),
    paidAt: r.maybeInstant(),
    endedAt: r.maybeInstant(),
  }
}

function toReview(text: string | null): Payout['review'] {
  return text === null ? null : oneOf(PAYOUT_REVIEWS, text)
}

export const batchTable: Table<PayoutBatch> = {
  name: 'app.payout_batch',
  columns: [
    ['id', 'uuid'],
    ['number', 'bigint'],
    ['currency', 'text'],
    ['amount', 'bigint'],
    ['count', 'integer'],
    ['created_at', 'timestamptz'],
  ],
  encode: (b) => [b.id, b.number, b.currency, b.amount, b.count, b.createdAt],
}

/** The columns that `readBatch` reads, in its order. */
export const BATCH_COLUMNS = columnNames(batchTable)

export function readBatch(row: TextRow): PayoutBatch {
  const r = readRow(row)
  return {
    id: r.text(),
    number: r.bigint(),
    currency: currency(r.text()),
    amount: r.bigint(),
    count: r.integer(),
    createdAt: r.instant(),
  }
}
