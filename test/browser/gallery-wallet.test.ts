import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCard } from './add-card.ts'
import { askToClose } from './close-account.ts'
import { type Gallery, openGallery } from './gallery.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { beginCheck, confirmData, holderOf, passportOf, readPassport } from './prove-identity.ts'
import { askForAddress } from './recover.ts'
import {
  answerQuestions,
  beginRegistration,
  choosePassword,
  choosePaymentPassword,
  confirmPhone,
  fillProfile,
  type Newcomer,
  newcomer,
  openWallet,
  register,
} from './register.ts'
import { openConsole, takeCase } from './staff.ts'

let stage: Stage
let gallery: Gallery
beforeAll(async () => {
  stage = await openStage()
  gallery = await openGallery(stage, 'wallet')
})
afterAll(() => stage.close())

const OUTSIDE = [
  ['sign-in', '/sign-in'],
  ['sign-in-second', '/sign-in/second-factor'],
  ['sign-in-marketplace-bad', '/sign-in/marketplace?state=x&code=y'],
  ['register', '/register'],
  ['register-mail-none', '/register/mail'],
  ['register-bad-link', '/register/confirm?token=wrong'],
  ['recover', '/recover'],
  ['recover-password', '/recover/password'],
  ['recover-password-bad-link', '/recover/password?token=wrong'],
  ['recover-document', '/recover/document'],
  ['recover-document-bad-link', '/recover/document?token=wrong'],
  ['recover-status', '/recover/status'],
  ['recover-secrets-bad-link', '/recover/secrets?token=wrong'],
  ['recover-email', '/recover/email'],
  ['recover-email-confirm-bad', '/recover/email/confirm?token=wrong'],
  ['recover-email-stop-bad', '/recover/email/stop?token=wrong'],
  ['email-confirm-bad', '/email/confirm?token=wrong'],
  ['email-undo-bad', '/email/undo?token=wrong'],
  ['nothing', '/there-is-nothing-here'],
] as const

const INSIDE = [
  ['welcome', '/welcome'],
  ['home', '/'],
  ['levels', '/levels'],
  ['statements-nothing', '/statements'],
  ['identity', '/identity'],
  ['cards-none', '/cards'],
  ['card-gone', '/cards/crd_01kaqz4m8hfvatb5q7yj3d9c2n'],
  ['card-added-bad', '/cards/added?setup=cst_01kaqz4m8hfvatb5q7yj3d9c2n'],
  ['settings', '/settings'],
  ['profile', '/settings/profile'],
  ['email', '/settings/email'],
  ['phone', '/settings/phone'],
  ['password', '/settings/password'],
  ['payment-password', '/settings/payment-password'],
  ['questions', '/settings/questions'],
  ['notices', '/settings/notices'],
  ['history', '/settings/history'],
  ['data', '/settings/data'],
  ['two-factor', '/settings/two-factor'],
  ['passkeys', '/settings/passkeys'],
  ['sessions', '/settings/sessions'],
  ['marketplaces', '/settings/marketplaces'],
  ['close', '/settings/close'],
  ['recover-payment-password', '/recover/payment-password'],
] as const

