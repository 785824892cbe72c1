import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buyAndShip, call, enterAs } from './buy.ts'
import { JOURNEY } from './journey.ts'
import { look, lookInTheDark } from './look.ts'
import { LANGUAGES, type Visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'

let stage: Stage
let buyer: Visit
let seller: Visit
beforeAll(async () => {
  stage = await openStage()
  buyer = await enterAs(stage, 'buyer')
  seller = await enterAs(stage, 'seller')
})
afterAll(() => stage.close())

const isSome = (amount: string): boolean => amount !== 'US$0.00'
const TITLES = { en: 'Money on its way', ru: 'Деньги в пути', zh: '在途资金' } as const

const INVOICE = { en: 'Commission invoice', ru: 'Счёт за комиссию', zh: '佣金账单' } as const

describe('the seller', JOURNEY, () => {
  it('sees what money comes when, and what waits for them, as it happens', async () => {
    const { page } = seller
    await page.goto(`${stage.url}/wallet/payments?role=seller`)
    await page.getByRole('link', { name: 'Commission by month' }).waitFor()
    const sides = { buyer: buyer.page, seller: page }
    const lamp = await buyAndShip(stage, sides, { description: 'A lamp', minor: '4600' })
    const bowl = await buyAndShip(stage, sides, { description: 'A bowl', minor: '3000' })
    await stage.danbao.payments.deliver(bowl, {})
    // Nobody reloads it.
    const chart = page.getByRole('table', { name: 'Money on its way, USD' })
    const amounts = async () => (await chart.getByRole('cell').allInnerTexts()).filter(isSome)
    await expect.poll(amounts, { timeout: 30_000 }).toEqual(['US$28.50', 'US$43.70'])
    const problem = { key: crypto.randomUUID(), reason: 'damaged' }
    await call(stage, buyer.page, `payments/${lamp}/disputes`, problem)
    await page.getByText('In dispute').first().waitFor()
    await page.getByText('US$43.70 more comes once').waitFor()
    for (const language of LANGUAGES) {
      await page.getByRole('combobox').first().selectOption(language)
      await page.getByText(TITLES[language]).first().waitFor()
      await look(page, `selling-${language}-phone`)
    }
    await lookInTheDark(page, 'selling')
    expect(seller.faults).toEqual([])
  })

  it('reads what the sales of a month cost, with each of them', async () => {
    const sides = { buyer: buyer.page, seller: seller.page }
    const id = await buyAndShip(stage, sides, { description: 'A clock', minor: '2001' })
    await stage.danbao.payments.deliver(id, {})
    await stage.advance('P4D')
    const { page } = await enterAs(stage, 'seller')
    await page.goto(`${stage.url}/wallet/payments?role=seller`)
    await page.getByRole('link', { name: 'Commission by month' }).click()
    await page.getByRole('heading', { name: 'Commission', level: 1 }).waitFor()
    await look(page, 'invoices')
    await page.locator('main a[href*="/invoices/mkt_"]').first().click()
    await page.getByRole('row').filter({ hasText: 'A clock' }).getByText('US$1.00').waitFor()
    for (const language of LANGUAGES) {
      await page.getByRole('combobox').first().selectOption(language)
      await page.getByRole('heading', { name: INVOICE[language], level: 1 }).waitFor()
      await look(page, `invoice-${language}-phone`)
    }
  })
})
