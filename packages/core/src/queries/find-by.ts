import type { DeskPayment, FoundBy } from '@danbao/contracts/console'
import { decodeId } from '@danbao/kernel'
import { idArray, type Queryable, queryText, readRow } from '@danbao/database'
import { findDeskPayments } from './desk-payments.ts'

export interface FoundGroup {
  readonly by: FoundBy
  readonly payments: DeskPayment[]
  /** There are others. */
  readonly more: boolean
}

const MOST = 20
/** More than the payments of any checkout. */
const MOST_IDS = 100

/**
 * What somebody has in their hand: an id, the marketplace's own reference, the number on a parcel.
 * Exactly as it is: none of it is a name that one remembers by half.
 */
export async function findPaymentsBy(client: Queryable, text: string): Promise<FoundGroup[]> {
  const groups: FoundGroup[] = []
  for (const { by, ids, value } of searchesFor(text)) {
    // The ids first: told to want the newest, PostgreSQL may walk all payments back to the first.
    const rows = await queryText(client, `${ids} LIMIT ${MOST_IDS}`, [value])
    if (rows.length === 0) continue
    const all = idArray(rows.map((row) => readRow(row).text()))
    const found = await findDeskPayments(client, [['payment.id = ANY(?::uuid[])', all]], MOST)
    const payments = found.slice(0, MOST).map(({ view }) => view)
    groups.push({ by, payments, more: found.length > MOST })
  }
  return groups
}

interface Search {
  readonly by: FoundBy
  /** Selects the ids of payments by `$1`. */
  readonly ids: string
  readonly value: string
}

/** An id can be nothing else. */
function searchesFor(text: string): readonly Search[] {
  const payment = decodeId('pay', text)
  if (payment.ok) return [{ by: 'payment', ids: BY_ID, value: payment.value }]
  const checkout = decodeId('chk', text)
  if (checkout.ok) return [{ by: 'checkout', ids: OF_CHECKOUT, value: checkout.value }]
  const dispute = decodeId('dsp', text)
  if (dispute.ok) return [{ by: 'dispute', ids: OF_DISPUTE, value: dispute.value }]
  return [
    { by: 'reference', ids: BY_REFERENCE, value: text },
    { by: 'checkout', ids: BY_CHECKOUT, value: text },
    { by: 'tracking', ids: BY_TRACKING, value: text },
  ]
}

const BY_ID = 'SELECT id FROM app.payment WHERE id = $1'
const OF_CHECKOUT = 'SELECT id FROM app.payment WHERE checkout_id = $1'
const OF_DISPUTE = 'SELECT payment_id FROM app.dispute WHERE id = $1'

/** References are unique for each marketplace; their index begins with it. */
const referred = (table: string): string => `SELECT one.id FROM app.marketplace
  JOIN app.${table} AS one ON one.marketplace_id = marketplace.id AND one.reference = $1`
const BY_REFERENCE = referred('payment')
const BY_CHECKOUT = `SELECT id FROM app.payment WHERE checkout_id IN (${referred('checkout')})`
const BY_TRACKING = `SELECT id FROM app.payment
  WHERE tracking IS NOT NULL AND upper(replace(tracking, ' ', '')) = upper(replace($1, ' ', ''))`
