import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buyAndShip, enterAs } from './buy.ts'
import { type Gallery, openGallery } from './gallery.ts'
import { JOURNEY } from './journey.ts'
import { look } from './look.ts'
import type { Visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { authorise } from './shop.ts'
import { openConsole } from './staff.ts'

let stage: Stage
let wallet: Gallery
let desk: Gallery
beforeAll(async () => {
  stage = await openStage()
  wallet = await openGallery(stage, 'wallet')
  desk = await openGallery(stage, 'console')
})
afterAll(() => stage.close())

const IBAN = 'NL91 ABNA 0417 1643 00'

/** Sold, arrived, and so long ago that it may be paid out. */
async function sell(seller: Visit, minor: string): Promise<void> {
  const buyer = await enterAs(stage, 'buyer')
  const sides = { buyer: buyer.page, seller: seller.page }
  const id = await buyAndShip(stage, sides, { description: 'A lamp', minor })
  await stage.danbao.payments.deliver(id, {})
  await stage.advance('P5D')
}

async function addAccount(page: Page, holder: string, iban: string): Promise<void> {
  await page.getByRole('link', { name: 'Add a bank account' }).first().click()
  await page.getByLabel('IBAN').fill(`${iban.slice(0, -1)}5`)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('This IBAN has a slip').waitFor()
  await page.getByLabel('IBAN').fill(iban)
  await page.getByLabel('Account holder').fill(holder)
  await page.getByRole('button', { name: 'Go on' }).click()
  await look(page, 'payout-account-agree')
  await authorise(page, /Add a bank account/)
  await page.getByText('•••• ').first().waitFor()
}

async function payOut(page: Page, amount: string): Promise<void> {
  await page.getByRole('button', { name: 'Pay out' }).click()
  await page.getByLabel('How much?').fill(amount)
  await look(page, 'payout-ask')
  await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click()
  await look(page, 'payout-agree')
  await authorise(page, /^Pay out US/)
}

describe('proceeds', JOURNEY, () => {
  it('reach the seller’s bank, and come back when it sends them back', async () => {
    const seller = await enterAs(stage, 'seller')
    await sell(seller, '9000')
    const { page } = seller
    await page.goto(`${stage.url}/wallet/`)
    await page.getByRole('link', { name: /Pay it out to your bank/ }).click()
    await page.getByText('Can be paid out').waitFor()
    await wallet.be(seller.context)
    await wallet.show('payouts-first', '/payouts')
    await wallet.show('payout-account', '/payouts/accounts/new')
    await addAccount(page, 'Sample Seller', IBAN)
    await payOut(page, '30')
    await page.getByText('Goes to the bank next', { exact: true }).waitFor()
    await wallet.show('payouts', '/payouts')

    const treasurer = await openConsole(stage, 'treasurer')
    await treasurer.page.getByRole('link', { name: 'Payouts' }).click()
    await treasurer.page.getByRole('button', { name: 'Make a file' }).waitFor()
    await desk.be(treasurer.context)
    await desk.show('payouts', '/payouts')
    await treasurer.page.getByRole('button', { name: 'Make a file' }).click()
    await treasurer.page.getByText('0 of 1 paid').waitFor()

    const bank = await treasurer.context.newPage()
    await expect
      .poll(
        async () => {
          await bank.goto(`${stage.mailboxUrl}/bank`)
          return bank.getByRole('button', { name: 'Pay', exact: true }).count()
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(1)
    await look(bank, 'bank-orders')
    await bank.getByRole('button', { name: 'Pay', exact: true }).click()
    await treasurer.page.getByText('1 of 1 paid').waitFor()
    await page.getByText('Paid out', { exact: true }).waitFor()
    await wallet.show('payouts-paid', '/payouts')
    await bank.getByRole('button', { name: 'Send back' }).click()
    await treasurer.page.getByText('1 came back').waitFor()
    await page.getByText('Came back', { exact: true }).waitFor()
    expect([...seller.faults, ...treasurer.faults]).toEqual([])
  })

  it('that go to somebody else are let go by two', async () => {
    const seller = await enterAs(stage, 'seller')
    const { page } = seller
    await page.goto(`${stage.url}/wallet/payouts`)
    await addAccount(page, 'Max Beispiel', 'BE71 0961 2345 6769')
    await page.getByRole('button', { name: 'Pay out' }).click()
    await page.getByLabel('How much?').fill('20')
    await page.getByRole('radio', { name: /6769/ }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click()
    await authorise(page, /^Pay out US/)
    await page.getByText('Being looked at').waitFor()
    await wallet.show('payouts-review', '/payouts')

    const treasurer = await openConsole(stage, 'treasurer')
    await treasurer.page.getByRole('link', { name: 'Payouts' }).click()
    await treasurer.page
      .getByRole('row')
      .filter({ hasText: 'Max Beispiel' })
      .getByRole('link')
      .click()
    await treasurer.page.getByText('another name').waitFor()
    const path = new URL(treasurer.page.url()).pathname.replace('/console', '')
    await desk.be(treasurer.context)
    await desk.show('payout', path)
    await treasurer.page.getByRole('radio', { name: /Let it go/ }).check()
    await treasurer.page.getByLabel('Why').fill('Номер сверили по телефону.')
    await treasurer.page.getByRole('button', { name: 'Ask for it' }).click()
    await treasurer.page.getByText('waits for a second person').first().waitFor()
    await desk.show('payout-waiting', path)

    const support = await openConsole(stage, 'support')
    await support.page.getByRole('link', { name: /^Approvals/ }).click()
    await support.page
      .getByRole('link', { name: /A payout/ })
      .first()
      .click()
    await support.page.getByRole('radio', { name: 'Approve', exact: true }).check()
    await support.page.getByRole('button', { name: 'Approve', exact: true }).click()
    await support.page.getByText('Approved. It is done.').waitFor()
    await page.getByText('Goes to the bank next', { exact: true }).waitFor()
    expect([...seller.faults, ...treasurer.faults, ...support.faults]).toEqual([])
    expect([...wallet.findings, ...desk.findings]).toEqual([])
  })
})
