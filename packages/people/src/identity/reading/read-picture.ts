import sharp, { type Sharp } from 'sharp'
import type { ZoneFormat } from '../mrz/zone.ts'
import { type Component, findComponents, type Ink } from './components.ts'
import { findSkew } from './find-skew.ts'
import type { Ocr } from './ocr.ts'
import { findZone, type Place, runsOf, type ZonePlaces } from './zone-lines.ts'

const SIDE = 2000
/** How much darker than its surroundings ink is, of 255. */
const DARKER = 24
/** Of letters on a page that fills the picture. */
const HEIGHTS = { least: 12, most: 110 }
/** Of the corners that a rotation adds. */
const AROUND = '#888'

/** The lines of the zone in a picture, however it was turned; undefined: none was found. */
export async function readPicture(
  jpeg: Uint8Array,
  ocr: Ocr,
): Promise<readonly string[] | undefined> {
  for (const turn of [0, 180, 90, 270]) {
    const image = sharp(jpeg).rotate(turn).resize({ width: SIDE, height: SIDE, fit: 'inside' })
    const found = await findLevel(await greyOf(image))
    if (found !== undefined) return recognise(found.grey, found.zone, ocr)
  }
  return undefined
}

interface Found {
  readonly grey: Grey
  readonly zone: ZonePlaces
}

/** A lean that is not worth a rotation, which always costs some sharpness; in degrees. */
const LEVEL = 0.3

/** The zone, on a page that was put straight: letters that lean are taken for others. */
async function findLevel(grey: Grey): Promise<Found | undefined> {
  const components = await componentsOf(grey)
  const skew = findSkew(components)
  if (Math.abs(skew) < LEVEL) return found(grey, components)
  const level = await greyOf(rawOf(grey).rotate(-skew, { background: AROUND }))
  return found(level, await componentsOf(level)) ?? found(grey, components)
}

function found(grey: Grey, components: readonly Component[]): Found | undefined {
  const zone = findZone(components)
  return zone === undefined ? undefined : { grey, zone }
}

async function componentsOf(grey: Grey): Promise<readonly Component[]> {
  return findComponents(await inkOf(grey), HEIGHTS)
}

interface Grey {
  readonly width: number
  readonly height: number
  readonly points: Buffer
}

async function greyOf(image: Sharp): Promise<Grey> {
  const { data, info } = await image.greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, points: data }
}

function rawOf({ width, height, points }: Grey): Sharp {
  return sharp(points, { raw: { width, height, channels: 1 } })
}

/** Ink is darker than what lies around it: light falls unevenly on a page in somebody's hand. */
async function inkOf(grey: Grey): Promise<Ink> {
  const around = await rawOf(grey).blur(25).greyscale().raw().toBuffer()
  const points = new Uint8Array(grey.points.length)
  for (let at = 0; at < points.length; at += 1) {
    if ((grey.points[at] ?? 0) < (around[at] ?? 0) - DARKER) points[at] = 1
  }
  return { width: grey.width, height: grey.height, points }
}

async function recognise(
  grey: Grey,
  { format, lines }: ZonePlaces,
  ocr: Ocr,
): Promise<readonly string[]> {
  const read: string[] = []
  for (const line of lines) {
    const cells = line.map(() => '<')
    for (const { start, places } of runsOf(line)) {
      const among = amongWhich(format, read.length + start === 0, start === line.length - 1)
      const letters = await recogniseRun(grey, { places, among }, ocr)
      letters.forEach((letter, index) => {
        cells[start + index] = letter
      })
    }
    read.push(cells.join(''))
  }
  return read
}

/** What a letter can be that stands alone: the kind of the document, or the last check digit. */
function amongWhich(format: ZoneFormat, isFirst: boolean, isLast: boolean): string | undefined {
  if (isFirst) return format === 'TD3' ? 'PV' : 'IAC'
  return isLast ? '0123456789' : undefined
}

/** In pixels: what is not recognised in one size may be in another. */
const LETTER_HEIGHTS = [48, 36, 64]

interface Letters {
  readonly places: readonly Place[]
  readonly among: string | undefined
}

async function recogniseRun(
  grey: Grey,
  { places, among }: Letters,
  ocr: Ocr,
): Promise<readonly string[]> {
  if (places.length > 1) {
    for (const height of LETTER_HEIGHTS) {
      const text = await ocr.line(await withMargin(await cut(grey, places, height)))
      if (text.length === places.length) return [...text]
    }
  }
  // One letter more or less than there are: nobody could say where. They are read one by one.
  const letters: string[] = []
  for (const place of places) {
    letters.push(await recogniseOne(grey, place, { ocr, among }))
  }
  return letters
}

/** A letter that stands alone is often overlooked, three of them are not. */
async function recogniseOne(
  grey: Grey,
  place: Place,
  { ocr, among }: { readonly ocr: Ocr; readonly among: string | undefined },
): Promise<string> {
  const letter = await cut(grey, [place], LETTER_HEIGHTS[0])
  const { width = 0, height = 0 } = await sharp(letter).metadata()
  const step = width + GAP
  const three = sharp({ create: { width: step * 3, height, channels: 3, background: 'white' } })
    .composite([0, 1, 2].map((index) => ({ input: letter, left: index * step, top: 0 })))
    .png()
  const text = await ocr.line(await withMargin(await three.toBuffer()), among)
  return text.charAt(1) || text.charAt(0) || (among?.charAt(0) ?? '<')
}

const MARGIN = 14
const GAP = 12

/** The letters alone, enlarged. */
async function cut(grey: Grey, places: readonly Place[], tall = 48): Promise<Buffer> {
  const boxes = places.map(({ component }) => component)
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  const right = Math.max(...boxes.map((box) => box.right))
  const bottom = Math.max(...boxes.map((box) => box.bottom))
  return rawOf(grey)
    .extract({ left, top, width: right - left + 1, height: bottom - top + 1 })
    .normalise()
    .resize({ height: tall })
    .png()
    .toBuffer()
}

function withMargin(png: Buffer): Promise<Buffer> {
  const [top, bottom, left, right] = [MARGIN, MARGIN, MARGIN, MARGIN]
  return sharp(png).extend({ top, bottom, left, right, background: 'white' }).png().toBuffer()
}
