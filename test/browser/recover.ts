import type { Page } from 'playwright-core'
import type { Stage } from './open-stage.ts'
import type { Newcomer } from './register.ts'

/** The guided request of who lost their mailbox, confirmed from the new address. */
export async function askForAddress(
  stage: Stage,
  page: Page,
  who: Pick<Newcomer, 'email' | 'phone'>,
  email: string,
): Promise<void> {
  await sendClaims(stage, page, who, email)
  await page.goto(await stage.mailbox.link(email, /Confirm this address/))
  await page.getByRole('button', { name: 'Yes, send the request' }).click()
  await page.getByRole('heading', { name: 'Your request' }).waitFor()
  await page.getByText('Our staff decide').waitFor()
}

/** All questions answered; the mail to the new address is on its way. */
export async function sendClaims(
  stage: Stage,
  page: Page,
  who: Pick<Newcomer, 'email' | 'phone'>,
  email: string,
): Promise<void> {
  await page.goto(`${stage.url}/wallet/recover`)
  await page.getByRole('link', { name: /^My e-mail address/ }).click()
  await answerStep(page, 'Which address does the account have?', who.email)
  await answerStep(page, 'Which address can you read?', email)
  await answerStep(page, 'Which phone number is in the account?', who.phone)
  await answerStep(page, 'How does a card end that you paid with?', '4242')
  await answerStep(page, 'What did you pay for lately?', 'A lamp, for about 40 dollars, in June')
  await answerStep(page, 'How much went through the account, roughly?', '', 'Send the request')
}

async function answerStep(
  page: Page,
  question: string,
  answer: string,
  button = 'Next',
): Promise<void> {
  await page.getByRole('heading', { name: question }).waitFor()
  await page.getByRole('textbox').fill(answer)
  await page.getByRole('button', { name: button }).click()
}
