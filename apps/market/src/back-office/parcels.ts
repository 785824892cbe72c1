import type { PaymentState } from '@danbao/sdk'
import type { Order, Parcel, Store } from '../store/index.ts'
import type { Group } from './words.ts'

/** A seller's part of an order. */
export interface OwnParcel {
  readonly order: Order
  readonly parcel: Parcel
}

/** All of a seller that somebody has paid for, the newest first. */
export function parcelsOf({ data }: Store, seller: string): OwnParcel[] {
  return [...data.orders.values()]
    .reverse()
    .flatMap((order) =>
      order.parcels
        .filter((parcel) => parcel.seller === seller && parcel.payment.paid_at !== null)
        .map((parcel) => ({ order, parcel })),
    )
}

export function findParcel(store: Store, seller: string, payment: string): OwnParcel | undefined {
  return parcelsOf(store, seller).find(({ parcel }) => parcel.payment.id === payment)
}

const GROUP_OF: Readonly<Record<PaymentState, Group>> = {
  requires_payment: 'waiting',
  verifying: 'waiting',
  held: 'toSend',
  shipped: 'underWay',
  delivered: 'underWay',
  disputed: 'problems',
  released: 'closed',
  split: 'closed',
  refunded: 'closed',
  cancelled: 'closed',
  expired: 'closed',
}

/** What is to be done with it; a claim after the end is a problem again. */
export function groupOf({ parcel: { payment, dispute } }: OwnParcel): Group {
  const isOpen = dispute !== null && dispute.state !== 'closed'
  return isOpen ? 'problems' : GROUP_OF[payment.state]
}

/** How many of each of a seller's goods were paid for and not given back. */
export function countSold(parcels: readonly OwnParcel[]): ReadonlyMap<string, number> {
  const sold = new Map<string, number>()
  for (const { order, parcel } of parcels) {
    if (['cancelled', 'refunded'].includes(parcel.payment.state)) continue
    for (const { seller, goods, quantity } of order.lines) {
      if (seller === parcel.seller) sold.set(goods, (sold.get(goods) ?? 0) + quantity)
    }
  }
  return sold
}
