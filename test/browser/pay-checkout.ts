import type { Page } from 'playwright-core'
import type { Stage } from './open-stage.ts'
import { type Newcomer, typePin } from './register.ts'

export interface Goods {
  readonly description: string
  /** US cents. */
  readonly price: bigint
  /** US cents of the price; else none. */
  readonly coupon?: bigint
}

/** A shop's checkout, whose buyer is whoever pays it; its address. */
export async function openCheckout({ danbao }: Stage, goods: readonly Goods[]): Promise<string> {
  const { id: seller } = await danbao.accounts.create({ name: 'Lena Shop' })
  const { url } = await danbao.checkouts.create({
    payments: goods.map(({ description, price, coupon = 0n }) => ({
      seller,
      description,
      amount: { value: price.toString(), currency: 'USD' },
      coupon: { value: coupon.toString(), currency: 'USD' },
      metadata: { shipping_country: 'FR' },
    })),
  })
  return url
}

/** Tops up what is missing, and pays with the payment password. */
export async function payCheckout(
  page: Page,
  url: string,
  { paymentPassword }: Pick<Newcomer, 'paymentPassword'>,
): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: /^Top up/ }).click()
  await typePin(page, 'Payment password', paymentPassword)
  await page.getByRole('button', { name: /^Pay / }).click()
}
