import type { PaymentsQuery, Refusal } from '@danbao/contracts'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import { type Condition, type Pool, queryText } from '@danbao/database'
import { viewAccount } from '../accounts/account.ts'
import { requestId } from '../commands/create-payment.ts'
import { type Caller, personOf } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { isVisible } from '../payments/authority.ts'
import type { Payment } from '../payments/payment.ts'
import { PAYMENT_COLUMNS, readPayment } from '../payments/store.ts'
import { paymentJson, viewPayment } from '../payments/view.ts'
import { findAccount } from './accounts.ts'
import { findCheckoutJson } from './checkouts.ts'
import { findDisputeJson } from './disputes.ts'
import { openPage, ownedBy, readNewestFirst } from './page.ts'

/** A payment of this caller; a marketplace acting for a person sees that person's only. */
export async function findPayment(
  pool: Pool,
  caller: Caller,
  id: Uuid,
): Promise<Payment | undefined> {
  const [row] = await queryText(pool, `SELECT ${PAYMENT_COLUMNS} FROM app.payment WHERE id = $1`, [
    id,
  ])
  const payment = row && readPayment(row)
  if (payment === undefined || !isVisible(caller, payment)) return undefined
  const person = personOf(caller)
  const isParty = person === payment.buyerId || person === payment.sellerId
  return person === null || isParty ? payment : undefined
}

export interface PaymentRequest {
  readonly id: Uuid
  /** Comma-separated: buyer, seller, checkout, dispute. */
  readonly expand?: string | undefined
}

export async function getPayment(
  pool: Pool,
  caller: Caller,
  { id, expand }: PaymentRequest,
): Promise<Result<string, Refusal>> {
  const payment = await findPayment(pool, caller, id)
  if (payment === undefined) return noSuchPayment()
  if (expand === undefined) return accept(paymentJson(payment))
  const whole = await expanded(pool, caller, payment, expand.split(','))
  const view = JSON.stringify({ ...viewPayment(payment), ...whole })
  return accept(`${view.slice(0, -1)},"metadata":${payment.metadata}}`)
}

export function noSuchPayment(): { readonly ok: false; readonly refusal: Refusal } {
  return refuseWith('not_found', 'There is no such payment.')
}

/** What the caller may not see by itself stays an id: a buyer may belong to another marketplace. */
async function expanded(
  pool: Pool,
  caller: Caller,
  payment: Payment,
  names: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const whole: Record<string, unknown> = {}
  const expandPerson = async (name: 'buyer' | 'seller', id: Uuid): Promise<void> => {
    const person = names.includes(name) ? await findAccount(pool, caller, id) : undefined
    if (person !== undefined) whole[name] = viewAccount(person)
  }
  const expandJson = async (
    name: 'checkout' | 'dispute',
    id: Uuid | null,
    find: typeof findDisputeJson,
  ): Promise<void> => {
    const json = id !== null && names.includes(name) ? await find(pool, caller, id) : undefined
    if (json !== undefined) whole[name] = JSON.parse(json)
  }
  if (payment.buyerId !== null) await expandPerson('buyer', payment.buyerId)
  await expandPerson('seller', payment.sellerId)
  await expandJson('checkout', payment.checkoutId, findCheckoutJson)
  await expandJson('dispute', payment.disputeId, findDisputeJson)
  return whole
}

/** Newest first. */
export async function listPayments(
  pool: Pool,
  caller: Caller,
  { cursor, limit: asked, ...filters }: PaymentsQuery,
): Promise<Result<string, Refusal>> {
  const list = { route: 'payments', filters, page: { cursor, limit: asked } }
  const page = await openPage(pool, caller, list)
  if (!page.ok) return page
  const { filters: kept } = page.value
  const idOf = (prefix: 'acc' | 'chk', text: string | undefined): Uuid | undefined =>
    text === undefined ? undefined : requestId(prefix, text)
  const conditions: readonly Condition[] = [
    ownedBy(caller),
    ['(buyer_id = ? OR seller_id = ?)', personOf(caller)],
    ['state = ?', kept['state']],
    ['buyer_id = ?', idOf('acc', kept['buyer'])],
    ['seller_id = ?', idOf('acc', kept['seller'])],
    ['checkout_id = ?', idOf('chk', kept['checkout'])],
    ['reference = ?', kept['reference']],
  ]
  const rows = {
    table: 'app.payment',
    columns: PAYMENT_COLUMNS,
    conditions,
    read: readPayment,
    json: paymentJson,
  }
  return accept(await readNewestFirst(pool, page.value, rows))
}
