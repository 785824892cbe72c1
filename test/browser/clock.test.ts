import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buyAndShip, enterAs } from './buy.ts'
import { JOURNEY } from './journey.ts'
import { look } from './look.ts'
import { type Visit, visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { pressDigits } from './register.ts'
import { SEEDED_PIN } from './shop.ts'

let stage: Stage
let buyer: Visit
let seller: Visit
beforeAll(async () => {
  stage = await openStage()
})
// Weeks have passed since the journey before: nobody is signed in any more.
beforeEach(async () => {
  buyer = await enterAs(stage, 'buyer')
  seller = await enterAs(stage, 'seller')
})
afterEach(() => Promise.all([buyer.context.close(), seller.context.close()]))
afterAll(() => stage.close())

const buy = (description: string, minor: string) =>
  buyAndShip(stage, { buyer: buyer.page, seller: seller.page }, { description, minor })

async function open(page: Page, id: string): Promise<Page> {
  await page.goto(`${stage.url}/wallet/payments/${id}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** At the shop's panel for sandboxes. */
async function letPass(panel: Page, time: string): Promise<void> {
  await panel.goto(`${stage.shopUrl}/panel`)
  await panel.getByRole('button', { name: `onward ${time}` }).click()
  await panel.getByText('The clock has been moved.').waitFor()
}

const DAMAGED = ['It came, but it is not right', 'It arrived damaged, or does not work']
const more = (page: Page) => page.getByRole('button', { name: 'Give me more time' })

describe('time goes by', JOURNEY, () => {
  it('pays the seller when the buyer says nothing, on both open pages', async () => {
    const id = await buy('A kettle', '3500')
    await stage.danbao.payments.deliver(id, {})
    for (const { page } of [buyer, seller]) await open(page, id)
    const { page: panel, context } = await visit(stage.browser)
    await letPass(panel, '1 day')
    expect((await stage.danbao.payments.get(id)).state).toBe('delivered')
    await letPass(panel, '3 days')
    for (const { page } of [buyer, seller]) {
      await page.getByText('Released to the seller').first().waitFor()
    }
    expect(await buyer.page.getByRole('button', { name: /^I have it/ }).count()).toBe(0)
    await look(seller.page, 'payment-released-by-clock')
    expect((await stage.danbao.payments.get(id)).released.value).toBe('3325')
    await context.close()
    expect([...buyer.faults, ...seller.faults]).toEqual([])
  })

  it('is given once more by the buyer, when it is short, and not twice', async () => {
    const id = await buy('A rug', '8000')
    const page = await open(buyer.page, id)
    await page.getByText('you can get ten more days to confirm').waitFor()
    expect(await more(page).count()).toBe(0)
    const before = Date.parse((await stage.danbao.payments.get(id)).due?.at ?? '')
    await stage.advance('P11D')
    await page.reload()
    await more(page).waitFor()
    await look(page, 'payment-extend')
    await more(page).click()
    await look(page, 'payment-extend-sheet')
    await page.getByRole('dialog').getByRole('button', { name: 'Extend' }).click()
    await more(page).waitFor({ state: 'detached' })
    const { due, extended } = await stage.danbao.payments.get(id)
    expect([extended, Date.parse(due?.at ?? '') - before]).toEqual([true, 10 * 86_400_000])
    await stage.advance('P13D')
    await page.reload()
    await page.getByRole('button', { name: /^I have it/ }).waitFor()
    expect(await more(page).count()).toBe(0)
    await stage.advance('P2D')
    await page.getByText('Released to the seller').first().waitFor()
    expect(buyer.faults).toEqual([])
  })

  it('that ran out while the page was cut off is told when it is back', async () => {
    const id = await buy('A vase', '2000')
    await stage.danbao.payments.deliver(id, {})
    const page = await open(buyer.page, id)
    await page.getByRole('button', { name: /^I have it/ }).click()
    const sheet = page.getByRole('dialog')
    await sheet.waitFor()
    await buyer.context.setOffline(true)
    await stage.advance('P4D')
    await buyer.context.setOffline(false)
    await page.getByText('Released to the seller').first().waitFor()
    await sheet.waitFor({ state: 'detached' })
  })
})

describe('two tabs of the buyer', JOURNEY, () => {
  it('confirm and report a problem at once: the money moves once, and both say how it is', async () => {
    const id = await buy('A bell', '1500')
    const confirming = await open(buyer.page, id)
    const reporting = await open(await buyer.context.newPage(), id)
    await reporting.getByRole('link', { name: 'Report a problem' }).click()
    for (const choice of DAMAGED) {
      await reporting.getByRole('radio', { name: choice, exact: true }).check()
    }
    await reporting.getByRole('button', { name: 'Go on' }).click()
    await reporting.getByLabel('In your words').fill('It does not ring.')
    await confirming.getByRole('button', { name: /^I have it/ }).click()
    await pressDigits(confirming, SEEDED_PIN)
    await Promise.all([
      confirming.getByRole('button', { name: /^Pay the seller / }).click(),
      reporting.getByRole('button', { name: 'Send to the seller' }).click(),
    ])
    await confirming.getByText('Released to the seller').first().waitFor()
    const { data } = await stage.danbao.payments.transfers(id).page()
    expect(data.filter(({ code }) => code === 'release')).toHaveLength(1)
    // First or second, the problem is kept: over with the release, or a claim after it.
    expect((await stage.danbao.payments.get(id)).dispute).not.toBeNull()
    await open(reporting, id)
    await reporting.getByText('Released to the seller').first().waitFor()
    await reporting.getByText('It does not ring.').waitFor()
    expect(buyer.faults).toEqual([])
  })
})
