import { setTimeout as pause } from 'node:timers/promises'
import { attempt } from '../danbao/index.ts'
import type { Parts } from '../parts.ts'
import type { Order } from '../store/index.ts'
import { refreshOrder } from './follow.ts'

/** After so long without news it is asked, whether some got lost. */
const OLD_MS = 60_000
/** People wait for the page: what comes later is shown as news. */
const PATIENCE_MS = 2_500

/** Brings an order up to date where its news are old; says whether it is. */
export async function freshen(parts: Parts, order: Order, oldMs = OLD_MS): Promise<boolean> {
  const { danbao, store } = parts
  if (order.checkout === null || Date.now() - order.freshAt < oldMs) return true
  if (danbao === undefined) return false
  const asked = attempt(async () => {
    await refreshOrder(parts, danbao, order)
    await store.save()
  })
  const first = await Promise.race([asked, pause(PATIENCE_MS, undefined, { ref: false })])
  return first?.ok === true
}
