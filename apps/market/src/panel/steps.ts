import type { Order, Parcel, Store } from '../store/index.ts'

/** How far the clock can be moved at once. */
export const ADVANCES = ['PT1H', 'P1D', 'P3D', 'P10D'] as const
export type Advance = (typeof ADVANCES)[number]

/** Something that the post carries. */
export interface Carried {
  readonly order: Order
  readonly parcel: Parcel
  readonly way: 'parcel' | 'return'
}

/** All that is on its way, there or back. */
export function listCarried({ data }: Store): Carried[] {
  return [...data.orders.values()].reverse().flatMap((order) =>
    order.parcels.flatMap((parcel): Carried[] => {
      const { payment, dispute } = parcel
      if (payment.state === 'shipped') return [{ order, parcel, way: 'parcel' }]
      const isBack = dispute?.state === 'return_shipped' && dispute.return.delivered_at === null
      return isBack ? [{ order, parcel, way: 'return' }] : []
    }),
  )
}
