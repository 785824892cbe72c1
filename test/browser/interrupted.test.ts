import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterAs } from './buy.ts'
import { JOURNEY } from './journey.ts'
import { look } from './look.ts'
import { openStage, type Stage } from './open-stage.ts'
import { authorise } from './shop.ts'
import { openConsole } from './staff.ts'
import { waitFor } from '../servers/wait-for.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const PAY = /^Pay (US)?\$/
const HOSTILE = `<img src=x onerror="alert(1)"> & 'Sons'`
const SCRIPT = `<script>alert('goods')</script>`

interface Order {
  readonly id: string
  readonly url: string
  readonly payments: readonly string[]
}

interface Wish {
  readonly seller?: string
  readonly description?: string
  readonly returnUrl?: string
}

async function order({ seller = 'Lena Shop', description = 'A lamp', returnUrl }: Wish = {}) {
  const { id: account } = await stage.danbao.accounts.create({ name: seller })
  const made = await stage.danbao.checkouts.create({
    payments: [{ seller: account, description, amount: { value: '2490', currency: 'USD' } }],
    ...(returnUrl === undefined ? {} : { return_url: returnUrl }),
  })
  return { ...made, payments: made.payments.map(({ id }) => id) } satisfies Order
}

/** The balance that home tells, in dollars. */
async function balance(page: Page): Promise<number> {
  const answer = await page.request.get(`${stage.url}/wallet/api/home`)
  const { balances } = await answer.json()
  return Number(
    balances.find(({ currency }: { currency: string }) => currency === 'USD').available.value,
  )
}

describe('a checkout that is interrupted', JOURNEY, () => {
  it('by the end of the session: who signs in again goes on there, and pays once', async () => {
    const { page, context, faults } = await enterAs(stage, 'buyer')
    const before = await balance(page)
    const { url } = await order()
    await page.goto(url)
    await page.getByRole('button', { name: '1', exact: true }).waitFor()
    // On another device: this page still shows the pad.
    await page.request.post(`${stage.url}/wallet/api/sign-out`, {
      headers: { 'danbao-app': '1' },
      data: {},
    })
    await authorise(page, PAY)
    await page.getByText('You were signed out').waitFor()
    await look(page, 'checkout-signed-out')
    await page.getByRole('button', { name: 'a buyer with money' }).click()
    await page.getByRole('button', { name: '1', exact: true }).waitFor()
    expect(page.url()).toBe(url)
    await authorise(page, PAY)
    await page.getByRole('heading', { name: 'Paid', level: 1 }).waitFor()
    expect(before - (await balance(page))).toBe(24_90)
    expect(faults).toEqual([])
    await context.close()
  })

  it('by a cancellation: nothing is paid, and the page says what became of the order', async () => {
    const { page, context, faults } = await enterAs(stage, 'buyer')
    const before = await balance(page)
    const { url, payments } = await order()
    await page.goto(url)
    await page.getByRole('button', { name: '1', exact: true }).waitFor()
    for (const id of payments) await stage.danbao.payments.cancel(id, {})
    await authorise(page, PAY)
    await page.getByText('The order was cancelled or its time is over.').waitFor()
    await look(page, 'checkout-gone')
    expect(await balance(page)).toBe(before)
    expect(faults).toEqual([])
    await context.close()
  })

  it('by the shop, which is gone: it is paid all the same, and the shop hears of it later', async () => {
    const shop = await openShop()
    const { id: endpoint } = await stage.danbao.webhookEndpoints.create({
      url: `${shop.url}/events`,
      events: ['checkout.paid'],
    })
    const { page, context } = await enterAs(stage, 'buyer')
    const { id, url } = await order({ returnUrl: `${shop.url}/orders/1` })
    await page.goto(url)
    await shop.close()
    await authorise(page, PAY)
    await page.getByRole('heading', { name: 'Paid', level: 1 }).waitFor()
    await page.getByText('Follow the money').waitFor()
    await page.getByRole('link', { name: /^Back to/ }).waitFor()
    // Whoever comes back to the address finds the order paid, not to be paid again.
    await page.goto(url)
    await page.getByRole('heading', { name: 'Paid', level: 1 }).waitFor()
    await waitFor('a delivery that failed', async () => {
      const { data } = await stage.danbao.webhookEndpoints.deliveries(endpoint, {}).page()
      return data.some(({ attempts }) => attempts.length > 0) || undefined
    })
    await shop.open()
    await stage.advance('PT1H')
    await waitFor(
      'the shop to hear of it',
      () => shop.heard.some((body) => body.includes(id)) || undefined,
    )
    await shop.close()
    await context.close()
  })
})

describe('a buyer who changes their mind', JOURNEY, () => {
  it('cancels, and has the money back within a minute', async () => {
    const { page, context, faults } = await enterAs(stage, 'buyer')
    const before = await balance(page)
    const { url, payments } = await order()
    await page.goto(url)
    await authorise(page, PAY)
    await page.getByRole('heading', { name: 'Paid', level: 1 }).waitFor()
    expect(before - (await balance(page))).toBe(24_90)
    await page.goto(`${stage.url}/wallet/payments/${payments[0]}`)
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await page.getByRole('button', { name: 'Cancel the payment' }).click()
    await page.getByRole('listitem').filter({ hasText: 'Cancelled' }).waitFor()
    await waitFor(
      'the money to be back',
      async () => (await balance(page)) === before || undefined,
      60_000,
    )
    await page.goto(`${stage.url}/wallet/`)
    await page.getByText('Refund').first().waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('HTML in names', JOURNEY, () => {
  it('is text on every page of buyer and staff', async () => {
    const { page, context, faults } = await enterAs(stage, 'buyer')
    const said: string[] = []
    page.on('dialog', (dialog) => {
      said.push(dialog.message())
      void dialog.dismiss()
    })
    const { url, payments } = await order({ seller: HOSTILE, description: SCRIPT })
    await page.goto(url)
    await page.getByText(HOSTILE, { exact: false }).first().waitFor()
    await page.getByText(SCRIPT).first().waitFor()
    await authorise(page, PAY)
    await page.getByRole('heading', { name: 'Paid', level: 1 }).waitFor()
    await page.goto(`${stage.url}/wallet/payments/${payments[0]}`)
    await page.getByText(HOSTILE, { exact: false }).first().waitFor()
    await look(page, 'payment-hostile-name')
    await page.goto(`${stage.url}/wallet/`)
    await page.getByText(HOSTILE, { exact: false }).first().waitFor()
    const desk = await openConsole(stage, 'support')
    desk.page.on('dialog', (dialog) => {
      said.push(dialog.message())
      void dialog.dismiss()
    })
    await desk.page.goto(`${stage.url}/console/payments/${payments[0]}`)
    await desk.page.getByText(HOSTILE, { exact: false }).first().waitFor()
    await desk.page.getByText(SCRIPT).first().waitFor()
    expect([said, faults, desk.faults]).toEqual([[], [], []])
    await context.close()
  })
})

interface Shop {
  readonly url: string
  readonly heard: string[]
  open(): Promise<void>
  close(): Promise<void>
}

/** A shop's server that can go away and come back at the same address. */
async function openShop(): Promise<Shop> {
  const heard: string[] = []
  const listen = async (port: number): Promise<Server> => {
    const server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        heard.push(Buffer.concat(parts).toString())
        response.writeHead(200).end()
      })
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  }
  let server = await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    async open() {
      server = await listen(port)
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
