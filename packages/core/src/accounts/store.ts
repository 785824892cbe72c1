import { invariant, type Uuid } from '@danbao/kernel'
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
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import type { Account, Level } from './account.ts'

/** The people of a transaction, to be read. */
export const accounts = new Slot<Account>()
/** Those whose limits a decision reads or who are changed: their rows are locked. */
const locked = new Slot<{ readonly id: Uuid }>()

export const needAccount = (id: Uuid) => (ws: WorkingSet) => accounts.want(ws, id)
export const needLockedAccount = (id: Uuid) => (ws: WorkingSet) => locked.want(ws, id)

const accountTable: Table<Account> = {
  name: 'app.account',
  columns: [
    ['id', 'uuid'],
    ['marketplace_id', 'uuid'],
    ['name', 'text'],
    ['email', 'text'],
    ['reference', 'text'],
    ['level', 'integer'],
    ['has_login', 'boolean'],
    ['created_at', 'timestamptz'],
    ['frozen_at', 'timestamptz'],
    ['resting_until', 'timestamptz'],
    ['closed_at', 'timestamptz'],
  ],
  encode: (a) => [
    a.id,
    a.marketplaceId,
    a.name,
    a.email,
    a.reference,
    a.level,
    a.hasLogin,
    a.createdAt,
    a.frozenAt,
    a.restingUntil,
    a.closedAt,
  ],
}

export const ACCOUNT_COLUMNS = columnNames(accountTable)

export function readAccountRow(row: TextRow): Account {
  const r = readRow(row)
  return {
    id: r.text(),
    marketplaceId: r.maybeText(),
    name: r.text(),
    email: r.maybeText(),
    reference: r.maybeText(),
    level: toLevel(r.integer()),
    hasLogin: r.boolean(),
    createdAt: r.instant(),
    frozenAt: r.maybeInstant(),
    restingUntil: r.maybeInstant(),
    closedAt: r.maybeInstant(),
  }
}

function toLevel(value: number): Level {
  invariant(value === 0 || value === 1 || value === 2, `${value} is no level.`)
  return value
}

const SELECT = `SELECT ${ACCOUNT_COLUMNS} FROM app.account WHERE id = ANY($1::uuid[])`
const LOCK = { name: 'accounts.lock', sql: `${SELECT} ORDER BY id FOR NO KEY UPDATE` }
const READ = { name: 'accounts.read', sql: SELECT }
const INSERT = insertStatement('accounts.insert', accountTable)
const UPDATE = updateStatement('accounts.update', accountTable, ['level'])

export const accountParticipant: Participant = {
  load(ws) {
    const lockedIds = locked.wanted(ws)
    const readIds = [...accounts.wanted(ws)].filter((id) => !lockedIds.has(id))
    const absorb = (rows: readonly TextRow[]): void =>
      rows.forEach((row) => accounts.load(ws, readAccountRow(row)))
    return [
      ...(lockedIds.size > 0
        ? [{ call: { statement: LOCK, values: [idArray(lockedIds)] }, absorb }]
        : []),
      ...(readIds.length > 0
        ? [{ call: { statement: READ, values: [idArray(readIds)] }, absorb }]
        : []),
    ]
  },
  write(ws): Call[] {
    const created = accounts.created(ws)
    const changed = accounts.changed(ws)
    return [
      ...bulkCalls(INSERT, accountTable, created),
      ...bulkCalls(UPDATE, accountTable, changed),
    ]
  },
  isConflict: (constraint) => constraint === 'account_reference',
}
