import { randomUUID } from 'node:crypto'
import type { Cart } from '../store/index.ts'

/** Of one thing. */
export const MOST_OF_ONE = 9
const MOST_LINES = 30

/** Of ids that nobody guesses: who knows one and is not its owner sees nothing all the same. */
const newOrderId = (): string => randomUUID()

export function newCart(): Cart {
  return { order: newOrderId(), lines: [] }
}

export function countInCart({ lines }: Cart): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0)
}

/** As many more of it, as far as there is room. */
export function addToCart(cart: Cart, goods: string, more: number): Cart {
  const present = cart.lines.find((line) => line.goods === goods)?.quantity ?? 0
  return setInCart(cart, goods, present + more)
}

/** Exactly so many of it; none: it is taken out. A changed cart becomes another order. */
export function setInCart(cart: Cart, goods: string, quantity: number): Cart {
  const wanted = Math.min(Math.max(quantity, 0), MOST_OF_ONE)
  const present = cart.lines.find((line) => line.goods === goods)
  if (wanted === (present?.quantity ?? 0)) return cart
  if (wanted === 0) return changed(cart.lines.filter((line) => line.goods !== goods))
  const line = { goods, quantity: wanted }
  if (present !== undefined) return changed(cart.lines.map((one) => (one === present ? line : one)))
  return cart.lines.length >= MOST_LINES ? cart : changed([...cart.lines, line])
}

/** What was not to be had any more is gone; the rest stays as it is. */
export function changed(lines: Cart['lines']): Cart {
  return { order: newOrderId(), lines }
}
