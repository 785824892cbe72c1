import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { type Visit, visit } from './open-browser.ts'
import type { Language } from './open-browser.ts'
import type { Stage } from './open-stage.ts'
import { SEEDED_PIN } from './shop.ts'

/** A seeded person of the sandbox, signed in. */
export async function enterAs(
  stage: Stage,
  person: 'buyer' | 'seller',
  language: Language = 'en',
): Promise<Visit> {
  const entered = await visit(stage.browser, { language })
  await call(stage, entered.page, 'sandbox/sign-in', { person })
  // Or the language of the seeded account would be spoken.
  await entered.context.addInitScript(`localStorage.setItem('danbao.language', '${language}')`)
  return entered
}

const me = z.object({ person: z.object({ id: z.string() }) })
const shown = z.object({ total: z.object({ value: z.string(), currency: z.string() }) })

export interface Wish {
  readonly description: string
  /** Minor units of US dollars. */
  readonly minor: string
}

/** The buyer pays for something at a commission of 5 %, the seller ships it; the payment's id. */
export async function buyAndShip(
  stage: Stage,
  sides: { readonly buyer: Page; readonly seller: Page },
  { description, minor }: Wish,
): Promise<string> {
  const { person } = me.parse(await ask(stage, sides.seller, 'me'))
  const amount = { value: minor, currency: 'USD' }
  const { id, payments } = await stage.danbao.checkouts.create({
    payments: [{ amount, seller: person.id, description, commission: { basis_points: 500 } }],
  })
  const ids = payments.map((payment) => payment.id)
  const { total } = shown.parse(await ask(stage, sides.buyer, `checkouts/${id}`))
  const authorisation = { by: 'payment_password', payment_password: SEEDED_PIN }
  const paid = { key: randomUUID(), total, payments: ids, authorisation }
  await call(stage, sides.buyer, `checkouts/${id}/pay`, paid)
  const [payment = ''] = ids
  const parcel = { key: randomUUID(), carrier: 'DHL', tracking: '00340434161094021501' }
  await call(stage, sides.seller, `payments/${payment}/ship`, parcel)
  return payment
}

async function ask({ url }: Stage, page: Page, path: string): Promise<unknown> {
  const answer = await page.request.get(`${url}/wallet/api/${path}`)
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

/** What the person in this window does, as the screens ask for it. */
export async function call({ url }: Stage, page: Page, path: string, body: object): Promise<void> {
  const answer = await page.request.post(`${url}/wallet/api/${path}`, {
    headers: { 'danbao-app': '1' },
    data: body,
  })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
}
