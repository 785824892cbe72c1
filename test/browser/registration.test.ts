import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOURNEY } from './journey.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { beginRegistration, fillProfile, newcomer, register, signIn } from './register.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe('a new person', JOURNEY, () => {
  it('registers from an address to an open wallet, and signs in', async () => {
    const who = newcomer()
    const { page, faults } = await visit(stage.browser)
    await register(stage, page, who)
    await page.getByRole('link', { name: 'To the wallet' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    const other = await visit(stage.browser, { size: 'desktop' })
    await signIn(stage, other.page, who)
    await other.page.waitForURL(`${stage.url}/wallet/`)
    await stage.mailbox.mail(who.email, /sign-in|signed in/i)
    expect([...faults, ...other.faults]).toEqual([])
  })

  it('goes on where the registration stopped, on another device', async () => {
    const who = newcomer()
    const first = await visit(stage.browser)
    await beginRegistration(stage, first.page, who)
    await fillProfile(first.page, who)
    await first.context.close()
    await stage.advance('PT2M')
    const second = await visit(stage.browser)
    await second.page.goto(`${stage.url}/wallet/register`)
    await second.page.getByLabel('E-mail address').fill(who.email)
    await second.page.getByRole('button', { name: 'Send the link' }).click()
    await second.page.getByText(who.email).waitFor()
    await second.page.goto(await stage.mailbox.link(who.email, /continue|go on/i))
    await second.page.getByText('Step 2 of 6').waitFor()
    expect(second.faults).toEqual([])
  })

  it('corrects a mistyped address before it is confirmed', async () => {
    const wrong = newcomer()
    const { page } = await visit(stage.browser)
    await page.goto(`${stage.url}/wallet/register`)
    await page.getByLabel('E-mail address').fill(`x${wrong.email}`)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByRole('button', { name: 'Correct the address' }).click()
    await page.getByLabel('E-mail address').fill(wrong.email)
    await page.getByRole('button', { name: 'Send it there' }).click()
    await page.getByText(`sent a mail to ${wrong.email}`).waitFor()
    await page.goto(await stage.mailbox.link(wrong.email, /confirm/i))
    await page.getByText('Step 1 of 6').waitFor()
    const stale = await stage.mailbox.link(`x${wrong.email}`, /confirm/i)
    await page.context().clearCookies()
    await page.goto(stale)
    await page.getByRole('heading', { name: 'The link did not work' }).waitFor()
  })

  it('asks nobody for a postcode in a country that has none', async () => {
    const who = newcomer({ givenName: 'Mei', familyName: 'Chan' })
    const { page, faults } = await visit(stage.browser)
    await beginRegistration(stage, page, who)
    await page.getByLabel('Given names').fill(who.givenName)
    await page.getByLabel('Family name').fill(who.familyName)
    await page.getByLabel('Postcode').fill('10115')
    await page.getByLabel('Country').fill('Hong Kong')
    await page.getByRole('option', { name: /Hong Kong/ }).click()
    expect(await page.getByLabel('Postcode').count()).toBe(0)
    await page.getByLabel('Identity document').selectOption('passport')
    await page.getByLabel('Number of the document').fill(who.documentNumber)
    await page.getByLabel('Street and house').fill('Nathan Road 1')
    await page.getByLabel('Town').fill('Kowloon')
    await page.getByLabel('State, province or region').fill('Kowloon')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText('Step 2 of 6').waitFor()
    expect(faults).toEqual([])
  })

  it('comes back after signing in to the page that was asked for', async () => {
    const who = newcomer()
    const { page, context } = await visit(stage.browser)
    await register(stage, page, who)
    await context.clearCookies()
    await page.goto(`${stage.url}/wallet/levels`)
    await page.getByLabel('E-mail address').fill(who.email)
    await page.getByLabel('Password', { exact: true }).fill(who.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(`${stage.url}/wallet/levels`)
  })
})
