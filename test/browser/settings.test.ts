import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { JOURNEY } from './journey.ts'
import { type Visit, visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { ANSWERS, newcomer, type Newcomer, register, signIn, typePin } from './register.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const NEW_PASSWORD = 'nine gentle herons wade'

describe('the settings of an account', JOURNEY, () => {
  it('keep the address, and the kinds of mail that are wanted', async () => {
    const who = newcomer()
    const { page, faults } = await registered(who)
    await openSetting(page, 'Name and address')
    await page.getByLabel('Town').fill('')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('This is needed.').waitFor()
    await page.getByLabel('Town').fill('Potsdam')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    await page.reload()
    await page.getByLabel('Town').waitFor()
    expect(await page.getByLabel('Town').inputValue()).toBe('Potsdam')

    await openSetting(page, 'Mails', '3 of 4 kinds are on')
    await page.getByRole('checkbox', { name: /^Payments/ }).uncheck()
    await page.getByText('Saved.').waitFor()
    await openSetting(page, 'Mails', '2 of 4 kinds are on')
    const wanted = page.getByRole('checkbox', { checked: true })
    await wanted.first().waitFor()
    expect(await wanted.count()).toBe(2)
    expect(await page.getByRole('checkbox', { name: /^Payments/ }).isChecked()).toBe(false)
    expect(faults).toEqual([])
  })

  it('change the e-mail address, which the former one can take back', async () => {
    const who = newcomer()
    const email = `new-${who.email}`
    const { page, faults } = await registered(who)
    await openSetting(page, 'E-mail address', who.email)
    await askForAddress(page, who, email)
    const told = await stage.mailbox.mail(who.email, /wants to change your e-mail address/)
    expect(told.text).toContain(email)
    await confirmAddress(page, email)
    await stage.mailbox.mail(email, /This is your address now/)
    await openSetting(page, 'E-mail address', email)
    await page.getByText('The last change can be undone').waitFor()

    const former = await visit(stage.browser)
    await former.page.goto(await stage.mailbox.link(who.email, /e-mail address was changed/))
    await former.page.getByRole('button', { name: 'Take it back' }).click()
    await former.page.getByRole('heading', { name: 'Your address is back' }).waitFor()
    await stage.mailbox.mail(email, /was taken back/)
    await expectSignedOut(page)
    await signIn(stage, page, { ...who, email })
    await page.getByText('do not match').waitFor()
    // Whoever changed the address may have known the password.
    await signIn(stage, page, who)
    await page.getByText('do not match').waitFor()
    await former.page.goto(await stage.mailbox.link(who.email, /Your address is back/))
    await former.page.getByRole('heading', { name: 'Set a new password' }).waitFor()
    expect([...faults, ...former.faults]).toEqual([])
  })

  it('change the phone by a code that goes to the new number', async () => {
    const who = newcomer()
    const { phone } = newcomer()
    const { page, faults } = await registered(who)
    await openSetting(page, 'Phone', who.phone)
    await page.getByLabel('New mobile number').fill(phone)
    await page.getByLabel('Your password').fill(who.password)
    await page.getByRole('button', { name: 'Send the code' }).click()
    await page.getByText('We have sent a code').waitFor()
    const code = await stage.mailbox.code(phone)
    await page.getByLabel('Code from the SMS').fill(code === '000000' ? '000001' : '000000')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('The code is not right').waitFor()
    await page.getByLabel('Code from the SMS').fill(code)
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('Your number is changed.').waitFor()
    const { text } = await stage.mailbox.mail(who.email, /phone number was changed/)
    expect(text).toContain(phone.slice(-3))
    await openSetting(page, 'Phone', phone)
    await page.getByText(`Warnings go to ${phone}`).waitFor()
    expect(faults).toEqual([])
  })

  it('change the login password, which ends the other sessions', async () => {
    const who = newcomer()
    const { page, faults } = await registered(who)
    const other = await signedIn(who)
    await openSetting(page, 'Password')
    await page.getByLabel('Present password').fill(NEW_PASSWORD)
    await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.getByText('The password is not right').waitFor()
    await page.getByLabel('Present password').fill(who.password)
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.getByText('Your password is changed.').waitFor()
    await stage.mailbox.mail(who.email, /password was changed/)

    await expectSignedOut(other.page)
    await signIn(stage, other.page, who)
    await other.page.getByText('do not match').waitFor()
    await signIn(stage, other.page, { ...who, password: NEW_PASSWORD })
    await other.page.waitForURL(`${stage.url}/wallet/`)
    await openSetting(page, 'Password')
    expect([...faults, ...other.faults]).toEqual([])
  })

  it('change the payment password, and the questions', async () => {
    const who = newcomer()
    const { page, faults } = await registered(who)
    await openSetting(page, 'Payment password')
    await changePaymentPassword(page, who, '830562')
    await page.getByText('Your payment password is changed.').waitFor()
    await stage.mailbox.mail(who.email, /payment password was changed/)
    await openSetting(page, 'Payment password')
    await changePaymentPassword(page, who, '591734')
    await page.getByText('the present payment password is not right').waitFor()

    await openSetting(page, 'Security questions')
    const asked = ['first_job', 'first_trip', 'favourite_book']
    for (const [index, question] of asked.entries()) {
      await page.getByLabel(`Question ${index + 1}`).selectOption(question)
      await page.getByLabel(`Answer ${index + 1}`).fill(`Answer of ${question}`)
    }
    await page.getByLabel('Your password').fill(who.password)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('From now on we ask these questions.').waitFor()
    await stage.mailbox.mail(who.email, /questions were changed/)
    const other = await signedIn(who)
    await openSetting(other.page, 'Security questions')
    await other.page.getByLabel('Question 1').waitFor()
    expect(await other.page.getByLabel('Question 1').inputValue()).toBe('first_job')
    expect([...faults, ...other.faults]).toEqual([])
  })

  it('change the language of the app and the mails, and give out the data', async () => {
    const who = newcomer()
    const { page, faults } = await registered(who)
    await page.goto(`${stage.url}/wallet/settings`)
    const kept = page.waitForResponse((answer) => answer.request().method() !== 'GET')
    await page.getByLabel('Language of the app and mails').selectOption('ru')
    await page.getByRole('heading', { name: 'Настройки', level: 1 }).waitFor()
    expect((await kept).status()).toBe(200)
    await page.reload()
    await page.getByRole('heading', { name: 'Настройки', level: 1 }).waitFor()

    await page.getByRole('link', { name: /^Мои данные/ }).click()
    await page.getByLabel('Ваш пароль').fill(who.password)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Скачать' }).click(),
    ])
    await page.getByText('Файл скачан.').waitFor()
    await stage.mailbox.mail(who.email, /Скачана копия ваших данных/)
    expect(file.suggestedFilename()).toMatch(/^danbao-\d{4}-\d\d-\d\d\.json$/)
    expectOwnData(await readFile(await file.path(), 'utf8'), who)
    expect(faults).toEqual([])
  })
})

