import {
  CLOSERS,
  type Closer,
  DUE_KINDS,
  type DueKind,
  PAYMENT_KINDS,
  PAYMENT_STATES,
} from '@danbao/contracts'
import {
  currency,
  type Duration,
  type Instant,
  milliseconds,
  oneOf,
  type Uuid,
} from '@danbao/kernel'
import {
  bulkCalls,
  type Call,
  columnNames,
  idArray,
  insertStatement,
  readRow,
  type RowReader,
  type Table,
  type TextRow,
  updateStatement,
} from '@danbao/database'
import type { Load, Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import { escrowOf } from '../wallets/address.ts'
import type { Due, Payment } from './payment.ts'
import { isClosed } from './payment.ts'

/** The payments of a transaction; their rows are locked. */
export const payments = new Slot<Payment>()

/** Checkouts and disputes whose payments are wanted too: they are locked in the same order. */
export const checkoutsToLock = new Slot<{ readonly id: Uuid }>()
export const disputesToLock = new Slot<{ readonly id: Uuid }>()

const fixedColumns = [
  ['id', 'uuid'],
  ['marketplace_id', 'uuid'],
  ['checkout_id', 'uuid'],
  ['seller_id', 'uuid'],
  ['proceeds_id', 'uuid'],
  ['reference', 'text'],
  ['description', 'text'],
  ['metadata', 'text'],
  ['kind', 'text'],
  ['currency', 'text'],
  ['amount', 'bigint'],
  ['coupon', 'bigint'],
  ['commission_basis_points', 'integer'],
  ['commission_fixed', 'bigint'],
  ['pay_within_ms', 'bigint'],
  ['ship_within_ms', 'bigint'],
  ['confirm_within_ms', 'bigint'],
  ['inspect_within_ms', 'bigint'],
  ['created_at', 'timestamptz'],
] as const

const changingColumns = [
  ['buyer_id', 'uuid'],
  ['wallet_id', 'uuid'],
  ['state', 'text'],
  ['due_kind', 'text'],
  ['due_at', 'timestamptz'],
  ['extended', 'boolean'],
  ['paused_ms', 'bigint'],
  ['dispute_id', 'uuid'],
  ['carrier', 'text'],
  ['tracking', 'text'],
  ['reason', 'text'],
  ['secured', 'bigint'],
  ['in_escrow', 'bigint'],
  ['to_seller', 'bigint'],
  ['commission', 'bigint'],
  ['to_buyer', 'bigint'],
  ['to_promotions', 'bigint'],
  ['charged_back', 'bigint'],
  ['claimed', 'bigint'],
  ['claimed_fees', 'bigint'],
  ['claimed_to_buyer', 'bigint'],
  ['limit_base', 'bigint'],
  ['limit_counted', 'bigint'],
  ['paid_at', 'timestamptz'],
  ['shipped_at', 'timestamptz'],
  ['delivered_at', 'timestamptz'],
  ['checked_at', 'timestamptz'],
  ['closed_at', 'timestamptz'],
  ['closed_by', 'text'],
] as const

const encodeFixed = (p: Payment) => [
  p.id,
  p.marketplaceId,
  p.checkoutId,
  p.sellerId,
  p.proceedsId,
  p.reference,
  p.description,
  p.metadata,
  p.kind,
  p.currency,
  p.amount,
  p.coupon,
  p.commissionBasisPoints,
  p.commissionFixed,
  p.terms.payWithin,
  p.terms.shipWithin,
  p.terms.confirmWithin,
  p.terms.inspectWithin,
  p.createdAt,
]

const encodeChanging = (p: Payment) => [
  p.buyerId,
  p.walletId,
  p.state,
  p.due?.kind ?? null,
  p.due?.at ?? null,
  p.extended,
  p.pausedMs,
  p.disputeId,
  p.carrier,
  p.tracking,
  p.reason,
  p.money.secured,
  p.money.inEscrow,
  p.money.toSeller,
  p.money.commission,
  p.money.toBuyer,
  p.money.toPromotions,
  p.money.chargedBack,
  p.money.claimed,
  p.money.claimedFees,
  p.money.claimedToBuyer,
  p.limit.base,
  p.limit.counted,
  p.paidAt,
  p.shippedAt,
  p.deliveredAt,
  p.checkedAt,
  p.closedAt,
  p.closedBy,
]

const wholeTable: Table<Payment> = {
  name: 'app.payment',
  columns: [...fixedColumns, ...changingColumns],
  encode: (payment) => [...encodeFixed(payment), ...encodeChanging(payment)],
}

const changingTable: Table<Payment> = {
  name: 'app.payment',
  columns: [['id', 'uuid'], ...changingColumns],
  encode: (payment) => [payment.id, ...encodeChanging(payment)],
}

/** The columns that `readPayment` reads, in its order. */
export const PAYMENT_COLUMNS = columnNames(wholeTable)

export function readPayment(row: TextRow): Payment {
  const r = readRow(row)
  return { ...readFixed(r), ...readChanging(r) }
}

type Fixed = Pick<
  Payment,
  | 'id'
  | 'marketplaceId'
  | 'checkoutId'
  | 'sellerId'
  | 'proceedsId'
  | 'reference'
  | 'description'
  | 'metadata'
  | 'kind'
  | 'currency'
  | 'amount'
  | 'coupon'
  | 'commissionBasisPoints'
  | 'commissionFixed'
  | 'terms'
  | 'createdAt'
>

function readFixed(r: RowReader): Fixed {
  return {
    id: r.text(),
    marketplaceId: r.text(),
    checkoutId: r.maybeText(),
    sellerId: r.text(),
    proceedsId: r.text(),
    reference: r.maybeText(),
    description: r.maybeText(),
    metadata: r.text(),
    kind: oneOf(PAYMENT_KINDS, r.text()),
    currency: currency(r.text()),
    amount: r.bigint(),
    coupon: r.bigint(),
    commissionBasisPoints: r.integer(),
    commissionFixed: r.bigint(),
    terms: {
      payWithin: readDuration(r),
      shipWithin: readDuration(r),
      confirmWithin: readDuration(r),
      inspectWithin: readDuration(r),
    },
    createdAt: r.instant(),
  }
}

function readChanging(r: RowReader): Omit<Payment, keyof Fixed> {
  return {
    buyerId: r.maybeText(),
    walletId: r.maybeText(),
    state: oneOf(PAYMENT_STATES, r.text()),
    due: readDue(r.maybeText(), r.maybeInstant()),
    extended: r.boolean(),
    pausedMs: r.maybeInteger(),
    disputeId: r.maybeText(),
    carrier: r.maybeText(),
    tracking: r.maybeText(),
    reason: r.maybeText(),
    money: {
      secured: r.bigint(),
      inEscrow: r.bigint(),
      toSeller: r.bigint(),
      commission: r.bigint(),
      toBuyer: r.bigint(),
      toPromotions: r.bigint(),
      chargedBack: r.bigint(),
      claimed: r.bigint(),
      claimedFees: r.bigint(),
      claimedToBuyer: r.bigint(),
    },
    limit: { base: r.bigint(), counted: r.bigint() },
    paidAt: r.maybeInstant(),
    shippedAt: r.maybeInstant(),
    deliveredAt: r.maybeInstant(),
    checkedAt: r.maybeInstant(),
    closedAt: r.maybeInstant(),
    closedBy: readCloser(r.maybeText()),
  }
}

function readCloser(text: string | null): Closer | null {
  return text === null ? null : oneOf(CLOSERS, text)
}

function readDuration(r: RowReader): Duration {
  return milliseconds(r.integer())
}

function readDue(kind: string | null, at: Instant | null): Due | null {
  if (kind === null || at === null) return null
  return { kind: oneOf<DueKind>(DUE_KINDS, kind), at }
}

const LOCK_PAYMENTS = {
  name: 'payments.lock',
  sql: `SELECT ${PAYMENT_COLUMNS} FROM app.payment
    WHERE id = ANY(ARRAY(
      SELECT unnest($1::uuid[])
      UNION SELECT id FROM app.payment WHERE checkout_id = ANY($2::uuid[])
      UNION SELECT payment_id FROM app.dispute WHERE id = ANY($3::uuid[])))
    ORDER BY id FOR NO KEY UPDATE`,
}

const INSERT_PAYMENTS = insertStatement('payments.insert', wholeTable)
const UPDATE_PAYMENTS = updateStatement(
  'payments.update',
  changingTable,
  changingColumns.map(([name]) => name),
)

export const paymentParticipant: Participant = {
  load(ws) {
    const ids = payments.wanted(ws)
    const checkouts = checkoutsToLock.wanted(ws)
    const disputes = disputesToLock.wanted(ws)
    if (ids.size + checkouts.size + disputes.size === 0) return []
    const values = [idArray(ids), idArray(checkouts), idArray(disputes)]
    return [{ call: { statement: LOCK_PAYMENTS, values }, absorb: (rows) => absorb(ws, rows) }]
  },
  write(ws): Call[] {
    const created = payments.created(ws)
    const changed = payments.changed(ws)
    return [
      ...bulkCalls(INSERT_PAYMENTS, wholeTable, created),
      ...bulkCalls(UPDATE_PAYMENTS, changingTable, changed),
    ]
  },
  isConflict: (constraint) => constraint === 'payment_reference',
}

/**
 * The escrow account changes only under its payment's lock, and the payment knows what it holds:
 * its row needs no reading. The database's floor and the audit hold the two together.
 */
function absorb(ws: WorkingSet, rows: Parameters<Load['absorb']>[0]): void {
  for (const row of rows) {
    const payment = readPayment(row)
    payments.load(ws, payment)
    const escrow = escrowOf(payment.id, payment.currency)
    // Nobody has paid yet: known to be absent, so that a payment can be paid and cancelled at once.
    if (payment.money.secured === 0n) ws.books.want(escrow.id)
    else if (!isClosed(payment)) {
      ws.books.load({ ...escrow, balance: payment.money.inEscrow, openedAt: payment.createdAt })
    }
  }
}
