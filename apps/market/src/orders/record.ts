import type { DisputeView, PaymentView } from '@danbao/sdk'
import { changed } from '../cart/cart.ts'
import type { DanbaoLink } from '../danbao/index.ts'
import type { Parts } from '../parts.ts'
import type { Cart, Order, Parcel } from '../store/index.ts'
import { isClosed, isPaid } from './stages.ts'

/** What Danbao told of a payment. */
interface Told {
  readonly payment: PaymentView
  readonly dispute: DisputeView | null
  /** Answers may overtake each other: the one that was asked for last counts. */
  readonly turn: number
}

let lastTurn = 0
const turns = new WeakMap<Order, Map<string, number>>()

export const nextTurn = (): number => ++lastTurn

/** A payment as it is now, with its dispute. Rejects when Danbao is away. */
export async function askFor({ api }: DanbaoLink, payment: string): Promise<Told> {
  const turn = nextTurn()
  const view = await api.payments.get(payment)
  const dispute = view.dispute === null ? null : await api.disputes.get(view.dispute)
  return { payment: view, dispute, turn }
}

/** Keeps what was told, unless something newer is known, and says so to open pages. */
export function record(parts: Parts, order: Order, { turn, payment, dispute }: Told): void {
  const at = order.parcels.findIndex((parcel) => parcel.payment.id === payment.id)
  const known = order.parcels[at]
  const taken = turns.get(order) ?? new Map<string, number>()
  if (known === undefined || (taken.get(payment.id) ?? 0) > turn) return
  turns.set(order, taken.set(payment.id, turn))
  const news: Parcel = { seller: known.seller, payment, dispute }
  const isNew = JSON.stringify(news) !== JSON.stringify(known)
  order.parcels[at] = news
  order.freshAt = Date.now()
  if (isPaid(payment.state)) changeCart(parts, order, () => [])
  // It can not be paid any more: what is still in the cart becomes another order.
  else if (isClosed(payment.state)) changeCart(parts, order, (lines) => lines)
  if (isNew) parts.news.announce(order.id)
}

/** Of whoever still has this order in the cart; what was put there since then is another one. */
function changeCart(
  { store }: Parts,
  order: Order,
  change: (lines: Cart['lines']) => Cart['lines'],
): void {
  for (const session of store.data.sessions.values()) {
    if (session.cart.order === order.id) session.cart = changed(change(session.cart.lines))
  }
}
