import type { MarketplaceBrand } from '@danbao/contracts'
import { type Instant, instant, invariant, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import type { Checkout } from '../checkouts/checkout.ts'
import { CHECKOUT_COLUMNS, readCheckout } from '../checkouts/store.ts'
import { findMarketplace, viewBrand } from '../marketplaces/marketplace.ts'
import { ownPart, type Payment } from '../payments/payment.ts'
import { PAYMENT_COLUMNS, readPayment } from '../payments/store.ts'

/** A checkout as its page shows it, for whoever has the address. */
export interface CheckoutPage {
  readonly checkout: Checkout
  readonly marketplace: { readonly brand: MarketplaceBrand; readonly returnSecret: string }
  /** In the order in which they were created. */
  readonly payments: readonly { readonly payment: Payment; readonly seller: string }[]
  /** Open: something is to be paid. Gone: nothing is, and nothing was. */
  readonly state: 'open' | 'paid' | 'gone'
  /** The buyer's own part of what is to be paid; when paid: of what was. Minor units. */
  readonly total: bigint
  /** When the first of what is to be paid expires. */
  readonly payUntil: Instant | null
}

export async function findCheckoutPage(pool: Pool, id: Uuid): Promise<CheckoutPage | undefined> {
  const sql = `SELECT ${CHECKOUT_COLUMNS} FROM app.checkout WHERE id = $1`
  const [row] = await queryText(pool, sql, [id])
  if (row === undefined) return undefined
  const rows = await queryText(
    pool,
    `SELECT ${PAYMENT_COLUMNS}, (SELECT name FROM app.account WHERE id = payment.seller_id)
     FROM app.payment AS payment WHERE checkout_id = $1 ORDER BY id`,
    [id],
  )
  const payments = rows.map((one) => ({
    payment: readPayment(one),
    seller: readRow(one.slice(-1)).text(),
  }))
  const checkout = readCheckout(row)
  const marketplace = await findMarketplace(pool, checkout.marketplaceId)
  invariant(marketplace !== undefined, 'A checkout belongs to a marketplace that is there.')
  return {
    checkout,
    marketplace: { brand: viewBrand(marketplace), returnSecret: marketplace.returnSecret },
    payments,
    ...standingOf(payments.map(({ payment }) => payment)),
  }
}

function standingOf(all: readonly Payment[]): Pick<CheckoutPage, 'state' | 'total' | 'payUntil'> {
  const unpaid = all.filter(({ state }) => state === 'requires_payment')
  const paid = all.filter(({ paidAt }) => paidAt !== null)
  const due = unpaid.flatMap(({ due: next }) => (next === null ? [] : [next.at]))
  const counted = unpaid.length > 0 ? unpaid : paid.length > 0 ? paid : all
  return {
    state: unpaid.length > 0 ? 'open' : paid.length > 0 ? 'paid' : 'gone',
    total: counted.reduce((sum, payment) => sum + ownPart(payment), 0n),
    payUntil: due.length === 0 ? null : instant(Math.min(...due)),
  }
}
