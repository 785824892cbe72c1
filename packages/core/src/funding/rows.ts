import { DEPOSIT_DOUBTS, type Rail, RAILS, TOP_UP_STATES } from '@danbao/contracts'
import { type Currency, currency, type Instant, oneOf, type Uuid } from '@danbao/kernel'
import { columnNames, readRow, type Table, type TextRow } from '@danbao/database'
import type { Deposit } from './deposit.ts'
import type { TopUp } from './top-up.ts'

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

/** What staff did with money that waited. */
export interface Resolution {
  readonly id: Uuid
  readonly depositId: Uuid
  readonly kind: 'assign' | 'return' | 'collect' | 'write_off'
  readonly amount: bigint
  readonly accountId: Uuid | null
  readonly createdAt: Instant
}

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

export const topUpTable: Table<TopUp> = {
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

export const depositTable: Table<Deposit> = {
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

export const creditTable: Table<Credit> = {
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

export const resolutionTable: Table<Resolution> = {
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

export const settlementTable: Table<RailSettlement> = {
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

/** The columns that `readSettlement` reads, in its order. */
export const SETTLEMENT_COLUMNS = columnNames(settlementTable)

export function readSettlement(row: TextRow): RailSettlement {
  const r = readRow(row)
  return {
    id: r.text(),
    rail: oneOf(RAILS, r.text()),
    currency: currency(r.text()),
    paid: r.bigint(),
    fee: r.bigint(),
    reference: r.text(),
    createdAt: r.instant(),
  }
}
