import { createServer, type Server } from 'node:http'
import { createDanbao } from '@danbao/sdk'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitFor } from '../servers/wait-for.ts'
import { JOURNEY } from './journey.ts'
import { look } from './look.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { openConsole, openMerchantConsole } from './staff.ts'

let stage: Stage
let receiver: Server
let status = 500
let heard = 0

beforeAll(async () => {
  stage = await openStage()
  receiver = createServer((_request, response) => {
    heard += 1
    response.writeHead(status).end()
  })
  await new Promise<void>((done) => void receiver.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  receiver.close()
  await stage.close()
})

const hookUrl = (): string => {
  const address = receiver.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click()
}

/** Makes a key by clicking; answers it. */
async function makeKey(page: Page): Promise<string> {
  await openTab(page, 'Keys')
  await page.getByRole('button', { name: 'Make a key' }).click()
  const dialog = page.getByRole('dialog')
  const key = await dialog.getByText(/^sk_sandbox_/).innerText()
  await dialog.getByRole('button', { name: 'I have kept it' }).click()
  return key
}

async function makeEndpoint(page: Page): Promise<void> {
  await openTab(page, 'Webhooks')
  await page.getByRole('button', { name: 'Add an address' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Address' }).fill(hookUrl())
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText(/^whsec_/).waitFor()
  await dialog.getByRole('button', { name: 'I have kept it' }).click()
}

describe('a merchant', JOURNEY, () => {
  it('connects a shop: a key that works, and events that arrive', async () => {
    const { page, faults } = await openMerchantConsole(stage)
    expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual([
      'Your marketplace',
    ])
    const apiKey = await makeKey(page)
    const shop = createDanbao({ apiKey, baseUrl: stage.url })
    const { id: seller } = await shop.accounts.create({ name: 'Lena Shop' })
    await makeEndpoint(page)

    status = 500
    heard = 0
    await shop.checkouts.create({
      payments: [{ seller, amount: { value: '2490', currency: 'USD' } }],
    })
    await waitFor('a first attempt', async () => (heard > 0 ? true : undefined))
    await page.getByRole('link').filter({ hasText: hookUrl() }).first().click()
    await page.getByText('Answered 500').first().waitFor()
    await page.getByText('Failed, tried again').first().waitFor()
    await look(page, 'merchant-delivery-failed')
    status = 204
    await page.getByRole('button', { name: 'Send all failed again' }).click()
    await page.getByText('Answered 204').first().waitFor()
    await page.getByText('Delivered', { exact: true }).first().waitFor()

    await page.getByRole('link').filter({ hasText: 'checkout.created' }).first().click()
    await page.getByRole('heading', { name: 'Checkout opened', level: 1 }).waitFor()
    await page.getByRole('region', { name: 'Exactly what is sent' }).getByText('2490').waitFor()
    const before = heard
    await page.getByRole('button', { name: 'Send again' }).click()
    await waitFor('the same once more', async () => (heard > before ? true : undefined))
    await look(page, 'merchant-event')

    await page.goto(`${stage.url}/console/`)
    await openTab(page, 'Keys')
    const row = page.getByRole('row').filter({ hasText: apiKey.slice(-4) })
    await row.getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await page.getByText('The key is revoked.').waitFor()
    await waitFor('the key to stop', async () =>
      shop.marketplace.get().then(
        () => undefined,
        () => true,
      ),
    )
    expect(faults).toEqual([])
  })

  it('settles name, colour and terms, and buyers see it on the checkout', async () => {
    const { page, faults } = await openMerchantConsole(stage)
    const shop = createDanbao({ apiKey: await makeKey(page), baseUrl: stage.url })
    await openTab(page, 'Terms')
    await page.getByRole('textbox', { name: 'The buyer confirms' }).fill('20')
    await page.getByLabel('Commission in percent').fill('2.5')
    await page.getByRole('button', { name: 'Save the terms' }).click()
    await page.getByText('Saved. Payments made from now on').waitFor()
    await openTab(page, 'Look')
    await page.getByLabel('Name for buyers').fill('Tea House')
    await page.getByLabel('A colour of our own').check()
    await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('#ffd400')
    await page.getByRole('button', { name: 'Save the look' }).click()
    await page.getByText('Saved. The checkout shows it.').waitFor()
    const png = Buffer.from(RED_DOT, 'base64')
    const logo = { name: 'logo.png', mimeType: 'image/png', buffer: png }
    await page.getByLabel('Choose a file').setInputFiles(logo)
    await page.getByText('The logo is saved.').waitFor()
    await look(page, 'merchant-look')

    const { id: seller } = await shop.accounts.create({ name: 'Lena Shop' })
    const { url, payments } = await shop.checkouts.create({
      payments: [{ seller, amount: { value: '2490', currency: 'USD' } }],
      return_url: 'https://shop.example/orders/1',
    })
    expect(payments[0]?.commission.basis_points).toBe(250)
    expect(payments[0]?.policy.confirm_within).toBe('P20D')
    const buyer = await visit(stage.browser)
    await buyer.page.goto(url)
    await buyer.page.getByRole('heading', { name: 'Pay at Tea House', level: 1 }).waitFor()
    const band = buyer.page.locator('[data-shop-band]')
    const style = 'getComputedStyle(document.querySelector("[data-shop-band]"))'
    expect(await buyer.page.evaluate(`${style}.backgroundColor`)).toBe('rgb(255, 212, 0)')
    expect(await buyer.page.evaluate(`${style}.color`)).toBe('rgb(0, 0, 0)')
    const picture = await buyer.page.request.get(
      new URL((await band.locator('img').getAttribute('src')) ?? '', stage.url).href,
    )
    expect(picture.headers()).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    await buyer.page.getByText('or 20 days after shipping').waitFor()
    await buyer.page.getByRole('link', { name: /^Back to Tea House/ }).waitFor()
    await look(buyer.page, 'checkout-branded')
    expect([...faults, ...buyer.faults]).toEqual([])
  })

  it('reaches nothing of the operator, nor another marketplace', async () => {
    const { page, context } = await openMerchantConsole(stage)
    await makeKey(page)
    for (const path of ['marketplaces', 'people', 'audit', 'staff', 'approvals']) {
      await page.goto(`${stage.url}/console/${path}`)
      if (path !== 'marketplaces') {
        await page.getByRole('heading', { name: 'Not for your role', level: 1 }).waitFor()
      }
    }
    const head = await openConsole(stage, 'administrator')
    await head.page.getByRole('link', { name: 'Marketplaces', exact: true }).click()
    await head.page.getByRole('link', { name: 'Sandbox', exact: true }).click()
    await head.page.getByRole('heading', { name: 'Sandbox', level: 1 }).waitFor()
    const other = head.page.url()
    await page.goto(other)
    await page.getByText('There is nothing here').waitFor()
    const id = /mkt_\w+/.exec(other)?.[0] ?? ''
    const asked = `${stage.url}/console/api/marketplaces/${id}/keys`
    expect((await context.request.get(asked)).status()).toBe(404)
    expect((await context.request.get(`${stage.url}/console/api/queue`)).status()).toBe(403)
    await head.page.getByRole('link', { name: 'Audit log' }).click()
    await head.page.getByRole('cell', { name: 'Made a key' }).first().waitFor()
    await head.page.getByRole('link', { name: 'Staff', exact: true }).click()
    await head.page.getByRole('button', { name: 'Invite' }).click()
    const dialog = head.page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Mara Merchant')
    await dialog.getByLabel('E-mail address').fill('mara@shop.example')
    await dialog.getByLabel('Works for').selectOption({ label: 'The marketplace Sandbox' })
    await dialog.getByRole('button', { name: 'Send the invitation' }).click()
    await head.page.getByRole('cell', { name: 'Merchant: Sandbox' }).waitFor()
    await stage.mailbox.mail('mara@shop.example', /invited/)
    expect(head.faults).toEqual([])
  })
})

/** A picture of one pixel. */
const RED_DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='
