import type { Locator, Page } from 'playwright-core'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOURNEY } from './journey.ts'
import { type Visit, visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { askForAddress } from './recover.ts'
import { newcomer, register } from './register.ts'
import {
  acceptInvitation,
  approve,
  findPerson,
  freeze,
  giveStaffPassword,
  invite,
  openConsole,
} from './staff.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe('the console', JOURNEY, () => {
  it('freezes an account, and unfreezes it by a second person', async () => {
    const who = newcomer({ givenName: 'Mona', familyName: 'Neu' })
    const owner = await visit(stage.browser)
    await register(stage, owner.page, who)
    const support = await openConsole(stage, 'support')
    await findPerson(support.page, who.email)
    await support.page.getByRole('heading', { name: 'Mona Neu', level: 1 }).waitFor()
    await freeze(support.page, 'A stolen phone')
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
    await owner.page.getByText('Spending is stopped').waitFor({ state: 'hidden' })

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
    for (const way of ['Overview', 'Audit log', 'Staff']) {
      expect(await ways.filter({ hasText: way }).count(), way).toBe(0)
    }
    for (const path of ['overview', 'audit', 'staff']) {
      await page.goto(`${stage.url}/console/${path}`)
      await page.getByRole('heading', { name: 'Not for your role', level: 1 }).waitFor()
    }
    const forced = await page.request.get(`${stage.url}/console/api/audit`)
    expect(forced.status()).toBe(403)
    expect(reviewer.faults).toEqual([])
  })

  it('is worked by the keyboard alone', async () => {
    await askAsNobody('first')
    await askAsNobody('second')
    const { page, faults } = await openConsole(stage, 'reviewer')
    const rows = page.getByRole('list', { name: 'Cases' }).getByRole('link')
    await rows.nth(1).waitFor()
    expect(await rows.count()).toBe(2)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' })
    for (const [key, row] of WALK) {
      await page.keyboard.press(key)
      await focused(page, rows.nth(row)).waitFor()
    }
    await page.keyboard.press('t')
    await rows.nth(1).filter({ hasText: 'Yours' }).waitFor()
    expect(await rows.nth(0).innerText()).toContain('Nobody has it')
    await page.keyboard.press('Enter')
    await page.getByText('No account has this address').waitFor()
    await page.getByText('second@new.example.org').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Choose a case').waitFor()
    await focused(page, rows.nth(1)).waitFor()
    await page.keyboard.press('Enter')

    await tabTo(page, page.getByRole('radio', { name: 'Refuse', exact: true }))
    await page.keyboard.press('Space')
    await page.getByText('The account stays as it is.').waitFor()
    await tabTo(page, page.getByRole('textbox', { name: 'Reason' }))
    // Letters of what is typed are no keys of the desk.
    await page.keyboard.type('Just not known, is it?')
    await tabTo(page, page.getByRole('button', { name: 'Refuse', exact: true }))
    await page.keyboard.press('Enter')
    await page.getByText('The request stands at “Refused”.').waitFor()
    const { text } = await stage.mailbox.mail(
      'second@new.example.org',
      /could not recover the account/,
    )
    expect(text).toContain('Just not known, is it?')
    expect(await rows.count()).toBe(1)
    expect(faults).toEqual([])
  })

  it('takes in a colleague with a password and a second factor', async () => {
    const admin = await openConsole(stage, 'administrator')
    const email = 'olga@staff.example.com'
    await invite(admin.page, email)
    const { page, faults } = await visit(stage.browser, { size: 'desktop' })
    await acceptInvitation(stage, page, email)
    const secret = await enrol(page)
    await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()

    await page.getByRole('button', { name: 'Sign out' }).click()
    await giveStaffPassword(page, email)
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

const MOST_STEPS = 60

/** Keys, and the row of the queue that has the focus then. */
const WALK = [
  ['j', 0],
  ['j', 1],
  ['j', 1],
  ['k', 0],
  ['ArrowDown', 1],
  ['ArrowUp', 0],
  ['j', 1],
] as const

/** For an account that does not exist: it takes no registration, and staff have to look at it. */
async function askAsNobody(name: string): Promise<void> {
  const { page } = await visit(stage.browser)
  const { email, phone } = newcomer()
  await askForAddress(stage, page, { email, phone }, `${name}@new.example.org`)
  await page.context().close()
}

function focused(page: Page, one: Locator): Locator {
  return one.and(page.locator(':focus'))
}

/** As far as the keyboard needs it; further means that it can not be reached. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page, target).count()) > 0) return
  }
  throw new Error('The keyboard does not get there.')
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

/** Sets up the app with the key that is shown; the key is returned. */
async function enrol(page: Page): Promise<string> {
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
