import { ANNA } from '@danbao/people/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import {
  beginCheck,
  chooseDocument,
  choosePicture,
  confirmData,
  holderOf,
  passportOf,
  readPassport,
  scanOf,
} from './prove-identity.ts'
import { register } from './register.ts'
import { openConsole, takeCase } from './staff.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 90_000)
afterAll(() => stage.close())

describe('the identity check', { timeout: 180_000 }, () => {
  it('leads from a picture of the passport to level 2', async () => {
    const who = holderOf(ANNA)
    const { page, faults } = await visit(stage.browser)
    await register(stage, page, who)
    await beginCheck(stage, page)
    await readPassport(page, ANNA)
    expect(await page.getByLabel('Family name').inputValue()).toBe('ERIKSSON')
    expect(await page.getByLabel('Given names').inputValue()).toBe('ANNA MARIA')
    expect(await page.getByLabel('Number of the document').inputValue()).toBe(ANNA.number)
    expect(await page.getByLabel('Date of birth').inputValue()).toBe(ANNA.birthDate)
    expect(await page.getByLabel('Good until').inputValue()).toBe(ANNA.expiresOn)
    await confirmData(page)

    const desk = await openConsole(stage, 'reviewer')
    await takeCase(desk.page, 'Identity', 'AE')
    await desk.page.getByRole('heading', { name: 'Identity of Anna Maria Eriksson' }).waitFor()
    await seePicture(desk.page)
    await desk.page.getByRole('radio', { name: 'Approve', exact: true }).check()
    await desk.page.getByText('reaches level 2 at once').waitFor()
    await desk.page.getByRole('button', { name: 'Approve', exact: true }).click()
    await desk.page.getByText('The check stands at “Approved”.').waitFor()

    const { text } = await stage.mailbox.mail(who.email, /identity is confirmed/)
    expect(text).toContain('level 2')
    await page.goto(`${stage.url}/wallet/levels`)
    await page.getByText('You have the highest level').waitFor()
    await page.goto(`${stage.url}/wallet/identity`)
    await page.getByRole('heading', { name: 'Your identity is proved' }).waitFor()
    expect([...faults, ...desk.faults]).toEqual([])
  })

  it('is refused with a reason, and tried once more', async () => {
    const passport = passportOf('KLEIN', 'BERTA', 'C4J7T1XY2')
    const who = holderOf(passport)
    const { page, faults } = await visit(stage.browser)
    await register(stage, page, who)
    await beginCheck(stage, page)
    await readPassport(page, passport)
    await confirmData(page)

    const desk = await openConsole(stage, 'reviewer')
    await takeCase(desk.page, 'Identity', 'BK')
    await desk.page.getByRole('radio', { name: 'Refuse', exact: true }).check()
    await desk.page.getByRole('button', { name: 'Refuse', exact: true }).click()
    await desk.page.getByText('Choose one.').waitFor()
    await desk.page.getByLabel('Reason').selectOption('not_genuine')
    await desk.page.getByLabel('In your words').fill('A corner is missing.')
    await desk.page.getByRole('button', { name: 'Refuse', exact: true }).click()
    await desk.page.getByText('The check stands at “Refused”.').waitFor()

    const { text } = await stage.mailbox.mail(who.email, /was not accepted/)
    expect(text).toContain('A corner is missing.')
    await page.reload()
    await page.getByText('The check was refused').waitFor()
    await page.getByText('“A corner is missing.”').waitFor()
    await chooseDocument(page)
    await readPassport(page, passport)
    await confirmData(page)
    await desk.page.getByRole('link', { name: /^Queue/ }).click()
    await desk.page.reload()
    await takeCase(desk.page, 'Identity', 'BK')
    await desk.page.getByRole('heading', { name: 'Earlier checks' }).waitFor()
    expect([...faults, ...desk.faults]).toEqual([])
  })

  it('explains a file that can not be taken, and keeps what was there', async () => {
    const passport = passportOf('WEBER', 'CLARA', 'C7K2M9PQ4')
    const { page, faults } = await visit(stage.browser)
    await register(stage, page, holderOf(passport))
    await beginCheck(stage, page)
    await readPassport(page, passport)
    await page.getByLabel('Given names').fill('CLARA LUISE')
    await page.getByRole('button', { name: 'Replace a picture' }).click()
    await page.getByText('Received').waitFor()
    await choosePicture(page, { ...TEXT, name: 'passport.txt' })
    await page.getByText('Files of this kind are not taken.').waitFor()
    const scan = await scanOf(passport)
    await choosePicture(page, { ...scan, buffer: Buffer.alloc(15 * 1024 * 1024 + 1, 1) })
    await page.getByText('The file is larger than 15 MB.').waitFor()
    await choosePicture(page, { ...scan, buffer: scan.buffer.subarray(0, 200) })
    await page.getByText('can not be opened as a picture').waitFor()
    await choosePicture(page, { ...scan, buffer: TEXT.buffer })
    await page.getByText('Files of this kind are not taken.').waitFor()
    await page.getByText('Received').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Is this right?' }).waitFor()
    expect(await page.getByLabel('Given names').inputValue()).toBe('CLARA LUISE')
    expect(faults).toEqual([])
  })
})

const TEXT = {
  name: 'passport.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Anna Maria Eriksson, born 1974'),
}

const WIDTH = 'document.querySelector(\'img[alt="Front"]\')?.naturalWidth ?? 0'

/** The scan is drawn, not only announced. */
async function seePicture(page: Page): Promise<void> {
  const picture = page.getByRole('img', { name: 'Front' })
  await picture.waitFor()
  const width = (): Promise<unknown> => page.evaluate(WIDTH)
  await expect.poll(width, { timeout: 15_000 }).toBeGreaterThan(500)
}
