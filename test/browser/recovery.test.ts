import { ANNA } from '@danbao/people/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOURNEY } from './journey.ts'
import { type Visit, visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { scanOf } from './prove-identity.ts'
import { askForAddress, sendClaims } from './recover.ts'
import { ANSWERS, newcomer, type Newcomer, register, signIn, typePin } from './register.ts'
import { approve, decide, openConsole, takeCase } from './staff.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const NEW_PASSWORD = 'nine gentle herons wade'

describe('the way back into an account', JOURNEY, () => {
  it('with the password forgotten: a mail, the answers, a new password', async () => {
    const who = newcomer()
    const owner = await registered(who)
    const other = await visit(stage.browser)
    // A stranger learns nothing: an address without a wallet gets the same words.
    await askForReset(other.page, newcomer())
    await askForReset(other.page, who)
    await other.page.goto(await stage.mailbox.link(who.email, /Set a new password/))
    await giveAnswers(other.page)
    await stage.mailbox.mail(who.email, /has a new password/)
    await owner.page.goto(`${stage.url}/wallet/settings`)
    await owner.page.waitForURL(/sign-in/)
    await signsInOnlyBy(owner.page, who)
    expect([...owner.faults, ...other.faults]).toEqual([])
  })

  it('with the answers forgotten too: a scan that staff decide upon', async () => {
    const who = newcomer({ givenName: 'Dora', familyName: 'Falk' })
    const { page, faults } = await registered(who)
    await page.context().clearCookies()
    await askForReset(page, who, 'Password and answers')
    await page.goto(await stage.mailbox.link(who.email, /Set a new password/))
    await page.getByRole('link', { name: 'I do not remember the answers' }).click()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await scanOf(ANNA))
    await page.getByRole('button', { name: 'Send it to our staff' }).click()
    await page.getByRole('heading', { name: 'Your request' }).waitFor()
    await page.getByText('Our staff decide').waitFor()
    await page.getByText(/Left: /).waitFor()

    const desk = await openConsole(stage, 'reviewer')
    await takeCase(desk.page, 'Recovery', 'DF')
    await desk.page.getByRole('button', { name: 'Open the scan' }).click()
    await desk.page.getByRole('img', { name: 'Scan of the document' }).waitFor()
    await decide(desk.page, { decision: 'Approve', reason: 'The face and the number fit.' })
    await desk.page.getByText('The request stands at “Approved”.').waitFor()

    await page.goto(await stage.mailbox.link(who.email, /can set a new password/))
    await setSecrets(page)
    await signsInOnlyBy(page, who)
    expect([...faults, ...desk.faults]).toEqual([])
  })

  it('to the payment password: login password, a mail and one question', async () => {
    const who = newcomer()
    const { page, faults } = await registered(who)
    await page.goto(`${stage.url}/wallet/recover`)
    await page.getByRole('link', { name: /^My payment password/ }).click()
    await page.getByLabel('Login password').fill(who.password)
    await page.getByRole('button', { name: 'Send the mail' }).click()
    await page.getByText('A mail is on its way').waitFor()
    await page.goto(await stage.mailbox.link(who.email, /new payment password/i))
    await answerOne(page)
    await typePin(page, 'Choose a payment password', who.paymentPassword)
    await typePin(page, 'Type it once more', who.paymentPassword)
    await page.getByText('You had this password before.').waitFor()
    await typePin(page, 'Choose a payment password', '830562')
    await typePin(page, 'Type it once more', '830562')
    await page.getByRole('heading', { name: 'Your payment password is new' }).waitFor()
    await page.getByText('It is free again').waitFor()
    await stage.mailbox.mail(who.email, /have a new payment password/)
    expect(faults).toEqual([])
  })

  it('with the mailbox lost: a mail that does not come is sent again, or elsewhere', async () => {
    const { page, faults } = await visit(stage.browser)
    await page.clock.install()
    await sendClaims(stage, page, newcomer(), 'mistyped@example.org')
    await page.getByText('on its way to mistyped@example.org').waitFor()
    await page.getByRole('button', { name: 'Try another address' }).click()
    await page.getByRole('heading', { name: 'Which address can you read?' }).waitFor()
    await page.getByRole('textbox').fill('right@example.org')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Which phone number' }).waitFor()
    for (const answer of ['4242', /A lamp/]) {
      await page.getByRole('button', { name: 'Next' }).click()
      await expectValue(page, answer)
    }
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Send the request' }).click()
    await page.getByText('on its way to right@example.org').waitFor()
    const first = await stage.mailbox.link('right@example.org', /Confirm this address/)
    await page.getByRole('button', { name: /^Again in/ }).waitFor()
    await page.clock.fastForward('01:01')
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.getByRole('button', { name: /^Again in/ }).waitFor()
    await expect
      .poll(() => stage.mailbox.link('right@example.org', /Confirm this address/))
      .not.toBe(first)
    expect(faults).toEqual([])
  })

  it('with the mailbox lost: the owner of the old address can stop it', async () => {
    const who = newcomer({ givenName: 'Emil', familyName: 'Gross' })
    const { page, faults } = await registered(who)
    const stranger = await visit(stage.browser)
    await askForAddress(stage, stranger.page, who, 'thief@example.org')
    await page.goto(await stage.mailbox.link(who.email, /lost this mailbox/))
    await page.getByRole('button', { name: 'Stop it, keep this address' }).click()
    await page.getByRole('heading', { name: 'It is stopped' }).waitFor()
    await stranger.page.reload()
    await stranger.page.getByText('The owner of the account objected.').waitFor()
    await stage.mailbox.mail('thief@example.org', /was stopped/)
    await page.goto(`${stage.url}/wallet/`)
    await page.getByRole('heading', { name: 'Hello, Emil' }).waitFor()
    expect([...faults, ...stranger.faults]).toEqual([])
  })

  it('with the mailbox lost: two of staff, 72 hours, a new address and password', async () => {
    const who = newcomer({ givenName: 'Frida', familyName: 'Hahn' })
    const { page, faults } = await registered(who)
    const email = 'frida.hahn@example.org'
    await page.context().clearCookies()
    await askForAddress(stage, page, who, email)

    const first = await openConsole(stage, 'reviewer')
    await takeCase(first.page, 'Recovery', 'FH')
    await decide(first.page, { decision: 'Approve', reason: 'Phone and payments fit.' })
    await first.page.getByText('so somebody else has to approve it').waitFor()
    const second = await openConsole(stage, 'arbiter')
    await approve(second.page, 'Frida Hahn')
    await stage.mailbox.mail(who.email, /address will be replaced/)
    await page.reload()
    await page.getByText('If nobody objects, the address changes').waitFor()

    await stage.advance('PT71H')
    await stage.advance('PT1H1M')
    await page.goto(await stage.mailbox.link(email, /account is back/))
    await giveAnswers(page)
    await stage.mailbox.mail(who.email, /no longer the address/)
    await signsInOnlyBy(page, { ...who, email })
    await page.context().clearCookies()
    await signIn(stage, page, { email: who.email, password: NEW_PASSWORD })
    await page.getByText('do not match').waitFor()
    expect([...faults, ...first.faults, ...second.faults]).toEqual([])
  })
})