describe('every screen of the wallet, in each language and size', { timeout: 900_000 }, () => {
  it('of somebody who is not signed in', async () => {
    for (const [name, path] of OUTSIDE) await gallery.show(name, path)
    expect(gallery.findings).toEqual([])
  })

  it('from the steps of the registration to the settings', async () => {
    const who = newcomer()
    const { page, context } = await visit(stage.browser)
    const show = async (name: string): Promise<void> => {
      await gallery.be(context)
      await gallery.show(name, '/register/steps')
    }
    await beginRegistration(stage, page, who)
    await show('step-1-profile')
    await fillProfile(page, who)
    await show('step-2-phone')
    await confirmPhone(stage, page, who)
    await show('step-3-password')
    await choosePassword(page, who)
    await show('step-4-payment-password')
    await choosePaymentPassword(page, who)
    await show('step-5-questions')
    await answerQuestions(page)
    await show('step-6-consent')
    await openWallet(page)
    await gallery.be(context)
    for (const [name, path] of INSIDE) await gallery.show(name, path)
    expect(gallery.findings).toEqual([])
  })

  it('from a passport to its refusal', async () => {
    const passport = passportOf('ROTH', 'PAUL', 'L898905R2')
    const page = await registered(holderOf(passport))
    await gallery.be(page.context())
    await beginCheck(stage, page)
    await gallery.show('identity-pictures', '/identity')
    await readPassport(page, passport)
    await gallery.show('identity-confirm', '/identity')
    await confirmData(page)
    await gallery.show('identity-submitted', '/identity')
    const desk = await openConsole(stage, 'reviewer')
    await takeCase(desk.page, 'Identity', 'PR')
    await desk.page.getByRole('radio', { name: 'Refuse', exact: true }).check()
    await desk.page.getByLabel('Reason').selectOption('not_genuine')
    await desk.page.getByRole('button', { name: 'Refuse', exact: true }).click()
    await desk.page.getByText('The check stands at “Refused”.').waitFor()
    await gallery.show('identity-refused', '/identity')
    expect(gallery.findings).toEqual([])
  })

  it('of changes that wait, and of links that work', async () => {
    const who = newcomer()
    const page = await registered(who)
    await gallery.be(page.context())
    await addCard(stage, page)
    for (const [name, path] of [
      ['home-card', '/'],
      ['cards', '/cards'],
      ['card-added', pathOf(page.url())],
    ] as const) {
      await gallery.show(name, path)
    }
    await page.getByRole('link', { name: 'To my cards' }).click()
    await page.getByRole('link', { name: /Visa/ }).click()
    await page.getByRole('button', { name: 'Change the date' }).waitFor()
    await gallery.show('card', pathOf(page.url()))
    await askForChanges(page, who)
    await askToClose(stage, page, who)
    for (const name of ['settings', 'email', 'phone', 'close']) {
      await gallery.show(`${name}-waiting`, name === 'settings' ? '/settings' : `/settings/${name}`)
    }
    await page.goto(`${stage.url}/wallet/recover/payment-password`)
    await page.getByLabel('Login password').fill(who.password)
    await page.getByRole('button', { name: 'Send the mail' }).click()
    await showLink('recover-payment-password-link', who.email, /new payment password/i)

    await askForAddress(stage, page, who, 'paula@example.org')
    await gallery.show('recover-status-open', pathOf(page.url()))
    await showLink('recover-email-stop-link', who.email, /lost this mailbox/)
    await page.goto(`${stage.url}/wallet/recover/password`)
    await page.getByLabel('E-mail address').fill(who.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.context().clearCookies()
    await gallery.be(page.context())
    const link = await showLink('recover-password-link', who.email, /Set a new password/)
    await gallery.show('recover-document-link', link.replace('password', 'document'))
    await gallery.close()
    expect(gallery.findings).toEqual([])
  })
})

async function registered(who: Newcomer): Promise<Page> {
  const { page } = await visit(stage.browser)
  await register(stage, page, who)
  return page
}

/** Of the address and the number, each of which has to be confirmed. */
async function askForChanges(page: Page, { password }: Newcomer): Promise<void> {
  const { email, phone } = newcomer()
  await page.goto(`${stage.url}/wallet/settings/email`)
  await page.getByLabel('New e-mail address').fill(email)
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText(`Waiting for ${email}`).waitFor()
  await page.goto(`${stage.url}/wallet/settings/phone`)
  await page.getByLabel('New mobile number').fill(phone)
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Send the code' }).click()
  await page.getByLabel('Code from the SMS').waitFor()
}

/** Where a mail leads, before the link is used. */
async function showLink(name: string, to: string, subject: RegExp): Promise<string> {
  const path = pathOf(await stage.mailbox.link(to, subject))
  await gallery.show(name, path)
  return path
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return `${pathname.replace('/wallet', '')}${search}`
}
