import { ANNA, drawSpecimen, type Specimen } from '@danbao/people/testing'
import type { Page } from 'playwright-core'
import type { Stage } from './open-stage.ts'
import { type Newcomer, newcomer } from './register.ts'

/** Reading by a machine takes some seconds, on two busy cores many. */
const READING_MS = 60_000

/** Somebody whose profile says what stands in their passport. */
export function holderOf(passport: Specimen): Newcomer {
  return newcomer({
    givenName: asTyped(passport.givenName),
    familyName: asTyped(passport.familyName),
    documentNumber: passport.number,
  })
}

/** Another passport than Anna's. */
export function passportOf(familyName: string, givenName: string, number: string): Specimen {
  return { ...ANNA, familyName, givenName, number }
}

/** 'Anna Maria' of 'ANNA MARIA'. */
function asTyped(name: string): string {
  return name.toLowerCase().replaceAll(/\b\w/g, (letter) => letter.toUpperCase())
}

/** From the levels to the page where the pictures are given. */
export async function beginCheck(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.url}/wallet/levels`)
  await page.getByRole('link', { name: 'Prove your identity' }).click()
  await chooseDocument(page)
}

export async function chooseDocument(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Passport/ }).check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('group', { name: 'Page with your photo' }).waitFor()
}

export interface Upload {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export async function scanOf(passport: Specimen): Promise<Upload> {
  const buffer = await drawSpecimen(passport, 'passport')
  return { name: 'passport.jpg', mimeType: 'image/jpeg', buffer }
}

/** Chooses a file for the page with the photo. */
export async function choosePicture(page: Page, file: Upload): Promise<void> {
  const group = page.getByRole('group', { name: 'Page with your photo' })
  await group.locator('input[type=file]').first().setInputFiles(file)
}

/** Gives the page, and waits until the machine has read it. */
export async function readPassport(page: Page, passport: Specimen): Promise<void> {
  await choosePicture(page, await scanOf(passport))
  await page.getByText('Received').waitFor()
  await page.getByRole('button', { name: 'Read the document' }).click()
  const asked = page.getByRole('heading', { name: 'Is this right?' })
  await asked.waitFor({ timeout: READING_MS })
}

/** Confirms what was read. */
export async function confirmData(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /^I agree/ }).check()
  await page.getByRole('button', { name: 'Send to our staff' }).click()
  await page.getByRole('heading', { name: 'Our staff look at it' }).waitFor()
}