async function registered(who: Newcomer): Promise<Visit> {
  const owner = await visit(stage.browser)
  await register(stage, owner.page, who)
  return owner
}

/** The same person at another device. */
async function signedIn(who: Newcomer): Promise<Visit> {
  const other = await visit(stage.browser, { size: 'desktop' })
  await signIn(stage, other.page, who)
  await other.page.waitForURL(`${stage.url}/wallet/`)
  return other
}

/** From the list of settings, in which something stands beside the name. */
async function openSetting(page: Page, name: string, beside = ''): Promise<void> {
  await page.goto(`${stage.url}/wallet/settings`)
  const row = page.getByRole('main').getByRole('link', { name: new RegExp(`^${name}`) })
  await row.filter({ hasText: beside }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

async function expectSignedOut(page: Page): Promise<void> {
  await page.goto(`${stage.url}/wallet/settings`)
  await page.waitForURL(/sign-in/)
}

/** Until it is confirmed the settings say so. */
async function askForAddress(page: Page, who: Newcomer, email: string): Promise<void> {
  await page.getByLabel('New e-mail address').fill(who.email)
  await page.getByLabel('Your password').fill(who.password)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('This is your address already.').waitFor()
  await page.getByLabel('New e-mail address').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText(`Waiting for ${email}`).waitFor()
  await page.getByText(`You sign in with ${who.email}`).waitFor()
}

/** By the link of a mail that is sent once more. */
async function confirmAddress(page: Page, email: string): Promise<void> {
  const link = (): Promise<string> => stage.mailbox.link(email, /Confirm your new address/)
  const first = await link()
  await stage.advance('PT1M')
  await openSetting(page, 'E-mail address', 'Not confirmed')
  await page.getByRole('button', { name: 'Send it again' }).click()
  await page.getByText('A new mail is on its way.').waitFor()
  await expect.poll(link, { timeout: 30_000 }).not.toBe(first)
  await page.goto(await link())
  await page.getByRole('heading', { name: 'Your address is changed' }).waitFor()
  await page.getByText(`From now on you sign in with ${email}.`).waitFor()
}

/** Types the one of the registration, and another twice. */
async function changePaymentPassword(page: Page, who: Newcomer, next: string): Promise<void> {
  await typePin(page, 'Present payment password', who.paymentPassword)
  await typePin(page, 'New payment password', next)
  await typePin(page, 'Type it once more', next)
  await page.getByLabel('Your password').fill(who.password)
  await page.getByRole('button', { name: 'Change the payment password' }).click()
}

const exported = z.object({
  document_number: z.string(),
  person: z.array(z.object({ email: z.string(), city: z.string() })),
  history: z.array(z.object({ kind: z.string() })).min(1),
})

/** All that is about the person, and nothing by which a secret could be guessed. */
function expectOwnData(text: string, who: Newcomer): void {
  const { person, document_number: number } = exported.parse(JSON.parse(text))
  expect(person).toEqual([{ email: who.email, city: 'Berlin' }])
  expect(number).toBe(who.documentNumber)
  expect(text).not.toMatch(/argon2|hash|token/i)
  for (const secret of [who.password, ...ANSWERS]) expect(text).not.toContain(secret)
}
