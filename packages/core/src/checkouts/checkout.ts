import type { CheckoutView } from '@danbao/contracts'
import { type Currency, encodeId, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import type { Settings } from '../clock/settings.ts'
import type { Payment } from '../payments/payment.ts'
import { paymentJson, viewAmount, viewId } from '../payments/view.ts'

/** The payments of one order. It has no state of its own: each payment lives alone. */
export interface Checkout {
  readonly id: Uuid
  readonly marketplaceId: Uuid
  /** Null until somebody takes it on. */
  readonly buyerId: Uuid | null
  readonly currency: Currency
  /** Minor units. */
  readonly total: bigint
  readonly reference: string | null
  /** Where the shop wants its customer back. */
  readonly returnUrl: string | null
  readonly createdAt: Instant
}

/** The checkout as the API tells it, with its payments. */
export function checkoutJson(
  checkout: Checkout,
  of: readonly Payment[],
  { publicUrl }: Pick<Settings, 'publicUrl'>,
): string {
  const id = encodeId('chk', checkout.id)
  const view: Omit<CheckoutView, 'payments'> = {
    id,
    object: 'checkout',
    url: `${publicUrl}/wallet/checkout/${id}`,
    total: viewAmount(checkout.currency, checkout.total),
    buyer: viewId('acc', checkout.buyerId),
    marketplace: encodeId('mkt', checkout.marketplaceId),
    reference: checkout.reference,
    return_url: checkout.returnUrl,
    created_at: formatInstant(checkout.createdAt),
  }
  return `${JSON.stringify(view).slice(0, -1)},"payments":[${of.map(paymentJson).join(',')}]}`
}
