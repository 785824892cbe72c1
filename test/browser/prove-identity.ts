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

/** What is chosen, and the first picture that is asked for then. */
const DOCUMENTS = { Passport: 'Page with your photo', 'Driving licence': 'Front side' } as const
export type Document = keyof typeof DOCUMENTS

/** From the levels to the page where the pictures are given. */
export async function beginCheck(stage: Stage, page: Page, document?: Document): Promise<void> {
  await page.goto(`${stage.url}/wallet/levels`)
  await page.getByRole('link', { name: 'Prove your identity' }).click()
  await chooseDocument(page, document)
}

export async function chooseDocument(page: Page, document: Document = 'Passport'): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${document}`) }).check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('group', { name: DOCUMENTS[document] }).waitFor()
}

export interface Upload {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export async function scanOf(
  of: Specimen,
  page: 'passport' | 'card_front' = 'passport',
): Promise<Upload> {
  const buffer = await drawSpecimen(of, page)
  return { name: `${page}.jpg`, mimeType: 'image/jpeg', buffer }
}

/** The scan as the only page of a PDF. */
export async function pdfOf(passport: Specimen): Promise<Upload> {
  const { buffer: jpeg } = await scanOf(passport)
  const draw = 'q 650 0 0 450 0 0 cm /Scan Do Q'
  const head = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 650 450]/Contents 4 0 R
/Resources<</XObject<</Scan 5 0 R>>>>>>endobj
4 0 obj<</Length ${draw.length}>>stream
${draw}
endstream endobj
5 0 obj<</Type/XObject/Subtype/Image/Width 1300/Height 900/ColorSpace/DeviceRGB
/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>stream
`
  const end = '\nendstream endobj\ntrailer<</Root 1 0 R>>'
  const buffer = Buffer.concat([Buffer.from(head), jpeg, Buffer.from(end)])
  return { name: 'passport.pdf', mimeType: 'application/pdf', buffer }
}

/** Chooses a file for one side of the document. */
export async function choosePicture(
  page: Page,
  file: Upload,
  side = 'Page with your photo',
): Promise<void> {
  const group = page.getByRole('group', { name: side, exact: true })
  await group.locator('input[type=file]').first().setInputFiles(file)
}

/** Gives the page, and waits until the machine has read it. */
export async function readPassport(page: Page, passport: Specimen): Promise<void> {
  await choosePicture(page, await scanOf(passport))
  await page.getByText('Received').waitFor()
  await readPictures(page)
}

/** The machine's turn; ends with what it read. */
export async function readPictures(page: Page): Promise<void> {
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
