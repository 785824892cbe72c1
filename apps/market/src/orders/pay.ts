import { type Attempt, attempt, type DanbaoLink } from '../danbao/index.ts'
import type { Parts } from '../parts.ts'
import type { Order } from '../store/index.ts'
import { adoptCheckout } from './follow.ts'
import { bySeller, checkoutBody } from './order.ts'

/**
 * Where the order is paid. Asked twice, also at once, it is one and the same checkout: the order's
 * id is the key, and the order is kept before Danbao hears of it.
 */
export async function openCheckout(
  parts: Parts,
  danbao: DanbaoLink,
  order: Order,
): Promise<Attempt<string>> {
  if (order.checkout !== null) return { ok: true, value: order.checkout.url }
  await parts.store.save()
  return attempt(async () => {
    const accounts = await accountsOf(parts, danbao, order)
    const body = checkoutBody(order, accounts)
    const checkout = await danbao.api.checkouts.create(body, { idempotencyKey: order.id })
    // The other one of two at once may have been faster, and its news are newer.
    if (order.checkout === null) adoptCheckout(order, checkout)
    await parts.store.save()
    return checkout.url
  })
}

async function accountsOf({ sellers }: Parts, danbao: DanbaoLink, order: Order) {
  const accounts = new Map<string, string>()
  for (const key of bySeller(order.lines).keys()) {
    const seller = sellers.find(key)
    if (seller === undefined) throw new Error(`No such seller: ${key}`)
    accounts.set(key, await danbao.accountOf(seller))
  }
  return accounts
}
