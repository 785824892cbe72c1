import { ANNA, drawHeic } from '@danbao/people/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOURNEY } from './journey.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import {
  beginCheck,
  chooseDocument,
  choosePicture,
  confirmData,
  holderOf,
  passportOf,
  pdfOf,
  readPassport,
  readPictures,
  scanOf,
} from './prove-identity.ts'
import { register } from './register.ts'
import { openConsole, takeCase } from './staff.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe('the identity check', JOURNEY, () => {
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
    await approveIdentity(desk.page)

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

  it('is asked for another picture, which comes as a PDF, and for a selfie', async () => {
    const passport = passportOf('VOGEL', 'DORA', 'L898903C6')
    const who = holderOf(passport)
    const { page, faults } = await visit(stage.browser)
    await register(stage, page, who)
    await beginCheck(stage, page)
    await readPassport(page, passport)
    await confirmData(page)

    const desk = await openConsole(stage, 'reviewer')
    await takeCase(desk.page, 'Identity', 'DV')
    await askAgain(desk.page, 'The lamp shines on your name.')
    const { text } = await stage.mailbox.mail(who.email, /need another picture/)
    expect(text).toContain('The lamp shines on your name.')
    await page.reload()
    await page.getByText('Our staff need more').waitFor()
    await page.getByText('“The lamp shines on your name.”').waitFor()
    await page.getByText('Needed anew').waitFor()
    await page.getByRole('button', { name: 'Read the document' }).click()
    await page.getByText('This picture is still missing.').first().waitFor()
    await choosePicture(page, await pdfOf(passport))
    await page.getByText('Received').waitFor()
    await choosePicture(page, await scanOf(passport), 'Selfie')
    await page.getByText('Received').nth(1).waitFor()
    await readPictures(page)
    expect(await page.getByLabel('Family name').inputValue()).toBe('VOGEL')
    expect(await page.getByLabel('Number of the document').inputValue()).toBe(passport.number)
    await confirmData(page)

    await openCase(desk.page, 'DV')
    await seePicture(desk.page)
    await desk.page.getByRole('tab', { name: 'Selfie' }).click()
    await seePicture(desk.page, 'Selfie')
    await approveIdentity(desk.page)
    await stage.mailbox.mail(who.email, /identity is confirmed/)
    expect([...faults, ...desk.faults]).toEqual([])
  })

  it('takes a driving licence, whose data the person types', async () => {
    const licence = passportOf('WOLF', 'EMMA', 'C5P2K8LM1')
    const { page, faults } = await visit(stage.browser)
    await register(stage, page, holderOf(licence))
    await beginCheck(stage, page, 'Driving licence')
    await choosePicture(page, await scanOf(licence, 'card_front'), 'Front side')
    await page.getByText('Received').waitFor()
    await page.getByRole('button', { name: 'Go on to the data' }).click()
    await page.getByText('This picture is still missing.').waitFor()
    const buffer = drawHeic({ width: 640, height: 416 })
    await choosePicture(page, { name: 'back.heic', mimeType: 'image/heic', buffer }, 'Back side')
    await page.getByText('Received').nth(1).waitFor()
    await page.getByRole('button', { name: 'Go on to the data' }).click()
    await page.getByText('This document has no lines for machines').waitFor()
    await page.getByLabel('Family name').fill('Wolf')
    await page.getByLabel('Given names').fill('Emma')
    await page.getByLabel('Date of birth').fill(licence.birthDate)
    await page.getByLabel('Number of the document').fill(licence.number)
    await page.getByLabel('Nationality').selectOption('Not on this document')
    await page.getByLabel('Issued by').selectOption('Germany')
    await page.getByLabel('It has no date of expiry').check()
    await confirmData(page)
    await page.getByText('No expiry').waitFor()

    const desk = await openConsole(stage, 'reviewer')
    await takeCase(desk.page, 'Identity', 'EW')
    await seePicture(desk.page, 'Front')
    await desk.page.getByRole('tab', { name: 'Back' }).click()
    await seePicture(desk.page, 'Back')
    await approveIdentity(desk.page)
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
    await page.getByText('The file is too large.').waitFor()
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

/** Opens a case that this member of staff has. */
async function openCase(page: Page, initials: string): Promise<void> {
  await page.getByRole('link', { name: /^Queue/ }).click()
  await page.reload()
  const cases = page.getByRole('list', { name: 'Cases' }).getByRole('link')
  await cases.filter({ hasText: 'Identity' }).filter({ hasText: initials }).click()
  await page.getByText('You work on it.').waitFor()
}

async function askAgain(page: Page, said: string): Promise<void> {
  await page.getByRole('radio', { name: 'Ask again', exact: true }).check()
  await page.getByLabel('Reason').selectOption('unreadable')
  await page.getByRole('button', { name: 'Ask again', exact: true }).click()
  await page.getByText('Choose one.').waitFor()
  await page.getByRole('checkbox', { name: 'Page with the photo' }).check()
  await page.getByRole('checkbox', { name: 'Selfie' }).check()
  await page.getByLabel('In your words').fill(said)
  await page.getByRole('button', { name: 'Ask again', exact: true }).click()
  await page.getByText('The check stands at “Asked again”.').waitFor()
}

async function approveIdentity(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Approve', exact: true }).check()
  await page.getByText('reaches level 2 at once').waitFor()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByText('The check stands at “Approved”.').waitFor()
}

/** The scan is drawn, not only announced. */
async function seePicture(page: Page, side = 'Page with the photo'): Promise<void> {
  await page.getByRole('img', { name: side }).waitFor()
  const found = `document.querySelector('img[alt="${side}"]')?.naturalWidth ?? 0`
  const width = (): Promise<unknown> => page.evaluate(found)
  await expect.poll(width, { timeout: 15_000 }).toBeGreaterThan(500)
}
