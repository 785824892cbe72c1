import type { BodyInputOf } from '@danbao/sdk'
import type { Language } from '../page/language.ts'
import { amountOf } from '../page/money.ts'
import { textIn } from '../page/text.ts'
import { findGoods } from '../shop/goods.ts'
import type { Cart, Order, OrderLine, Session, Store } from '../store/index.ts'

const FIRST_NUMBER = 1001
/** What the shop keeps of each sale: 5 percent. */
const COMMISSION = { basis_points: 500 } as const

type CheckoutBody = BodyInputOf<'createCheckout'>

interface Made {
  readonly language: Language
  /** Of this shop, as the buyer's browser reaches it. */
  readonly origin: string
}

/** The order that a cart becomes; undefined when nothing in it is to be had. */
export function orderOf(store: Store, session: Session, made: Made): Order | undefined {
  const { data } = store
  const lines = linesOf(store, session.cart)
  if (lines.length === 0) return undefined
  const id = session.cart.order
  const last = [...data.orders.values()].at(-1)
  return {
    id,
    number: (last?.number ?? FIRST_NUMBER - 1) + 1,
    visitor: session.visitor,
    person: session.person,
    language: made.language,
    madeAt: Date.now(),
    lines,
    returnUrl: `${made.origin}/orders/${id}`,
    checkout: null,
    parcels: [],
    freshAt: 0,
  }
}

/** A cart at the prices of now. */
export function linesOf(store: Store, cart: Cart): OrderLine[] {
  return cart.lines.flatMap(({ goods: id, quantity }) => {
    const goods = findGoods(store, id)
    if (goods === undefined) return []
    const { title, picture, seller, price } = goods
    return [{ goods: id, title, picture, seller, price, quantity }]
  })
}

export function totalOf(lines: readonly OrderLine[]): bigint {
  return lines.reduce((sum, { price, quantity }) => sum + BigInt(price) * BigInt(quantity), 0n)
}

/** Sellers in the order in which their goods were put there. */
export function bySeller(lines: readonly OrderLine[]): ReadonlyMap<string, OrderLine[]> {
  return Map.groupBy(lines, ({ seller }) => seller)
}

/** One payment for each seller. The same order gives the same body: it may be sent twice. */
export function checkoutBody(order: Order, accounts: ReadonlyMap<string, string>): CheckoutBody {
  const payments = [...bySeller(order.lines)].map(([seller, lines]) => ({
    amount: amountOf(totalOf(lines)),
    seller: accounts.get(seller) ?? '',
    commission: COMMISSION,
    description: lines
      .map((line) => `${line.quantity} × ${textIn(line.title, order.language)}`)
      .join(', ')
      .slice(0, 500),
    reference: `${order.id} ${seller}`,
    metadata: { seller, order: String(order.number) },
  }))
  return { payments, reference: order.id, return_url: order.returnUrl }
}
