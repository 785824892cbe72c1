import { newUuid } from '@danbao/kernel'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { Stage } from './open-stage.ts'
import { type Newcomer, typePin } from './register.ts'

const made = z.object({ id: z.string(), url: z.string().optional() })

async function ask(stage: Stage, path: string, body: unknown): Promise<z.infer<typeof made>> {
  const answer = await fetch(`${stage.url}/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${stage.key}`,
      'content-type': 'application/json',
      'idempotency-key': newUuid(),
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return made.parse(await answer.json())
}

export interface Goods {
  readonly description: string
  /** US cents. */
  readonly price: bigint
}

/** A shop's checkout, whose buyer is whoever pays it; its address. */
export async function openCheckout(stage: Stage, goods: readonly Goods[]): Promise<string> {
  const { id: seller } = await ask(stage, 'accounts', { name: 'Lena Shop' })
  const { id } = await ask(stage, 'checkouts', {
    payments: goods.map(({ description, price }) => ({
      seller,
      description,
      amount: { value: price.toString(), currency: 'USD' },
      metadata: { shipping_country: 'FR' },
    })),
  })
  return `${stage.url}/wallet/checkout/${id}`
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
