import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, openGallery } from './gallery.ts'
import { JOURNEY } from './journey.ts'
import { look } from './look.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { openCheckout } from './pay-checkout.ts'
import { newcomer, register, typePin } from './register.ts'

let stage: Stage
let gallery: Gallery
beforeAll(async () => {
  stage = await openStage()
  gallery = await openGallery(stage, 'wallet')
})
afterAll(() => stage.close())

async function fillIn(page: Page, amount: string, currency: string, way: RegExp): Promise<void> {
  await page.getByLabel('How much?').fill(amount)
  await page.getByLabel('Currency').selectOption(currency)
  await page.getByRole('radio', { name: way }).check()
  await page.getByRole('button', { name: 'Go on' }).click()
}

const pathOf = (page: Page): string => new URL(page.url()).pathname.replace('/wallet', '')

/** The payer goes to their bank, and types what the wallet shows. */
async function transfer(page: Page, payer: string): Promise<void> {
  const iban = await page.getByText(/^DE89/).innerText()
  const reference = await page.getByText(/^RF\d\d/).innerText()
  const bank = await page.context().newPage()
  await bank.goto(`${stage.mailboxUrl}/bank`)
  await bank.getByLabel('IBAN').fill(iban)
  await bank.getByLabel('Amount').fill('100')
  await bank.getByLabel('Name of the payer').fill(payer)
  await bank.getByLabel('Reference').fill(reference)
  await look(bank, 'bank-transfer-en-phone')
  await bank.getByRole('button', { name: 'Send', exact: true }).click()
  await bank.getByText('Sent.').waitFor()
  await bank.close()
}

describe('money comes in', JOURNEY, () => {
  it('by WebMoney within a minute, and by bank with a reference', async () => {
    const who = newcomer()
    const { page, context, faults } = await visit(stage.browser)
    await register(stage, page, who)
    await page.goto(`${stage.url}/wallet/`)
    await page.getByRole('link', { name: /Top up the wallet/ }).click()
    await fillIn(page, '0.50', 'USD', /WebMoney/)
    await page.getByText(/This way takes \S+1\.00 or more\./).waitFor()
    await fillIn(page, '50', 'USD', /WebMoney/)
    await page.getByText('$50.40').waitFor()
    await gallery.be(context)
    await gallery.show('top-up-webmoney', pathOf(page))
    await page.getByRole('button', { name: 'To WebMoney' }).click()
    await look(page, 'webmoney-pay-en-phone')
    await page.getByRole('button', { name: 'Do not pay' }).click()
    await page.getByRole('button', { name: 'To WebMoney' }).click()
    await page.getByRole('button', { name: 'Pay $50.40' }).click()
    await page.getByText('$50.00 are in your wallet').waitFor()
    await gallery.show('top-up-credited', pathOf(page))

    await page.getByRole('link', { name: 'Top up again' }).click()
    await fillIn(page, '100', 'EUR', /Bank transfer/)
    await page.getByText('Write the reference exactly as it stands').waitFor()
    await gallery.show('top-up-bank', pathOf(page))
    await gallery.show('top-up', '/top-up')
    await page.getByRole('button', { name: 'Cancel this top-up' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel this top-up' }).click()
    await page.getByText('This top-up was cancelled').waitFor()
    await gallery.show('top-up-cancelled', pathOf(page))
    await page.getByRole('link', { name: 'Top up again' }).click()
    await page.getByRole('button', { name: 'Go on' }).click()
    await transfer(page, `${who.familyName} ${who.givenName}`)
    await page.getByText('100.00 are in your wallet').waitFor()
    await page.goto(`${stage.url}/wallet/`)
    await page.getByRole('link', { name: 'Wallet topped up' }).last().click()
    await page.getByText('$50.00 are in your wallet').waitFor()
    await context.close()
    expect([...faults, ...gallery.findings]).toEqual([])
  })

  it('by Western Union, once its number is told and the operator has collected it', async () => {
    const who = newcomer()
    const { page, context, faults } = await visit(stage.browser)
    await register(stage, page, who)
    await page.goto(`${stage.url}/wallet/top-up`)
    await fillIn(page, '80', 'USD', /Western Union/)
    await page.getByText('Tell us its number').waitFor()
    await gallery.be(context)
    await gallery.show('top-up-transfer', pathOf(page))
    const counter = await context.newPage()
    await counter.goto(`${stage.mailboxUrl}/remittance`)
    await counter.getByLabel('Name of the sender').fill('Ivan Petrov')
    await counter.getByLabel('Amount').fill('80')
    await counter.getByRole('button', { name: 'Send', exact: true }).click()
    const mtcn = (await counter.getByText(/^MTCN/).first().innerText()).replace('MTCN ', '')
    await look(counter, 'remittance-en-phone')
    await page.getByLabel('MTCN').fill('12345')
    await page.getByLabel('Name of the sender').fill('Иван Петров')
    await page.getByRole('button', { name: 'Tell it' }).click()
    await page.getByText('The MTCN has ten digits.').waitFor()
    await page.getByLabel('MTCN').fill(mtcn)
    await page.getByRole('button', { name: 'Tell it' }).click()
    await page.getByText(`We know your transfer •••• ${mtcn.slice(-4)}`).waitFor()
    await gallery.show('top-up-transfer-told', pathOf(page))
    await counter.getByRole('button', { name: 'The operator collects it' }).first().click()
    await page.getByText('80.00 are in your wallet').waitFor()
    await context.close()
    expect([...faults, ...gallery.findings]).toEqual([])
  })

  it('at a checkout that is short of it, which goes on where it was', async () => {
    const who = newcomer()
    const { page, context, faults } = await visit(stage.browser)
    await register(stage, page, who)
    await page.goto(await openCheckout(stage, [{ description: 'A lamp', price: 40_00n }]))
    await page.getByRole('link', { name: 'Another way' }).click()
    expect(await page.getByLabel('How much?').inputValue()).toBe('40.00')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('button', { name: 'To WebMoney' }).click()
    await page.getByRole('button', { name: 'Pay $40.32' }).click()
    await page.getByText('$40.00 are in your wallet').waitFor()
    await page.getByRole('link', { name: 'Go on' }).click()
    await typePin(page, 'Payment password', who.paymentPassword)
    await page.getByRole('button', { name: /^Pay / }).click()
    await page.getByText('The money is held, and staff check the payment').waitFor()
    await context.close()
    expect(faults).toEqual([])
  })
})
