import { currency, type Uuid } from '@danbao/kernel'
import {
  bulkCall,
  type Call,
  columnNames,
  idArray,
  insertStatement,
  readRow,
  type RowReader,
  type Table,
  type TextRow,
} from '@danbao/database'
import type { Account } from './account.ts'
import type { Books, Entry } from './books.ts'
import type { Transfer } from './transfer.ts'

const transferTable: Table<Transfer> = {
  name: 'ledger.transfer',
  columns: [
    ['id', 'uuid'],
    ['set_id', 'uuid'],
    ['from_id', 'uuid'],
    ['to_id', 'uuid'],
    ['amount', 'bigint'],
    ['currency', 'text'],
    ['code', 'text'],
    ['subject_id', 'uuid'],
    ['once', 'text'],
    ['occurred_at', 'timestamptz'],
    ['recorded_at', 'timestamptz'],
  ],
  encode: (t) => [
    t.id,
    t.setId,
    t.fromId,
    t.toId,
    t.amount,
    t.currency,
    t.code,
    t.subjectId,
    t.once,
    t.occurredAt,
    t.recordedAt,
  ],
}

export const TRANSFER_COLUMNS = columnNames(transferTable)

/** Reads what `TRANSFER_COLUMNS` selects, and leaves the reader behind it. */
export function readTransfer(r: RowReader): Transfer {
  return {
    id: r.text(),
    setId: r.text(),
    fromId: r.text(),
    toId: r.text(),
    amount: r.bigint(),
    currency: currency(r.text()),
    code: r.text(),
    subjectId: r.maybeText(),
    once: r.maybeText(),
    occurredAt: r.instant(),
    recordedAt: r.instant(),
  }
}

/** Rows that are locked are changed by the difference; a floor is written as decided. */
const changeTable: Table<Entry> = {
  name: 'ledger.account',
  columns: [
    ['id', 'uuid'],
    ['balance', 'bigint'],
    ['floor', 'bigint'],
  ],
  encode: (entry) => [entry.ref.id, entry.delta, entry.floor],
}

const openingTable: Table<Entry> = {
  name: 'ledger.account',
  columns: [
    ['id', 'uuid'],
    ['code', 'text'],
    ['currency', 'text'],
    ['balance', 'bigint'],
    ['floor', 'bigint'],
    ['opened_at', 'timestamptz'],
  ],
  encode: (entry) => [
    entry.ref.id,
    entry.ref.code,
    entry.ref.currency,
    entry.delta,
    entry.floor,
    entry.openedAt,
  ],
}

const LOCK_ACCOUNTS = {
  name: 'ledger.lock_accounts',
  sql: `SELECT ${columnNames(openingTable)} FROM ledger.account
    WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
}

const INSERT_TRANSFERS = insertStatement('ledger.insert_transfers', transferTable)

const CHANGE_ACCOUNTS = {
  name: 'ledger.change_accounts',
  sql: `UPDATE ledger.account AS t SET balance = t.balance + u.balance, floor = u.floor
    FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS u (id, balance, floor)
    WHERE t.id = u.id`,
}

/**
 * Opens accounts, or credits them where they exist already. Nothing has to be read first, and
 * their rows stay free until the very end of the transaction. Money of another currency than the
 * account's makes the balance null, which its column refuses.
 */
const CREDIT_ACCOUNTS = insertStatement(
  'ledger.credit_accounts',
  openingTable,
  `ON CONFLICT (id) DO UPDATE SET
     balance = CASE WHEN t.currency = excluded.currency THEN t.balance + excluded.balance END,
     floor = CASE WHEN t.floor < 0 THEN LEAST(0, t.balance + excluded.balance) ELSE t.floor END`,
)

/** Locks and reads the wanted accounts, in the order of their ids. */
export function lockAccounts(ids: Iterable<Uuid>): Call {
  return { statement: LOCK_ACCOUNTS, values: [idArray(ids)] }
}

export function readAccount(row: TextRow): Account {
  const r = readRow(row)
  return {
    id: r.text(),
    code: r.text(),
    currency: currency(r.text()),
    balance: r.bigint(),
    floor: r.maybeBigint(),
    openedAt: r.instant(),
  }
}

export function insertTransfers(transfers: readonly Transfer[]): Call {
  return bulkCall(INSERT_TRANSFERS, transferTable, transfers)
}

/** What the books say must be written; hot platform accounts come last, just before COMMIT. */
export function writeBooks(books: Books): Call[] {
  const touched = books.touched()
  const locked = touched.filter((entry) => entry.locked)
  const credited = touched.filter((entry) => !entry.locked).sort(byHeatThenId)
  return [
    ...(books.transfers.length > 0 ? [insertTransfers(books.transfers)] : []),
    ...(locked.length > 0 ? [bulkCall(CHANGE_ACCOUNTS, changeTable, locked)] : []),
    ...(credited.length > 0 ? [bulkCall(CREDIT_ACCOUNTS, openingTable, credited)] : []),
  ]
}

function byHeatThenId(a: Entry, b: Entry): number {
  const heat = Number(a.ref.floor === null) - Number(b.ref.floor === null)
  if (heat !== 0) return heat
  return a.ref.id < b.ref.id ? -1 : 1
}
