import type { Page } from 'playwright-core'
import type { Stage } from './open-stage.ts'
import type { Newcomer } from './register.ts'

/** The owner's request to staff. */
export async function askToClose(
  stage: Stage,
  page: Page,
  { password }: Pick<Newcomer, 'password'>,
): Promise<void> {
  await page.goto(`${stage.url}/wallet/settings/close`)
  await page.getByLabel('Your password').fill(password)
  await page.getByLabel('I know that a closed account can not be opened again.').check()
  await page.getByRole('button', { name: 'Close my account' }).click()
  await page.getByRole('heading', { name: 'Your request' }).waitFor()
}
