import type { CheckoutView, CreateCheckoutRequest, PayRequest, Refusal } from '@danbao/contracts'
import {
  accept,
  type Currency,
  currency,
  encodeId,
  formatInstant,
  type Instant,
  newUuid,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import {
  bulkCall,
  type Call,
  columnNames,
  idArray,
  insertStatement,
  readRow,
  type Table,
  type TextRow,
} from '@danbao/database'
import { runDue } from '../disputes/run-due.ts'
import type { Caller } from '../engine/caller.ts'
import type { Command, Context, Done } from '../engine/command.ts'
import { emit } from '../engine/events.ts'
import type { Participant } from '../engine/participant.ts'
import { claimReference, needReference } from '../engine/references.ts'
import { refuseWith } from '../engine/refusal.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import { authorise, isVisible, needCaller } from '../payments/authority.ts'
import type { Payment } from '../payments/payment.ts'
import { checkoutsToLock, payments } from '../payments/store.ts'
import { paymentJson, viewAmount } from '../payments/view.ts'
import { needWalletOfCheckout } from '../wallets/store.ts'
import { needsOfNewPayment, newPayment } from './create-payment.ts'
import { needsOfPaying, payAll } from './pay.ts'
import { wrongState } from './on-payment.ts'

/** The payments of one order. It has no state of its own: each payment lives alone. */
export interface Checkout {
  readonly id: Uuid
  readonly marketplaceId: Uuid
  readonly buyerId: Uuid
  readonly currency: Currency
  /** Minor units. */
  readonly total: bigint
  readonly reference: string | null
  readonly createdAt: Instant
}

export function createCheckout(caller: Caller, request: CreateCheckoutRequest): Command {
  const each = request.payments.map((payment) => ({ ...payment, buyer: request.buyer }))
  const { reference } = request
  const named =
    caller.kind === 'marketplace' && reference !== undefined
      ? [needReference('checkout', caller.marketplaceId, reference)]
      : []
  return {
    name: 'create_checkout',
    needs: [...each.flatMap((payment) => needsOfNewPayment(caller, payment)), ...named],
    decide(context) {
      const id = newUuid()
      const made: Payment[] = []
      for (const payment of each) {
        const created = newPayment(context, caller, payment, id)
        if (!created.ok) return created
        made.push(created.value)
      }
      const checkout = newCheckout(context, id, request, made)
      return checkout.ok ? answerCheckout(checkout.value, made, 201) : checkout
    },
  }
}

function newCheckout(
  { ws, at }: Context,
  id: Uuid,
  { reference }: CreateCheckoutRequest,
  made: readonly Payment[],
): Result<Checkout, Refusal> {
  const [first] = made
  if (first === undefined || made.some((payment) => payment.currency !== first.currency)) {
    return refuseWith('currency_mismatch', 'The payments of a checkout are in one currency.')
  }
  const { marketplaceId, buyerId } = first
  const named = reference === undefined ? undefined : { marketplaceId, reference, holder: id }
  if (named !== undefined && !claimReference(ws, 'checkout', named)) {
    return refuseWith('reference_in_use', `A checkout with the reference "${reference}" exists.`)
  }
  const checkout: Checkout = {
    id,
    marketplaceId,
    buyerId,
    currency: first.currency,
    total: made.reduce((sum, payment) => sum + payment.amount, 0n),
    reference: reference ?? null,
    createdAt: at,
  }
  checkouts.put(ws, checkout)
  announce({ ws, at }, checkout, made, 'checkout.created')
  return accept(checkout)
}

/** One authorisation over all that is still to be paid of the checkout: all or none. */
export function payCheckout(caller: Caller, checkoutId: Uuid, request: PayRequest): Command {
  return {
    name: 'pay_checkout',
    needs: [
      (ws) => checkouts.want(ws, checkoutId),
      (ws) => checkoutsToLock.want(ws, checkoutId),
      needWalletOfCheckout(checkoutId),
      ...needCaller(caller),
      ...needsOfPaying(caller, request),
    ],
    before: (context) => {
      for (const payment of paymentsOf(context.ws, checkoutId)) runDue(context, payment.id)
    },
    decide(context) {
      const { ws } = context
      const checkout = checkouts.get(ws, checkoutId)
      const [first] = paymentsOf(ws, checkoutId)
      if (checkout === undefined || first === undefined || !isVisible(caller, checkout)) {
        return refuseWith('not_found', 'There is no such checkout.')
      }
      const role = authorise(ws, caller, first, ['buyer'])
      if (!role.ok) return role
      const unpaid = paymentsOf(ws, checkoutId).filter((one) => one.state === 'requires_payment')
      if (unpaid.length === 0) return wrongState('pay', first.state)
      const paid = payAll(context, unpaid, request, checkoutId)
      if (!paid.ok) return paid
      const all = paymentsOf(ws, checkoutId)
      announce(context, checkout, all, 'checkout.paid')
      return answerCheckout(checkout, all, 200)
    },
  }
}

function paymentsOf(ws: WorkingSet, checkoutId: Uuid): Payment[] {
  return payments
    .all(ws)
    .filter((payment) => payment.checkoutId === checkoutId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function announce(
  { ws, at }: Context,
  checkout: Checkout,
  of: readonly Payment[],
  type: 'checkout.created' | 'checkout.paid',
): void {
  const { id, marketplaceId } = checkout
  emit(ws, { marketplaceId, type, subjectId: id, occurredAt: at, data: checkoutJson(checkout, of) })
}

function answerCheckout(
  checkout: Checkout,
  of: readonly Payment[],
  status: Done['status'],
): Result<Done, Refusal> {
  return accept({ status, body: checkoutJson(checkout, of) })
}

/** The checkout as the API tells it, with its payments. */
export function checkoutJson(checkout: Checkout, of: readonly Payment[]): string {
  const view: Omit<CheckoutView, 'payments'> = {
    id: encodeId('chk', checkout.id),
    object: 'checkout',
    total: viewAmount(checkout.currency, checkout.total),
    buyer: encodeId('acc', checkout.buyerId),
    marketplace: encodeId('mkt', checkout.marketplaceId),
    reference: checkout.reference,
    created_at: formatInstant(checkout.createdAt),
  }
  return `${JSON.stringify(view).slice(0, -1)},"payments":[${of.map(paymentJson).join(',')}]}`
}

const checkouts = new Slot<Checkout>()

const checkoutTable: Table<Checkout> = {
  name: 'app.checkout',
  columns: [
    ['id', 'uuid'],
    ['marketplace_id', 'uuid'],
    ['buyer_id', 'uuid'],
    ['currency', 'text'],
    ['total', 'bigint'],
    ['reference', 'text'],
    ['created_at', 'timestamptz'],
  ],
  encode: (c) => [c.id, c.marketplaceId, c.buyerId, c.currency, c.total, c.reference, c.createdAt],
}

export const CHECKOUT_COLUMNS = columnNames(checkoutTable)

export function readCheckout(row: TextRow): Checkout {
  const r = readRow(row)
  return {
    id: r.text(),
    marketplaceId: r.text(),
    buyerId: r.text(),
    currency: currency(r.text()),
    total: r.bigint(),
    reference: r.maybeText(),
    createdAt: r.instant(),
  }
}

const LOAD = {
  name: 'checkouts.load',
  sql: `SELECT ${CHECKOUT_COLUMNS} FROM app.checkout WHERE id = ANY($1::uuid[])`,
}
const INSERT = insertStatement('checkouts.insert', checkoutTable)

export const checkoutParticipant: Participant = {
  load(ws) {
    const ids = checkouts.wanted(ws)
    if (ids.size === 0) return []
    return [
      {
        call: { statement: LOAD, values: [idArray(ids)] },
        absorb: (rows) => rows.forEach((row) => checkouts.load(ws, readCheckout(row))),
      },
    ]
  },
  write(ws): Call[] {
    const created = checkouts.created(ws)
    return created.length > 0 ? [bulkCall(INSERT, checkoutTable, created)] : []
  },
  isConflict: (constraint) => constraint === 'checkout_reference',
}