async function registered(who: Newcomer): Promise<Visit> {
  const owner = await visit(stage.browser)
  await register(stage, owner.page, who)
  return owner
}

async function askForReset(
  page: Page,
  { email }: Newcomer,
  lost: 'My password' | 'Password and answers' = 'My password',
): Promise<void> {
  await page.goto(`${stage.url}/wallet/recover`)
  await page.getByRole('link', { name: new RegExp(`^${lost}`) }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText(`If ${email} has a wallet`).waitFor()
}

const QUESTIONS = [/pet/i, /school/i, /teacher/i] as const

/** The three answers of the registration, and a new password. */
async function giveAnswers(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Set a new password' }).waitFor()
  for (const [index, question] of QUESTIONS.entries()) {
    await page.getByRole('textbox', { name: question }).fill(ANSWERS[index] ?? '')
  }
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.getByRole('heading', { name: 'Your password is new' }).waitFor()
  await page.getByText('Payments are paused for 24 hours').waitFor()
}

/** One of the three, whichever is asked. */
async function answerOne(page: Page): Promise<void> {
  const field = page.getByRole('textbox')
  await field.waitFor()
  const asked = await page.locator('form').innerText()
  const at = QUESTIONS.findIndex((question) => question.test(asked))
  await field.fill(ANSWERS[at] ?? '')
  await page.getByRole('button', { name: 'Next' }).click()
}

async function setSecrets(page: Page): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
  for (const [index, question] of ['first_job', 'first_trip', 'favourite_book'].entries()) {
    await page.getByLabel(`Question ${index + 1}`).selectOption(question)
    await page.getByLabel(`Answer ${index + 1}`).fill(`Answer of ${question}`)
  }
  await page.getByRole('button', { name: 'Set both' }).click()
  await page.getByRole('heading', { name: 'You are back' }).waitFor()
}

/** The old password is refused, the new one opens the wallet, where money rests. */
async function signsInOnlyBy(page: Page, who: Newcomer): Promise<void> {
  await signIn(stage, page, who)
  await page.getByText('do not match').waitFor()
  await signIn(stage, page, { ...who, password: NEW_PASSWORD })
  await page.getByText('Payments are paused for your safety').waitFor()
}

/** What was answered before is still there. */
async function expectValue(page: Page, value: string | RegExp): Promise<void> {
  await expect.poll(() => page.getByRole('textbox').inputValue()).toMatch(value)
}
