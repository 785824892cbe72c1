import type { Page } from 'playwright-core'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Visit, visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { newcomer, type Newcomer, register } from './register.ts'
import { approve, openConsole } from './staff.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 90_000)
afterAll(() => stage.close())

describe('the console', { timeout: 180_000 }, () => {
  it('freezes an account, and unfreezes it by a second person', async () => {
    const who = newcomer({ givenName: 'Mona', familyName: 'Neu' })
    const owner = await visit(stage.browser)
    await register(stage, owner.page, who)
    const support = await openConsole(stage, 'support')
    await findPerson(support.page, who)
    await freeze(support.page)
    await stage.mailbox.mail(who.email, /account is frozen/)
    await owner.page.goto(`${stage.url}/wallet/`)
    await owner.page.getByText('Spending is stopped').waitFor()

    await support.page.getByRole('button', { name: 'Unfreeze' }).click()
    const dialog = support.page.getByRole('dialog')
    await dialog.getByText('somebody else has to agree').waitFor()
    await dialog.getByLabel('Reason').fill('The owner called and proved who she is.')
    await dialog.getByRole('button', { name: 'Ask for approval' }).click()
    await support.page.getByText('A colleague finds it under approvals.').waitFor()
    const treasurer = await openConsole(stage, 'treasurer')
    await approve(treasurer.page, 'Mona Neu')
    await stage.mailbox.mail(who.email, /open again/)
    await owner.page.reload()
    await owner.page.getByRole('heading', { name: 'Hello, Mona' }).waitFor()
    await expect.poll(() => owner.page.getByText('Spending is stopped').count()).toBe(0)

    const log = await openAudit()
    await expectEntry(log.page, ['Sandbox support', 'Looked at a person', 'Mona Neu'])
    await expectEntry(log.page, ['Sandbox support', 'Froze an account', 'A stolen phone'])
    await expectEntry(log.page, ['Sandbox treasurer', 'Gave an approval', 'Mona Neu'])
    await searchText(log.page, 'stolen phone')
    await log.page.getByRole('cell', { name: 'Froze an account' }).waitFor()
    expect(await log.page.getByRole('row').count()).toBe(2)
    expect([owner, support, treasurer, log].flatMap(({ faults }) => faults)).toEqual([])
  })

  it('offers a role only what it may do', async () => {
    const reviewer = await openConsole(stage, 'reviewer')
    const { page } = reviewer
    const ways = page.getByRole('navigation').getByRole('link')
    await ways.filter({ hasText: 'Approvals' }).waitFor()
    for (const way of ['People', 'Audit log', 'Staff']) {
      expect(await ways.filter({ hasText: way }).count(), way).toBe(0)
    }
    for (const path of ['people', 'audit', 'staff']) {
      await page.goto(`${stage.url}/console/${path}`)
      await page.getByRole('heading', { name: 'Not for your role', level: 1 }).waitFor()
    }
    const forced = await page.request.get(`${stage.url}/console/api/audit`)
    expect(forced.status()).toBe(403)
    expect(reviewer.faults).toEqual([])
  })

  it('takes in a colleague with a password and a second factor', async () => {
    const admin = await openConsole(stage, 'administrator')
    const email = 'olga@staff.example.com'
    await invite(admin.page, email)
    const { page, faults } = await visit(stage.browser, { size: 'desktop' })
    await page.goto(await stage.mailbox.link(email, /invited/))
    await page.getByText(`You sign in to the console as ${email}.`).waitFor()
    await page.getByLabel('New password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByRole('link', { name: 'To the sign-in' }).click()
    await giveMemberPassword(page, email)
    const secret = await enrol(page)
    await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()

    await page.getByRole('button', { name: 'Sign out' }).click()
    await giveMemberPassword(page, email)
    await page.getByRole('heading', { name: 'Second factor' }).waitFor()
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('The code is not right.').waitFor()
    // The code of the enrolment works once; the next one is of the next half minute.
    await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, 30_000))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
    expect([...faults, ...admin.faults]).toEqual([])
  })
})

const PASSWORD = 'eleven patient cranes'

async function findPerson(page: Page, who: Newcomer): Promise<void> {
  await page.getByRole('link', { name: /^People/ }).click()
  await page.getByRole('searchbox').fill(who.email)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link').filter({ hasText: who.email }).click()
  const name = `${who.givenName} ${who.familyName}`
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

async function freeze(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Freeze', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Freeze', exact: true }).click()
  await dialog.getByText('Say why.').waitFor()
  await dialog.getByLabel('Cause').selectOption('owner_request')
  await dialog.getByLabel('Reason').fill('A stolen phone')
  await dialog.getByRole('button', { name: 'Freeze', exact: true }).click()
  await page.getByText('The account is frozen.').waitFor()
}

async function openAudit(): Promise<Visit> {
  const desk = await openConsole(stage, 'administrator')
  await desk.page.getByRole('link', { name: 'Audit log' }).click()
  await desk.page.getByRole('heading', { name: 'Audit log', level: 1 }).waitFor()
  return desk
}

async function expectEntry(page: Page, texts: readonly string[]): Promise<void> {
  let rows = page.getByRole('row')
  for (const text of texts) rows = rows.filter({ hasText: text })
  await rows.first().waitFor()
}

async function searchText(page: Page, text: string): Promise<void> {
  await page.getByLabel('Text', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.waitForURL(/text=/)
}

async function invite(page: Page, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Staff', exact: true }).click()
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Olga Petrova')
  await dialog.getByLabel('E-mail address').fill(email)
  await dialog.getByRole('checkbox', { name: /^Support/ }).check()
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await page.getByText('The invitation is on its way.').waitFor()
  await page.getByRole('cell', { name: email }).waitFor()
}

async function giveMemberPassword(page: Page, email: string): Promise<void> {
  await page.getByRole('heading', { name: 'Staff sign-in' }).waitFor()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Go on' }).click()
}

/** Sets up the app with the key that is shown; the key is returned. */
async function enrol(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Set up your second factor' }).waitFor()
  const shown = await page.getByText(/^([A-Z2-7]{4} ?){4,}/).innerText()
  const secret = shown.replaceAll(/\s/g, '')
  await page.getByLabel('Code from the app').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Confirm' }).click()
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await codes.first().waitFor()
  expect(await codes.count()).toBeGreaterThanOrEqual(8)
  await page.getByRole('button', { name: 'To the console' }).click()
  await page.getByText('Keep the codes first').waitFor()
  await page.getByRole('checkbox', { name: 'I have kept them' }).check()
  await page.getByRole('button', { name: 'To the console' }).click()
  return secret
}

/** What an authenticator app shows, so much later. */
function codeOf(secret: string, laterMs = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + laterMs })
}
