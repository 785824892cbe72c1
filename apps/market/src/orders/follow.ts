import type { CheckoutView, DanbaoEvent, PaymentView } from '@danbao/sdk'
import type { DanbaoLink } from '../danbao/index.ts'
import type { Parts } from '../parts.ts'
import type { Order, Parcel } from '../store/index.ts'
import { askFor, nextTurn, record } from './record.ts'
import { isSurelyLater } from './stages.ts'

type PaymentEvent = Extract<DanbaoEvent, { readonly type: `payment.${string}` }>
type DisputeEvent = Extract<DanbaoEvent, { readonly type: `dispute.${string}` }>

const isAboutPayment = (event: DanbaoEvent): event is PaymentEvent =>
  event.type.startsWith('payment.')
const isAboutDispute = (event: DanbaoEvent): event is DisputeEvent =>
  event.type.startsWith('dispute.')

/**
 * News may come twice, late and in any order. A step that surely leads on is believed; everything
 * else only says that there is something to ask for. Rejects when Danbao is away.
 */
export async function followEvent(
  parts: Parts,
  danbao: DanbaoLink,
  event: DanbaoEvent,
): Promise<void> {
  if (event.type === 'checkout.paid') {
    const order = findByCheckout(parts, event.data.id)
    if (order !== undefined) await refreshOrder(parts, danbao, order)
  } else if (isAboutDispute(event)) {
    await refreshPayment(parts, danbao, event.data.payment)
  } else if (isAboutPayment(event)) {
    await followPayment(parts, danbao, event.data)
  }
}

async function followPayment(parts: Parts, danbao: DanbaoLink, told: PaymentView): Promise<void> {
  const order = findByPayment(parts, told.id)
  const known = order?.parcels.find(({ payment }) => payment.id === told.id)
  if (order === undefined || known === undefined) return
  if (told.dispute === null && isSurelyLater(told.state, known.payment.state)) {
    record(parts, order, { payment: told, dispute: null, turn: nextTurn() })
  } else {
    record(parts, order, await askFor(danbao, told.id))
  }
}

/** All of an order as it is now. Rejects when Danbao is away. */
export async function refreshOrder(parts: Parts, danbao: DanbaoLink, order: Order): Promise<void> {
  const told = await Promise.all(order.parcels.map(({ payment }) => askFor(danbao, payment.id)))
  for (const one of told) record(parts, order, one)
}

/** One payment as it is now. Rejects when Danbao is away. */
export async function refreshPayment(
  parts: Parts,
  danbao: DanbaoLink,
  payment: string,
): Promise<void> {
  const order = findByPayment(parts, payment)
  if (order !== undefined) record(parts, order, await askFor(danbao, payment))
}

/** What a new checkout says of the order it was made for. */
export function adoptCheckout(order: Order, { id, url, payments }: CheckoutView): void {
  order.checkout = { id, url }
  order.parcels = payments.map((payment): Parcel => ({
    seller: payment.metadata['seller'] ?? '',
    payment,
    dispute: null,
  }))
  order.freshAt = Date.now()
}

function findByPayment({ store }: Parts, id: string): Order | undefined {
  return [...store.data.orders.values()].find(({ parcels }) =>
    parcels.some(({ payment }) => payment.id === id),
  )
}

function findByCheckout({ store }: Parts, id: string): Order | undefined {
  return [...store.data.orders.values()].find((order) => order.checkout?.id === id)
}
