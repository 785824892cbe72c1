import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOURNEY } from './journey.ts'
import { look } from './look.ts'
import { type Language, visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { authorise, orderAtShop } from './shop.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

interface Said {
  readonly buyer: string
  readonly pay: RegExp
  readonly paid: string
  readonly confirm: RegExp
  readonly payNow: RegExp
  readonly released: string
}

const SAID: Readonly<Record<Language, Said>> = {
  en: {
    buyer: 'a buyer with money',
    pay: /^Pay (US)?\$/,
    paid: 'Paid',
    confirm: /^I have it/,
    payNow: /^Pay the seller /,
    released: 'Released to the seller',
  },
  ru: {
    buyer: 'покупатель с деньгами',
    pay: /^Оплатить /,
    paid: 'Оплачено',
    confirm: /^Получил/,
    payNow: /^Выплатить продавцу/,
    released: 'Деньги выплачены продавцу',
  },
  zh: {
    buyer: '有余额的买家',
    pay: /^支付 /,
    paid: '已付款',
    confirm: /^已收货/,
    payNow: /^放款给卖家/,
    released: '已放款给卖家',
  },
}

async function payAs(page: Page, who: string, { pay, paid }: Said): Promise<void> {
  await page.getByRole('button', { name: who }).click()
  await page.getByRole('button', { name: '1', exact: true }).waitFor()
  await authorise(page, pay)
  await page.getByRole('heading', { name: paid, level: 1, exact: true }).waitFor()
}

/** Opens the payment that the checkout just made. */
async function followMoney(page: Page): Promise<void> {
  await page.locator('main a[href*="/payments/pay_"]').first().click()
  await page.waitForURL(/\/payments\/pay_/)
  // Until then the page before stands at the new address.
  await page.locator('main a[href$="/receipt"]').waitFor()
}

describe('a visitor who knows nothing', JOURNEY, () => {
  it.each(['en', 'ru', 'zh'] as const)(
    'buys at the shop, sees where the money is, and confirms (%s)',
    async (language) => {
      const said = SAID[language]
      const { page, faults, context } = await visit(stage.browser, { language })
      await orderAtShop(stage, page, [0, 2])
      await look(page, `checkout-stranger-${language}`)
      await payAs(page, said.buyer, said)
      await look(page, `checkout-paid-${language}`)
      await followMoney(page)
      await look(page, `payment-held-${language}`)
      await page.getByRole('button', { name: said.confirm }).click()
      await authorise(page, said.payNow)
      await page.getByText(said.released, { exact: false }).first().waitFor()
      await look(page, `payment-released-${language}`)
      expect(faults).toEqual([])
      await context.close()
    },
  )

  it('comes back to the shop, whose order follows the money by itself', async () => {
    const { page, faults, context } = await visit(stage.browser)
    await page.goto(stage.shopUrl)
    await look(page, 'shop-front')
    await orderAtShop(stage, page)
    await payAs(page, SAID.en.buyer, SAID.en)
    const checkout = page.url()
    await page.getByRole('link', { name: /^Back to/ }).click()
    await page.waitForURL(/\/orders\//)
    await page.getByText('Paid, to be sent').waitFor()
    await look(page, 'shop-order')
    const wallet = await context.newPage()
    await wallet.goto(checkout)
    await followMoney(wallet)
    await wallet.getByRole('button', { name: 'Cancel', exact: true }).click()
    await wallet.getByRole('button', { name: 'Cancel the payment' }).click()
    await wallet.getByRole('listitem').filter({ hasText: 'Cancelled' }).waitFor()
    // Nobody reloads the shop's page.
    await page
      .getByText(/cancelled/i)
      .first()
      .waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  it('is told what is missing, tops up by one click and pays', async () => {
    const { page, context } = await visit(stage.browser)
    await orderAtShop(stage, page)
    await page.getByRole('button', { name: 'a new buyer' }).click()
    await page.getByText('is missing').waitFor()
    await look(page, 'checkout-short')
    await page.getByRole('button', { name: /^Top up / }).click()
    await authorise(page, SAID.en.pay)
    await page.getByText('staff check the payment within 24 hours').waitFor()
    await context.close()
  })

  it('mistypes the payment password until it locks, and nothing is paid', async () => {
    const { page, context } = await visit(stage.browser)
    await orderAtShop(stage, page)
    await page.getByRole('button', { name: 'a seller' }).click()
    await page.getByRole('button', { name: /^Top up / }).click()
    for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
      await authorise(page, SAID.en.pay, '999999')
      await page.getByText(`${left}`).waitFor()
    }
    await authorise(page, SAID.en.pay, '999999')
    await authorise(page, SAID.en.pay)
    await page.getByText('You can try again').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: /^Pay at/ }).waitFor()
    await context.close()
  })
})
