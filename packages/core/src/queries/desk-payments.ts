import { DISPUTE_STATES, DUE_KINDS, PAYMENT_STATES } from '@danbao/contracts'
import type { DeskFilter, DeskPayment } from '@danbao/contracts/console'
import { currency, encodeId, formatInstant, type Instant, oneOf, type Uuid } from '@danbao/kernel'
import {
  type Condition,
  type Queryable,
  queryText,
  readRow,
  type TextRow,
  whereAll,
} from '@danbao/database'
import { viewAmount, viewInstant } from '../payments/view.ts'
import { conditionsOf } from './desk-filter.ts'
import { partyColumns, readKnownParty, readParty } from './desk-party.ts'

/** A payment as staff see it in a list. */
export interface ListedPayment {
  readonly id: Uuid
  readonly view: DeskPayment
}

const SELECT = `
  SELECT payment.id, payment.currency, payment.amount, payment.in_escrow, payment.state,
    payment.description, payment.reference, marketplace.name,
    payment.due_kind, payment.due_at, dispute.id, dispute.state, payment.created_at, payment.paid_at,
    ${partyColumns('buyer')}, ${partyColumns('seller')}
  FROM app.payment AS payment
  JOIN app.marketplace AS marketplace ON marketplace.id = payment.marketplace_id
  JOIN app.account AS seller ON seller.id = payment.seller_id
  LEFT JOIN app.account AS buyer ON buyer.id = payment.buyer_id
  LEFT JOIN app.dispute AS dispute ON dispute.payment_id = payment.id AND dispute.state <> 'closed'`

export interface DeskPaymentsAsked {
  readonly filter: DeskFilter
  readonly now: Instant
  /** Older than this one. */
  readonly after: Uuid | undefined
  readonly limit: number
}

/** Of all marketplaces, newest first; one more than asked for where there is one. */
export function listDeskPayments(
  client: Queryable,
  { filter, now, after, limit }: DeskPaymentsAsked,
): Promise<readonly ListedPayment[]> {
  return findDeskPayments(client, [...conditionsOf(filter, now), ['payment.id < ?', after]], limit)
}

export async function readDeskPayment(
  client: Queryable,
  id: Uuid,
): Promise<DeskPayment | undefined> {
  return (await findDeskPayments(client, [['payment.id = ?', id]], 1))[0]?.view
}

export async function findDeskPayments(
  client: Queryable,
  conditions: readonly Condition[],
  limit: number,
): Promise<readonly ListedPayment[]> {
  const where = whereAll(conditions)
  // The few that match are found first: their names are looked up for one page only.
  const sql = `${SELECT} WHERE payment.id IN (
      SELECT payment.id FROM app.payment AS payment WHERE ${where.sql}
      ORDER BY payment.id DESC LIMIT ${limit + 1})
    ORDER BY payment.id DESC`
  return (await queryText(client, sql, where.values)).map(toListed)
}

function toListed(row: TextRow): ListedPayment {
  const r = readRow(row)
  const [id, of] = [r.text(), currency(r.text())]
  const amounts = { amount: viewAmount(of, r.bigint()), in_escrow: viewAmount(of, r.bigint()) }
  const head = {
    state: oneOf(PAYMENT_STATES, r.text()),
    description: r.maybeText(),
    reference: r.maybeText(),
    marketplace: r.text(),
  }
  const [what, at] = [r.maybeText(), r.maybeInstant()]
  const [disputeId, disputeState] = [r.maybeText(), r.maybeText()]
  const times = { created_at: formatInstant(r.instant()), paid_at: viewInstant(r.maybeInstant()) }
  const view: DeskPayment = {
    id: encodeId('pay', id),
    ...head,
    ...amounts,
    due:
      what === null || at === null ? null : { what: oneOf(DUE_KINDS, what), at: formatInstant(at) },
    dispute:
      disputeId === null || disputeState === null
        ? null
        : { id: encodeId('dsp', disputeId), state: oneOf(DISPUTE_STATES, disputeState) },
    ...times,
    buyer: readParty(r),
    seller: readKnownParty(r),
  }
  return { id, view }
}
