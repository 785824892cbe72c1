import type { Page } from 'playwright-core'
import type { Stage } from './open-stage.ts'

/** Those that a journey has used: a card belongs to one account, also when it is run once more. */
const used = new Set<string>()

/** Types a test card in on the processor's page, by what it stands for, and saves it. */
export async function typeCard(page: Page, card: string): Promise<void> {
  await page.getByText('Test cards').click()
  const offered = await page.getByRole('button', { name: card }).all()
  for (const button of offered) {
    const number = (await button.getAttribute('data-number')) ?? ''
    if (used.has(number)) continue
    used.add(number)
    await button.click()
    break
  }
  await page.getByRole('button', { name: 'Save the card' }).click()
}

/** The bank asks whether it is them. */
export async function agree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Yes, it is me' }).click()
}

/** From the wallet's cards to the processor, to the bank and back. */
export async function addCard(
  { url }: Stage,
  page: Page,
  card = 'and nobody else has it',
): Promise<void> {
  await page.goto(`${url}/wallet/cards`)
  await page.getByRole('button', { name: /^Add a(nother)? card$/ }).click()
  await typeCard(page, card)
  await agree(page)
  await page.getByText('is added').waitFor()
}
