import { createHash } from 'node:crypto'
import { RAILS, DEPOSIT_DOUBTS, TOP_UP_STATES, type Rail } from '@danbao/contracts'
import { currency, oneOf, type Currency, type Instant, type Uuid, uuidOfHash } from '@danbao/kernel'
import {
  bulkCall,
  type Call,
  columnNames,
  idArray,
  insertStatement,
  readRow,
  type Table,
  type TextRow,
  updateStatement,
} from '@danbao/database'
import type { Load, Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import type { Deposit } from './deposit.ts'
import type { TopUp } from './top-up.ts'

/** The top-ups and deposits of a transaction; their rows are locked. */
export const topUps = new Slot<TopUp>()
export const deposits = new Slot<Deposit>()

/** What was credited to a wallet. */
export interface Credit {
  readonly id: Uuid
  readonly accountId: Uuid
  readonly rail: Rail
  readonly currency: Currency
  readonly amount: bigint
  readonly topUpId: Uuid | null
  readonly depositId: Uuid | null
  readonly createdAt: Instant
}
export const credits = new Slot<Credit>()

/** What staff did with money that waited. */
export interface Resolution {
  readonly id: Uuid
  readonly depositId: Uuid
  readonly kind: 'assign' | 'return' | 'collect' | 'write_off'
  readonly amount: bigint
  readonly accountId: Uuid | null
  readonly createdAt: Instant
}
export const resolutions = new Slot<Resolution>()

/** What a rail paid the operator. */
export interface RailSettlement {
  readonly id: Uuid
  readonly rail: Rail
  readonly currency: Currency
  readonly paid: bigint
  readonly fee: bigint
  readonly reference: string
  readonly createdAt: Instant
}
export const settlements = new Slot<RailSettlement>()

const returned = new Slot<{ readonly id: Uuid; readonly amount: bigint }>()
const references = new Slot<{ readonly id: Uuid }>()
const keys = new Slot<{ readonly id: Uuid }>()
const numbers = new Slot<{ readonly id: Uuid; readonly number: bigint }>()
const months = new Slot<{ readonly id: Uuid; readonly used: bigint }>()

/** A rail and what it names something by, as one id. */
export function railId(rail: Rail, name: string): Uuid {
  return uuidOfHash(createHash('sha256').update(`${rail} ${name}`).digest('hex'))
}

export const needTopUp = (id: Uuid) => (ws: WorkingSet) => topUps.want(ws, id)
export const needDeposit = (id: Uuid) => (ws: WorkingSet) => deposits.want(ws, id)
export const needReferencedTopUp = (referenceId: Uuid) => (ws: WorkingSet) =>
  references.want(ws, referenceId)
export const needKeyedDeposit = (keyId: Uuid) => (ws: WorkingSet) => keys.want(ws, keyId)
/** The next number, for the top-up that will have this id. */
export const needNumber = (id: Uuid) => (ws: WorkingSet) => numbers.want(ws, id)
/** What a person's boletos of this month come to; their own row must be locked too. */
export const needMonth = (accountId: Uuid) => (ws: WorkingSet) => months.want(ws, accountId)

/** What of a deposit was sent back the way it came. */
export const needReturned = (depositId: Uuid) => (ws: WorkingSet) => returned.want(ws, depositId)

export function returnedOf(ws: WorkingSet, depositId: Uuid): bigint {
  return returned.get(ws, depositId)?.amount ?? 0n
}

export function referencedTopUp(ws: WorkingSet, referenceId: Uuid): TopUp | undefined {
  return topUps.all(ws).find((topUp) => topUp.referenceId === referenceId)
}

export function keyedDeposit(ws: WorkingSet, keyId: Uuid): Deposit | undefined {
  return deposits.all(ws).find((deposit) => deposit.keyId === keyId)
}

export function numberFor(ws: WorkingSet, id: Uuid): bigint | undefined {
  return numbers.get(ws, id)?.number
}

export function usedThisMonth(ws: WorkingSet, accountId: Uuid): bigint {
  return months.get(ws, accountId)?.used ?? 0n
}

/** Those behind it in the same batch see it. */
export function useMonth(ws: WorkingSet, accountId: Uuid, base: bigint): void {
  months.put(ws, { id: accountId, used: usedThisMonth(ws, accountId) + base })
}

const topUpTable: Table<TopUp> = {
  name: 'app.top_up',
  columns: [
    ['id', 'uuid'],
    ['account_id', 'uuid'],
    ['marketplace_id', 'uuid'],
    ['rail', 'text'],
    ['currency', 'text'],
    ['amount', 'bigint'],
    ['fee', 'bigint'],
    ['arrived', 'bigint'],
    ['base', 'bigint'],
    ['state', 'text'],
    ['number', 'bigint'],
    ['reference', 'text'],
    ['reference_id', 'uuid'],
    ['details', 'text'],
    ['created_at', 'timestamptz'],
    ['expires_at', 'timestamptz'],
    ['ended_at', 'timestamptz'],
  ],
  encode: (t) => [
    ...[t.id, t.accountId, t.marketplaceId, t.rail, t.currency, t.amount, t.fee, t.arrived],
    ...[
      t.base,
      t.state,
      t.number,
      t.reference,
      t.referenceId,
      t.details,
      t.createdAt,
      t.expiresAt,
      t.endedAt,
    ],
  ],
}

/** The columns that `readTopUp` reads, in its order. */
export const TOP_UP_COLUMNS = columnNames(topUpTable)

export function readTopUp(row: TextRow): TopUp {
  const r = readRow(row)
  return {
    id: r.text(),
    accountId: r.text(),
    marketplaceId: r.maybeText(),
    rail: oneOf(RAILS, r.text()),
    currency: currency(r.text()),
    amount: r.bigint(),
    fee: r.bigint(),
    arrived: r.bigint(),
    base: r.bigint(),
    state: oneOf(TOP_UP_STATES, r.text()),
    number: r.maybeBigint(),
    reference: r.maybeText(),
    referenceId: r.maybeText(),
    details: r.text(),
    createdAt: r.instant(),
    expiresAt: r.maybeInstant(),
    endedAt: r.maybeInstant(),
  }
}

const depositTable: Table<Deposit> = {
  name: 'app.deposit',
  columns: [
    ['id', 'uuid'],
    ['key_id', 'uuid'],
    ['rail', 'text'],
    ['kind', 'text'],
    ['key', 'text'],
    ['currency', 'text'],
    ['amount', 'bigint'],
    ['fee', 'bigint'],
    ['open', 'bigint'],
    ['doubt', 'text'],
    ['top_up_id', 'uuid'],
    ['reverses_id', 'uuid'],
    ['account_id', 'uuid'],
    ['wallet_id', 'uuid'],
    ['reference', 'text'],
    ['payer', 'text'],
    ['payer_account', 'text'],
    ['note', 'text'],
    ['place', 'text'],
    ['file_id', 'uuid'],
    ['settled_at', 'timestamptz'],
    ['settlement_id', 'uuid'],
    ['created_at', 'timestamptz'],
  ],
  encode: (d) => [
    ...[d.id, d.keyId, d.rail, d.kind, d.key, d.currency, d.amount, d.fee, d.open, d.doubt],
    ...[d.topUpId, d.reversesId, d.accountId, d.walletId, d.reference, d.payer, d.payerAccount],
    ...[d.note, d.place, d.fileId, d.settledAt, d.settlementId, d.createdAt],
  ],
}

/** The columns that `readDeposit` reads, in its order. */
export const DEPOSIT_COLUMNS = columnNames(depositTable)

export function readDeposit(row: TextRow): Deposit {
  const r = readRow(row)
  return {
    id: r.text(),
    keyId: r.text(),
    rail: oneOf(RAILS, r.text()),
    kind: oneOf(['arrival', 'reversal'] as const, r.text()),
    key: r.text(),
    currency: currency(r.text()),
    amount: r.bigint(),
    fee: r.bigint(),
    open: r.bigint(),
    doubt: maybeOf(DEPOSIT_DOUBTS, r.maybeText()),
    topUpId: r.maybeText(),
    reversesId: r.maybeText(),
    accountId: r.maybeText(),
    walletId: r.maybeText(),
    reference: r.maybeText(),
    payer: r.maybeText(),
    payerAccount: r.maybeText(),
    note: r.maybeText(),
    place: r.maybeText(),
    fileId: r.maybeText(),
    settledAt: r.maybeInstant(),
    settlementId: r.maybeText(),
    createdAt: r.instant(),
  }
}

function maybeOf<T extends string>(known: readonly T[], text: string | null): T | null {
  return text === null ? null : oneOf(known, text)
}

const creditTable: Table<Credit> = {
  name: 'app.credit',
  columns: [
    ['id', 'uuid'],
    ['account_id', 'uuid'],
    ['rail', 'text'],
    ['currency', 'text'],
    ['amount', 'bigint'],
    ['top_up_id', 'uuid'],
    ['deposit_id', 'uuid'],
    ['created_at', 'timestamptz'],
  ],
  encode: (c) => [
    ...[c.id, c.accountId, c.rail, c.currency, c.amount, c.topUpId, c.depositId, c.createdAt],
  ],
}

const resolutionTable: Table<Resolution> = {
  name: 'app.resolution',
  columns: [
    ['id', 'uuid'],
    ['deposit_id', 'uuid'],
    ['kind', 'text'],
    ['amount', 'bigint'],
    ['account_id', 'uuid'],
    ['created_at', 'timestamptz'],
  ],
  encode: (r) => [r.id, r.depositId, r.kind, r.amount, r.accountId, r.createdAt],
}

const settlementTable: Table<RailSettlement> = {
  name: 'app.settlement',
  columns: [
    ['id', 'uuid'],
    ['rail', 'text'],
    ['currency', 'text'],
    ['paid', 'bigint'],
    ['fee', 'bigint'],
    ['reference', 'text'],
    ['created_at', 'timestamptz'],
  ],
  encode: (s) => [s.id, s.rail, s.currency, s.paid, s.fee, s.reference, s.createdAt],
}

const LOAD_TOP_UPS = {
  name: 'top_ups.load',
  sql: `SELECT ${TOP_UP_COLUMNS} FROM app.top_up
    WHERE id = ANY($1::uuid[]) OR reference_id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
}
const LOAD_DEPOSITS = {
  name: 'deposits.load',
  sql: `SELECT ${DEPOSIT_COLUMNS} FROM app.deposit
    WHERE id = ANY($1::uuid[]) OR key_id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
}
const LOAD_NUMBERS = {
  name: 'top_ups.numbers',
  sql: `SELECT id, nextval('app.top_up_number') FROM unnest($1::uuid[]) AS id`,
}
/** The month by the database's clock, where boletos are paid. */
const LOAD_MONTHS = {
  name: 'top_ups.months',
  sql: `SELECT account_id, sum(base) FROM app.top_up
    WHERE account_id = ANY($1::uuid[]) AND rail = 'boleto' AND state IN ('awaiting', 'credited')
      AND created_at >= (SELECT date_trunc('month', coalesce(clock_stands_at,
        $2::timestamptz + clock_offset_ms * interval '1 millisecond'), 'America/Sao_Paulo')
        FROM app.setting)
    GROUP BY account_id`,
}
const LOAD_RETURNED = {
  name: 'deposits.returned',
  sql: `SELECT deposit_id, sum(amount) FROM app.resolution
    WHERE deposit_id = ANY($1::uuid[]) AND kind = 'return' GROUP BY deposit_id`,
}
const INSERT_TOP_UPS = insertStatement('top_ups.insert', topUpTable)
const UPDATE_TOP_UPS = updateStatement('top_ups.update', topUpTable, [
  'arrived',
  'state',
  'reference',
  'reference_id',
  'details',
  'ended_at',
])
const INSERT_DEPOSITS = insertStatement('deposits.insert', depositTable)
const UPDATE_DEPOSITS = updateStatement('deposits.update', depositTable, [
  'open',
  'settled_at',
  'settlement_id',
])
const INSERT_CREDITS = insertStatement('credits.insert', creditTable)
const INSERT_SETTLEMENTS = insertStatement('settlements.insert', settlementTable)
const INSERT_RESOLUTIONS = insertStatement('resolutions.insert', resolutionTable)

export const fundingParticipant: Participant = {
  load: (ws) => [...loadRows(ws), ...loadNumbers(ws)],
  write: (ws): Call[] => [
    ...bulk(INSERT_SETTLEMENTS, settlementTable, settlements.created(ws)),
    ...bulk(INSERT_TOP_UPS, topUpTable, topUps.created(ws)),
    ...bulk(UPDATE_TOP_UPS, topUpTable, topUps.changed(ws)),
    ...bulk(INSERT_DEPOSITS, depositTable, deposits.created(ws)),
    ...bulk(UPDATE_DEPOSITS, depositTable, deposits.changed(ws)),
    ...bulk(INSERT_CREDITS, creditTable, credits.created(ws)),
    ...bulk(INSERT_RESOLUTIONS, resolutionTable, resolutions.created(ws)),
  ],
  // Another process has taken in the same money, or the same number, a moment before.
  isConflict: (constraint) =>
    constraint === 'deposit_key_id_key' || constraint === 'top_up_reference_id_key',
}

function bulk<E>(statement: Call['statement'], table: Table<E>, rows: readonly E[]): Call[] {
  return rows.length > 0 ? [bulkCall(statement, table, rows)] : []
}

function loadRows(ws: WorkingSet): Load[] {
  const [ids, named] = [topUps.wanted(ws), references.wanted(ws)]
  const [own, keyed] = [deposits.wanted(ws), keys.wanted(ws)]
  const loads: Load[] = []
  if (ids.size + named.size > 0) {
    loads.push({
      call: { statement: LOAD_TOP_UPS, values: [idArray(ids), idArray(named)] },
      absorb: (rows) => rows.forEach((row) => topUps.load(ws, readTopUp(row))),
    })
  }
  if (own.size + keyed.size > 0) {
    loads.push({
      call: { statement: LOAD_DEPOSITS, values: [idArray(own), idArray(keyed)] },
      absorb: (rows) => rows.forEach((row) => deposits.load(ws, readDeposit(row))),
    })
  }
  return loads
}

function loadNumbers(ws: WorkingSet): Load[] {
  const [fresh, people] = [numbers.wanted(ws), months.wanted(ws)]
  const sent = returned.wanted(ws)
  const loads: Load[] = []
  if (sent.size > 0) {
    loads.push({
      call: { statement: LOAD_RETURNED, values: [idArray(sent)] },
      absorb: (rows) =>
        rows.forEach((row) => {
          const r = readRow(row)
          returned.load(ws, { id: r.text(), amount: r.bigint() })
        }),
    })
  }
  if (fresh.size > 0) {
    loads.push({
      call: { statement: LOAD_NUMBERS, values: [idArray(fresh)] },
      absorb: (rows) =>
        rows.forEach((row) => {
          const r = readRow(row)
          numbers.load(ws, { id: r.text(), number: r.bigint() })
        }),
    })
  }
  if (people.size > 0) {
    const real = new Date(ws.recordedAt).toISOString()
    loads.push({
      call: { statement: LOAD_MONTHS, values: [idArray(people), real] },
      absorb: (rows) =>
        rows.forEach((row) => {
          const r = readRow(row)
          months.load(ws, { id: r.text(), used: r.bigint() })
        }),
    })
  }
  return loads
}
