import type { Refusal } from '@danbao/contracts'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import { type Pool, queryText } from '@danbao/database'
import { checkoutJson } from '../checkouts/checkout.ts'
import { CHECKOUT_COLUMNS, readCheckout } from '../checkouts/store.ts'
import { loadSettings } from '../clock/database-clock.ts'
import { type Caller, personOf } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { isVisible } from '../payments/authority.ts'
import { PAYMENT_COLUMNS, readPayment } from '../payments/store.ts'

/** Of people only the buyer sees a checkout: it tells of all its sellers. */
export async function findCheckoutJson(
  pool: Pool,
  caller: Caller,
  id: Uuid,
): Promise<string | undefined> {
  const [row] = await queryText(
    pool,
    `SELECT ${CHECKOUT_COLUMNS} FROM app.checkout WHERE id = $1`,
    [id],
  )
  const checkout = row && readCheckout(row)
  if (checkout === undefined || !isVisible(caller, checkout)) return undefined
  const person = personOf(caller)
  if (person !== null && person !== checkout.buyerId) return undefined
  const rows = await queryText(
    pool,
    `SELECT ${PAYMENT_COLUMNS} FROM app.payment WHERE checkout_id = $1 ORDER BY id`,
    [id],
  )
  return checkoutJson(checkout, rows.map(readPayment), await loadSettings(pool))
}

export async function getCheckout(
  pool: Pool,
  caller: Caller,
  { id }: { readonly id: Uuid },
): Promise<Result<string, Refusal>> {
  const json = await findCheckoutJson(pool, caller, id)
  return json === undefined ? refuseWith('not_found', 'There is no such checkout.') : accept(json)
}
