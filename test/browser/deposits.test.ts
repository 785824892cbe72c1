import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, openGallery } from './gallery.ts'
import { JOURNEY } from './journey.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { newcomer, type Newcomer, register } from './register.ts'
import { openConsole } from './staff.ts'

let stage: Stage
let gallery: Gallery
beforeAll(async () => {
  stage = await openStage()
  gallery = await openGallery(stage, 'console')
})
afterAll(() => stage.close())

let journeys = 0

const pathOf = (page: Page): string => new URL(page.url()).pathname.replace('/console', '')

/** Announces a transfer, and forgets its reference. */
async function announce(page: Page, who: Newcomer, amount: string): Promise<void> {
  await register(stage, page, who)
  await page.goto(`${stage.url}/wallet/top-up`)
  await page.getByLabel('How much?').fill(amount)
  await page.getByLabel('Currency').selectOption('EUR')
  await page.getByRole('radio', { name: /Bank transfer/ }).check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('Write the reference exactly as it stands').waitFor()
}

async function sendWithout(
  text: string,
  { familyName, givenName }: Newcomer,
  amount: string,
): Promise<void> {
  const order = { iban: 'DE89370400440532013000', currency: 'EUR', amount }
  const answer = await fetch(`${stage.mailboxUrl}/api/bank/transfers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...order, payer: `${familyName} ${givenName}`, text }),
  })
  expect(answer.status).toBe(200)
}

describe('a transfer without its reference', JOURNEY, () => {
  it('waits at the desk until two agree whose it is, and then is in the wallet', async () => {
    const who = newcomer()
    const payer = await visit(stage.browser)
    // Another one when the journey is made once more.
    journeys += 1
    const amount = `75.${10 + journeys}`
    await announce(payer.page, who, amount)
    await sendWithout('for my wallet', who, amount)

    const treasurer = await openConsole(stage, 'treasurer')
    await treasurer.page.getByRole('link', { name: 'Deposits' }).click()
    const row = treasurer.page.getByRole('row').filter({ hasText: amount })
    await row.getByText('No reference').waitFor()
    await gallery.be(treasurer.context)
    await gallery.show('deposits', '/deposits')
    await row.getByRole('link').click()
    await treasurer.page.getByText('for my wallet').waitFor()
    await gallery.show('deposit', pathOf(treasurer.page))
    await treasurer.page.getByRole('radio', { name: /Give it to somebody/ }).check()
    await treasurer.page.getByRole('radio', { name: /the name fits/ }).check()
    await treasurer.page.getByLabel('Why').fill('Имя и сумма те же.')
    await treasurer.page.getByRole('button', { name: 'Ask for it' }).click()
    await treasurer.page.getByText('Waits for a second person', { exact: true }).waitFor()

    const support = await openConsole(stage, 'support')
    await support.page.getByRole('link', { name: /^Approvals/ }).click()
    await support.page
      .getByRole('link', { name: /Money that waits/ })
      .first()
      .click()
    await support.page.getByRole('link', { name: 'Open the deposit' }).waitFor()
    await gallery.be(support.context)
    await gallery.show('approval-deposit', pathOf(support.page))
    await support.page.getByRole('radio', { name: 'Approve', exact: true }).check()
    await support.page.getByRole('button', { name: 'Approve', exact: true }).click()
    await support.page.getByText('Approved. It is done.').waitFor()
    await support.page.getByRole('link', { name: 'Open the deposit' }).click()
    await support.page.getByText('Nothing of it waits.').waitFor()
    await gallery.show('deposit-done', pathOf(support.page))

    await payer.page.goto(`${stage.url}/wallet/`)
    await payer.page.getByText('Top-up, found by our staff').waitFor()
    expect([...payer.faults, ...treasurer.faults, ...support.faults]).toEqual([])
    expect(gallery.findings).toEqual([])
  })
})

describe('a rail that pays later', JOURNEY, () => {
  it('owes nothing any more once its payment is entered', async () => {
    const payer = await visit(stage.browser)
    await register(stage, payer.page, newcomer())
    await payer.page.goto(`${stage.url}/wallet/top-up`)
    await payer.page.getByLabel('How much?').fill('50')
    await payer.page.getByLabel('Currency').selectOption('USD')
    await payer.page.getByRole('radio', { name: /WebMoney/ }).check()
    await payer.page.getByRole('button', { name: 'Go on' }).click()
    await payer.page.getByRole('button', { name: 'To WebMoney' }).click()
    await payer.page.getByRole('button', { name: /^Pay/ }).click()
    await payer.page.getByText('$50.00 are in your wallet').waitFor()

    const treasurer = await openConsole(stage, 'treasurer')
    await treasurer.page.getByRole('link', { name: 'Deposits' }).click()
    const row = treasurer.page.getByRole('row').filter({ hasText: 'WebMoney' })
    await row.getByRole('link', { name: /enter what was paid/ }).click()
    await treasurer.page.getByLabel('What came to our bank account').fill('49.50')
    await treasurer.page.getByText(/Its fee: US\$\d+\.50/).waitFor()
    await gallery.be(treasurer.context)
    await gallery.show('settle', '/deposits/settle?rail=webmoney&currency=USD')
    await gallery.show('rail-days', '/deposits/days?rail=webmoney&currency=USD')
    await treasurer.page.getByLabel('Its number').fill(`WM-${crypto.randomUUID()}`)
    await treasurer.page.getByRole('button', { name: 'Enter it' }).click()
    await treasurer.page.getByText('Entered.').waitFor()
    await treasurer.page.getByText('Nothing is open at any rail.').waitFor()
    expect([...payer.faults, ...treasurer.faults]).toEqual([])
    expect(gallery.findings).toEqual([])
  })
})
