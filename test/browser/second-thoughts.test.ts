import { ANNA } from '@danbao/people/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOURNEY } from './journey.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { beginCheck, holderOf, readPassport } from './prove-identity.ts'
import { newcomer, register, typePin } from './register.ts'
import { openConsole, takeCase } from './staff.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 120_000)
afterAll(() => stage.close())

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** In Russian, as it is shown on a telephone. */
async function look(page: Page, name: string): Promise<void> {
  if (process.env['SCREENSHOTS'] === undefined) return
  await page.evaluate(() => localStorage.setItem('danbao.language', 'ru'))
  await page.reload()
  await page.waitForLoadState('networkidle')
  await shoot(page, name)
  await page.evaluate(() => localStorage.setItem('danbao.language', 'en'))
  await page.reload()
}

describe('what somebody is asked for', JOURNEY, () => {
  it('about a lost mailbox stays over a reload and the browser’s Back', async () => {
    const { page, faults } = await visit(stage.browser)
    await page.goto(`${stage.url}/wallet/recover/email`)
    await page.getByRole('textbox').fill('old@example.com')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Which address can you read?' }).waitFor()
    await page.getByRole('textbox').fill('new@example.com')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Which phone number is in the account?' }).waitFor()
    await page.getByRole('textbox').fill('+4915112345678')
    await page.reload()
    await page.getByRole('heading', { name: 'Which phone number is in the account?' }).waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('+4915112345678')
    await page.goBack()
    await page.getByRole('heading', { name: 'Which address can you read?' }).waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('new@example.com')
    await page.goForward()
    await page.getByRole('heading', { name: 'Which phone number is in the account?' }).waitFor()
    await look(page, 'guide')
    expect(faults).toEqual([])
  })

  it('differs from the document: which is right is asked before it is sent', async () => {
    const who = holderOf(ANNA)
    const { page, faults } = await visit(stage.browser)
    await register(stage, page, who)
    await beginCheck(stage, page)
    await readPassport(page, ANNA)
    await page.getByLabel('Family name').fill('Smith')
    await page.getByLabel('Number of the document').fill('ZZZ999')
    await page.getByRole('checkbox', { name: /^I agree/ }).check()
    await page.getByRole('button', { name: 'Send to our staff' }).click()
    await page.getByText('in the document we read ERIKSSON, you typed Smith').waitFor()
    await shoot(page, 'differs')
    await page.getByRole('button', { name: 'ERIKSSON, as read' }).click()
    expect(await page.getByLabel('Family name').inputValue()).toBe('ERIKSSON')
    await page.getByRole('button', { name: 'ZZZ999, as typed' }).click()
    await page.getByRole('button', { name: 'Send to our staff' }).click()
    await page.getByRole('heading', { name: 'Our staff look at it' }).waitFor()

    const desk = await openConsole(stage, 'reviewer')
    await takeCase(desk.page, 'Identity', 'AE')
    await desk.page.getByRole('radio', { name: 'Ask again', exact: true }).check()
    await desk.page.getByLabel('Reason').selectOption('unreadable')
    await desk.page.getByRole('checkbox').first().check()
    await desk.page.getByRole('button', { name: 'Ask again', exact: true }).click()
    await stage.mailbox.mail(who.email, /need another picture/)
    await page.goto(`${stage.url}/wallet/`)
    await page.getByText('Our staff need something more from you').waitFor()
    await look(page, 'home-asked')
    await page.goto(`${stage.url}/wallet/levels`)
    await page.getByText('need something more before they can decide').waitFor()
    await look(page, 'levels-asked')
    await page.getByRole('link', { name: 'See what is needed' }).click()
    await page.getByText('Our staff need more').waitFor()
    expect([...faults, ...desk.faults]).toEqual([])
  })

  it('in the settings: only what was wrong, and obvious digits never twice', async () => {
    const who = newcomer()
    const { page, faults } = await visit(stage.browser)
    await register(stage, page, who)
    await page.goto(`${stage.url}/wallet/settings/payment-password`)
    await typePin(page, 'Present payment password', '918273')
    await typePin(page, 'New payment password', '123456')
    await page.getByText('Easy to guess').waitFor()
    await shoot(page, 'pin')
    await typePin(page, 'New payment password', '830562')
    await typePin(page, 'Type it once more', '830562')
    await page.getByLabel('Your password').fill('not my password')
    await page.getByRole('button', { name: 'Change the payment password' }).click()
    await page.getByText(/4 tries are left/).waitFor()
    await page.getByLabel('Your password').fill(who.password)
    await page.getByRole('button', { name: 'Change the payment password' }).click()
    await page.getByText('The present payment password is not right').waitFor()
    await page.getByText(/4 tries are left/).waitFor()
    await typePin(page, 'Present payment password', who.paymentPassword)
    await page.getByRole('button', { name: 'Change the payment password' }).click()
    await page.getByText('Your payment password is changed.').waitFor()

    await page.goto(`${stage.url}/wallet/settings/data`)
    await look(page, 'data')
    if (process.env['SCREENSHOTS'] !== undefined) {
      await page.goto(`${stage.url}/wallet/email/undo?token=any`)
      await look(page, 'undo')
    }
    await page.goto(`${stage.url}/wallet/settings`)
    await page.evaluate(() => localStorage.setItem('danbao.language', 'zh'))
    await page.reload()
    const select = page.getByLabel('应用和邮件语言')
    await page.getByText('此设备选择了').waitFor()
    await shoot(page, 'language')
    expect(await select.inputValue()).toBe('en')
    await page.getByRole('button', { name: '全部使用English' }).click()
    await page.getByText('Mails and SMS come in').waitFor({ state: 'detached' })
    expect(await page.getByLabel('Language of the app and mails').inputValue()).toBe('en')
    expect(faults).toEqual([])
  })
})
