import { TOTP } from 'otpauth'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAuthenticator } from './add-authenticator.ts'
import { JOURNEY } from './journey.ts'
import { type Visit, visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { newcomer, type Newcomer, register, signIn } from './register.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe('the protection of an account', JOURNEY, () => {
  it('by an app as second step: its codes sign in, and each recovery code once', async () => {
    const who = newcomer()
    const { page, context, faults } = await registered(who)
    await page.goto(`${stage.url}/wallet/settings/two-factor`)
    await page.getByRole('button', { name: 'Set it up' }).click()
    const secret = await page.getByRole('group', { name: 'Key' }).innerText()
    const codeOf = authenticator(secret)
    await page.getByLabel('Six digits').fill('000000')
    await page.getByRole('button', { name: 'Turn on' }).click()
    await page.getByText('The code is not right').waitFor()
    await page.getByLabel('Six digits').fill(codeOf())
    await page.getByRole('button', { name: 'Turn on' }).click()
    const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
    await codes.first().waitFor()
    const recoveryCode = await codes.first().innerText()
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText('10 codes of 10 are left.').waitFor()

    await signOut(context)
    await passFactor(page, who, '000000')
    await page.getByText('The code is not right').waitFor()
    // The code of the setting up is used; the next one is of the next half minute.
    await giveCode(page, codeOf(30_000))
    await page.waitForURL(`${stage.url}/wallet/`)

    await signOut(context)
    await passFactor(page, who, recoveryCode)
    await page.waitForURL(`${stage.url}/wallet/`)
    await signOut(context)
    await passFactor(page, who, recoveryCode)
    await page.getByText('The code is not right').waitFor()
    expect(faults).toEqual([])
  })

  it('by a passkey, which signs in without a password', async () => {
    const who = newcomer()
    const { page, context, faults } = await registered(who)
    await addAuthenticator(context, page)
    await page.goto(`${stage.url}/wallet/settings/passkeys`)
    await page.getByLabel('Name of the passkey').fill('Work laptop')
    await page.getByRole('button', { name: 'Create the passkey' }).click()
    await page.getByText('The passkey was added.').waitFor()
    await page.getByRole('listitem').filter({ hasText: 'Work laptop' }).waitFor()

    await signOut(context)
    await page.goto(`${stage.url}/wallet/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(`${stage.url}/wallet/`)

    await page.goto(`${stage.url}/wallet/settings/passkeys`)
    await page.getByRole('button', { name: 'Delete Work laptop' }).click()
    await page.getByRole('button', { name: 'Delete it' }).click()
    await page.getByText('The passkey was deleted.').waitFor()
    expect(faults).toEqual([])
  })

  it('by a list of devices: what is ended there is signed out', async () => {
    const who = newcomer()
    const { page, faults } = await registered(who)
    const other = await visit(stage.browser, { size: 'desktop' })
    await signIn(stage, other.page, who)
    await other.page.waitForURL(`${stage.url}/wallet/`)
    await stage.mailbox.mail(who.email, /new device signed in/i)

    await page.goto(`${stage.url}/wallet/settings/sessions`)
    await page.getByText('This device').waitFor()
    const others = page.getByRole('listitem').filter({ hasText: 'Last seen' })
    await others.getByRole('button').click()
    await page.getByText('The device is signed out.').waitFor()
    await page.getByText('You are signed in nowhere else.').waitFor()
    await other.page.goto(`${stage.url}/wallet/settings`)
    await other.page.waitForURL(/sign-in/)
    expect([...faults, ...other.faults]).toEqual([])
  })
})

describe('signing in with a marketplace', JOURNEY, () => {
  it('goes on as a registration whose address is confirmed', async () => {
    const { page, faults } = await visit(stage.browser)
    await page.goto(`${stage.url}/wallet/sign-in`)
    await page.getByRole('button', { name: /^Sign in with “.*Market/ }).click()
    await page.getByRole('button', { name: /Sample Newcomer/ }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.getByText('Step 1 of 6').waitFor()
    expect(faults).toEqual([])
  })

  it('is linked in the settings, then signs in, and can be unlinked', async () => {
    const who = newcomer({ givenName: 'Gerda', familyName: 'Stein' })
    const { page, context, faults } = await registered(who)
    await page.goto(`${stage.url}/wallet/settings/marketplaces`)
    await page.getByRole('button', { name: /^Link .*Market/ }).click()
    await page.getByRole('button', { name: /Sample Knitter/ }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.getByText('never used').waitFor()
    await stage.mailbox.mail(who.email, /Market/)

    await signOut(context)
    await page.goto(`${stage.url}/wallet/sign-in`)
    await page.getByRole('button', { name: /^Sign in with “.*Market/ }).click()
    await page.getByRole('button', { name: /Sample Knitter/ }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.getByRole('heading', { name: 'Hello, Gerda' }).waitFor()

    await page.goto(`${stage.url}/wallet/settings/marketplaces`)
    await page.getByRole('button', { name: /^Unlink .*Market/ }).click()
    await page.getByRole('button', { name: 'Unlink', exact: true }).click()
    await page.getByText(/Market.* is unlinked/).waitFor()
    expect(faults).toEqual([])
  })

  it('that is called off there comes back to the sign-in', async () => {
    const { page, faults } = await visit(stage.browser)
    await page.goto(`${stage.url}/wallet/sign-in`)
    await page.getByRole('button', { name: /^Sign in with “.*Market/ }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('heading', { name: 'The sign-in did not work' }).waitFor()
    await page.getByRole('link', { name: 'To the sign-in' }).click()
    await page.getByLabel('E-mail address').waitFor()
    expect(faults).toEqual([])
  })
})

async function registered(who: Newcomer): Promise<Visit> {
  const owner = await visit(stage.browser)
  await register(stage, owner.page, who)
  return owner
}

/** As on a device where nobody is signed in. */
async function signOut(context: BrowserContext): Promise<void> {
  await context.clearCookies()
}

async function passFactor(page: Page, who: Newcomer, code: string): Promise<void> {
  await signIn(stage, page, who)
  await page.getByRole('heading', { name: 'One more code' }).waitFor()
  await giveCode(page, code)
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** What the app on the phone shows, so much later. */
function authenticator(shown: string): (laterMs?: number) => string {
  const totp = new TOTP({ secret: shown.replaceAll(/\s/g, '') })
  return (laterMs = 0) => totp.generate({ timestamp: Date.now() + laterMs })
}
