import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCard, agree, typeCard } from './add-card.ts'
import { JOURNEY } from './journey.ts'
import { look } from './look.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { openCheckout } from './pay-checkout.ts'
import { type Newcomer, newcomer, register, typePin } from './register.ts'
import { findPerson, openConsole } from './staff.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

async function payByCard(page: Page, { paymentPassword }: Newcomer): Promise<void> {
  await typePin(page, 'Payment password', paymentPassword)
  await page.getByRole('button', { name: /^Pay / }).click()
}

async function registered(): Promise<{ readonly page: Page; readonly who: Newcomer }> {
  const who = newcomer()
  const { page } = await visit(stage.browser)
  await register(stage, page, who)
  return { page, who }
}

describe('a card', JOURNEY, () => {
  it('that its bank confirms lifts a new buyer to level 1, and pays at once', async () => {
    const { page, who } = await registered()
    await page.goto(`${stage.url}/wallet/levels`)
    await page.getByRole('link', { name: 'Add a card' }).click()
    await page.getByRole('button', { name: 'Add a card' }).click()
    await typeCard(page, 'The bank asks every time')
    await look(page, 'card-bank-en-phone')
    await agree(page)
    await page.getByText(/Nothing was charged\. You are at level 1 now/).waitFor()
    await look(page, 'card-added-en-phone')
    await stage.mailbox.mail(who.email, /your account is at level 1/)

    // More than level 0 allows, and no check of a new buyer.
    await page.goto(await openCheckout(stage, [{ description: 'A desk', price: 300_00n }]))
    await page.getByText('$300.00 from the card').waitFor()
    await look(page, 'checkout-card-en-phone')
    await payByCard(page, who)
    await page.getByRole('button', { name: 'No, refuse' }).click()
    await page.getByText('The payment was not confirmed at the bank.').waitFor()
    await payByCard(page, who)
    await agree(page)
    await page.getByText('The money is held.').waitFor()
    await page.goto(`${stage.url}/wallet/`)
    await page.getByText('Paid in by card').waitFor()
  })

  it('that the bank refuses says what to do, and another one pays with the wallet', async () => {
    const { page, who } = await registered()
    await addCard(stage, page, 'every payment is declined')
    const address = await openCheckout(stage, [{ description: 'A chair', price: 120_00n }])
    await page.goto(address)
    await payByCard(page, who)
    await page.getByText('The card did not pay').waitFor()
    await look(page, 'checkout-declined-en-phone')

    await addCard(stage, page)
    await page.getByRole('link', { name: 'To my cards' }).click()
    await page
      .getByRole('link', { name: /Visa|Mastercard/ })
      .last()
      .click()
    await page.getByRole('button', { name: 'Make it the default' }).click()
    await page.getByText('From now on it is offered first.').waitFor()
    await look(page, 'card-en-phone')
    await topUp(page, '2000')
    await page.goto(address)
    await page.getByRole('radio', { name: /^Wallet and/ }).check()
    await page.getByText(/\$20\.00 from the wallet, .*\$100\.00 from the card/).waitFor()
    await look(page, 'checkout-mix-en-phone')
    await payByCard(page, who)
    await page.getByText('The money is held.').waitFor()
  })

  it('is unlinked in one step, and level 1 goes with the last', async () => {
    const { page, who } = await registered()
    await addCard(stage, page)
    await staffSeeIt(who)
    await page.goto(`${stage.url}/wallet/settings/close`)
    await page.getByText('1 card is linked').waitFor()
    await page.goto(`${stage.url}/wallet/`)
    await page.getByRole('button', { name: /^Unlink the card/ }).click()
    await page.getByText('your limits go down to level 0').waitFor()
    await look(page, 'card-unlink-en-phone')
    await page.getByRole('button', { name: 'Unlink', exact: true }).click()
    await page.getByText('The card is unlinked.').waitFor()
    await page.goto(`${stage.url}/wallet/settings/close`)
    await page.getByText('Nothing stands in the way').waitFor()
    await page.goto(`${stage.url}/wallet/`)
    await page.getByRole('link', { name: 'Add a card' }).waitFor()
  })
})

/** Staff find the person by their address; the card is on their page. */
async function staffSeeIt({ email }: Newcomer): Promise<void> {
  const { page, context } = await openConsole(stage, 'support')
  await findPerson(page, email)
  await page.getByRole('tab', { name: 'Cards' }).click()
  await page.getByText(/Good through .* linked/).waitFor()
  await context.close()
}

/** Play money in the wallet, as the button of a checkout brings it. */
async function topUp(page: Page, value: string): Promise<void> {
  const answer = await page.request.post(`${stage.url}/wallet/api/sandbox/top_ups`, {
    headers: { 'danbao-app': '1' },
    data: { key: randomUUID(), amount: { value, currency: 'USD' } },
  })
  expect(answer.status()).toBe(200)
}
