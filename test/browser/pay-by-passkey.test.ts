import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addAuthenticator } from './add-authenticator.ts'
import { JOURNEY } from './journey.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { openCheckout } from './pay-checkout.ts'
import { newcomer, register } from './register.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const shown = z.object({
  state: z.string(),
  total: z.object({ value: z.string(), currency: z.string() }),
  payments: z.array(z.object({ id: z.string() })),
})
const begun = z.object({ ceremony: z.string(), options: z.unknown() })
const answered = z.looseObject({ code: z.string().optional(), state: z.string().optional() })

/** What the page's own script would ask for. */
async function call(page: Page, path: string, body?: object): Promise<unknown> {
  const url = `${stage.url}/wallet/api/${path}`
  const headers = { 'danbao-app': '1' }
  const answer =
    body === undefined
      ? await page.request.get(url)
      : await page.request.post(url, { headers, data: body })
  return answer.json()
}

/** The authenticator's answer to a challenge of the server. */
function sign(page: Page, options: unknown): Promise<unknown> {
  return page.evaluate(
    `navigator.credentials
      .get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(${JSON.stringify(options)}) })
      .then((credential) => credential.toJSON())`,
  )
}

/** Has a passkey agree to one total and sends it for another; what the server says. */
async function payByPasskey(
  page: Page,
  id: string,
  totals: { readonly agreed: string; readonly sent: string },
): Promise<z.infer<typeof answered>> {
  const { payments } = shown.parse(await call(page, `checkouts/${id}`))
  const subject = (value: string) => ({
    total: { value, currency: 'USD' },
    payments: payments.map((payment) => payment.id),
  })
  const { ceremony, options } = begun.parse(
    await call(page, `checkouts/${id}/passkey`, subject(totals.agreed)),
  )
  const credential = await sign(page, options)
  const authorisation = { by: 'passkey', ceremony, credential }
  const paid = { key: randomUUID(), ...subject(totals.sent), authorisation }
  return answered.parse(await call(page, `checkouts/${id}/pay`, paid))
}

describe('a person with a passkey', JOURNEY, () => {
  it('pays with it, and what it agreed to is worth nothing for another total', async () => {
    const { page, context, faults } = await visit(stage.browser)
    await register(stage, page, newcomer())
    await addAuthenticator(context, page)
    await page.goto(`${stage.url}/wallet/settings/passkeys`)
    await page.getByLabel('Name of the passkey').fill('Work laptop')
    await page.getByRole('button', { name: 'Create the passkey' }).click()
    await page.getByText('The passkey was added.').waitFor()

    const address = await openCheckout(stage, [{ description: 'A lamp', price: 24_90n }])
    await page.goto(address)
    await page.getByRole('button', { name: /^Top up/ }).click()
    const button = page.getByRole('button', { name: 'Use a passkey instead' })
    await button.waitFor()

    const id = new URL(address).pathname.split('/').at(-1) ?? ''
    const less = await payByPasskey(page, id, { agreed: '1', sent: '2490' })
    expect(less.code).toBe('ceremony_gone')
    expect(shown.parse(await call(page, `checkouts/${id}`)).state).toBe('open')

    await button.click()
    await page.getByRole('heading', { name: 'Paid', level: 1 }).waitFor()

    const other = await openCheckout(stage, [{ description: 'A cup', price: 5_00n }])
    await page.goto(other)
    await page.getByRole('button', { name: /^Top up/ }).click()
    await page.getByRole('button', { name: 'Use a passkey instead' }).waitFor()
    const next = new URL(other).pathname.split('/').at(-1) ?? ''
    // The same way with the right total: it was the total that was refused.
    const right = await payByPasskey(page, next, { agreed: '500', sent: '500' })
    expect(right.state).toBe('paid')
    expect(faults).toEqual([])
  })
})
