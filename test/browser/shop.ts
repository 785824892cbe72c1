import type { Page } from 'playwright-core'
import type { Stage } from './open-stage.ts'
import { pressDigits } from './register.ts'

/** Puts goods of a maker into the shop's cart and goes to the checkout with it. */
export async function orderAtShop(
  { shopUrl }: Stage,
  page: Page,
  goods: readonly number[] = [0],
): Promise<void> {
  for (const at of goods) {
    await page.goto(shopUrl)
    await page.locator('main a[href^="/goods/"]').nth(at).click()
    await page.locator('main form button').first().click()
    await page.waitForURL(/\/cart/)
  }
  await page.getByRole('button', { name: /Danbao/ }).click()
  await page.waitForURL(/\/wallet\/checkout\//)
  // The address changes before the page that stands there is drawn.
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** The payment password of the seeded people. */
export const SEEDED_PIN = '424242'

/** Types the digits into the pad that is there, and presses the button below it. */
export async function authorise(page: Page, button: RegExp, pin = SEEDED_PIN): Promise<void> {
  await pressDigits(page, pin)
  await page.getByRole('button', { name: button }).click()
}
