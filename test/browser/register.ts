import type { Locator, Page } from 'playwright-core'
import type { Stage } from './open-stage.ts'

/** Somebody who is going to register. */
export interface Newcomer {
  readonly email: string
  /** E.164. */
  readonly phone: string
  readonly password: string
  readonly paymentPassword: string
  readonly givenName: string
  readonly familyName: string
  readonly documentNumber: string
}

let count = 0

/** Nobody else has their address, number or document. */
export function newcomer(change: Partial<Newcomer> = {}): Newcomer {
  count += 1
  return {
    email: `anna${count}@example.com`,
    phone: `+4915112345${String(600 + count)}`,
    password: 'seven brave otters dance',
    paymentPassword: '274913',
    givenName: 'Anna Maria',
    familyName: 'Eriksson',
    documentNumber: `X${String(1_000_000 + count)}`,
    ...change,
  }
}

/** In the language of the page; in English the names are those of the screens. */
export async function register(stage: Stage, page: Page, who: Newcomer): Promise<void> {
  await beginRegistration(stage, page, who)
  await fillProfile(page, who)
  await confirmPhone(stage, page, who)
  await choosePassword(page, who)
  await choosePaymentPassword(page, who)
  await answerQuestions(page)
  await openWallet(page)
}

/** From the first page to the first step. */
export async function beginRegistration(
  stage: Stage,
  page: Page,
  { email }: Pick<Newcomer, 'email'>,
): Promise<void> {
  await page.goto(`${stage.url}/wallet/register`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText(email).waitFor()
  await page.goto(await stage.mailbox.link(email, /confirm/i))
  await page.getByText('Step 1 of 6').waitFor()
}

export async function fillProfile(page: Page, who: Newcomer): Promise<void> {
  await page.getByLabel('Given names').fill(who.givenName)
  await page.getByLabel('Family name').fill(who.familyName)
  await page.getByLabel('Country').fill('Germany')
  await page.getByRole('option', { name: 'Germany' }).click()
  await page.getByLabel('Identity document').selectOption('passport')
  await page.getByLabel('Number of the document').fill(who.documentNumber)
  await page.getByLabel('Street and house').fill('Invalidenstr. 1')
  await page.getByLabel('Town').fill('Berlin')
  await page.getByLabel('State, province or region').fill('Berlin')
  await page.getByLabel('Postcode').fill('10115')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('Step 2 of 6').waitFor()
}

export async function confirmPhone(stage: Stage, page: Page, { phone }: Newcomer): Promise<void> {
  await page.getByLabel('Mobile number').fill(phone)
  await page.getByRole('button', { name: 'Send the code' }).click()
  await page.getByLabel('Code from the SMS').fill(await stage.mailbox.code(phone))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('Step 3 of 6').waitFor()
}

export async function choosePassword(page: Page, { password }: Newcomer): Promise<void> {
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('Step 4 of 6').waitFor()
}

export async function choosePaymentPassword(
  page: Page,
  { paymentPassword }: Newcomer,
): Promise<void> {
  await typePin(page, 'Choose a payment password', paymentPassword)
  await typePin(page, 'Type it once more', paymentPassword)
  await page.getByText('Step 5 of 6').waitFor()
}

/** The pad takes the keyboard as well; here it is pressed as by a thumb. */
export async function typePin(page: Page, label: string, pin: string): Promise<void> {
  await pressDigits(page.getByRole('group', { name: label }), pin)
}

export async function pressDigits(on: Page | Locator, digits: string): Promise<void> {
  for (const digit of digits) await on.getByRole('button', { name: digit, exact: true }).click()
}

export const ANSWERS = ['Rex', 'Lindenweg', 'Frau Sommer'] as const
const QUESTIONS = ['first_pet', 'first_school', 'first_teacher'] as const

export async function answerQuestions(page: Page): Promise<void> {
  for (const [index, question] of QUESTIONS.entries()) {
    await page.getByLabel(`Question ${index + 1}`).selectOption(question)
    await page.getByLabel(`Answer ${index + 1}`).fill(ANSWERS[index] ?? '')
  }
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('Step 6 of 6').waitFor()
}

/** The last step. */
export async function openWallet(page: Page): Promise<void> {
  await page.getByLabel('I agree').check()
  await page.getByRole('button', { name: 'Open the wallet' }).click()
  await page.getByRole('heading', { name: /Welcome/ }).waitFor()
}

export async function signIn(
  stage: Stage,
  page: Page,
  { email, password }: Pick<Newcomer, 'email' | 'password'>,
): Promise<void> {
  await page.goto(`${stage.url}/wallet/sign-in`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
