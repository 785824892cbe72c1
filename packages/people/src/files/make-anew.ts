import { MAX_FILE_BYTES, type Refusal, type UploadedFile } from '@danbao/contracts'
import { accept, refuse, type Result } from '@danbao/kernel'
import sharp, { type Sharp } from 'sharp'
import { createTurns } from '../base/turns.ts'
import type { PictureKind } from './file-kind.ts'
import { KEPT_SIDE, MOST_PIXELS, MOST_SECONDS, PREVIEW_SIDE } from './limits.ts'
import { drawInWorker } from './render.ts'

/** A picture made anew from what was uploaded: nothing but its pixels is left. */
export interface Picture {
  readonly jpeg: Buffer
  /** Small, for lists. */
  readonly preview: Buffer
  readonly width: number
  readonly height: number
}

/** Each takes up to 240 MB: many uploads at once wait instead of eating the memory. */
const inTurn = createTurns(2)

/** Refuses with `file_too_large`. */
export function checkSize({ bytes }: UploadedFile): Result<undefined, Refusal> {
  if (bytes.length <= MAX_FILE_BYTES) return accept(undefined)
  return refuse({ code: 'file_too_large', detail: 'A file may have 15 MB.' })
}

/**
 * Of a PDF its first page. Refuses with `file_unreadable`; with `file_too_large` and the member
 * `most_pixels` what is sound and has more points than can be held.
 */
export function makeAnew(kind: PictureKind, bytes: Uint8Array): Promise<Result<Picture, Refusal>> {
  return inTurn(async () => {
    if (await hasTooManyPixels(kind, bytes)) return TOO_MANY_PIXELS
    const made = await readAnew(kind, bytes).catch(() => undefined)
    if (made === undefined) {
      return refuse({ code: 'file_unreadable', detail: 'The file is broken, or no picture.' })
    }
    const { data: jpeg, info } = made
    const preview = await sharp(jpeg).resize(inside(PREVIEW_SIDE)).jpeg({ quality: 75 }).toBuffer()
    return accept({ jpeg, preview, width: info.width, height: info.height })
  })
}

/** By what the file says about itself, which is not drawn for it: it may be a bomb. */
async function hasTooManyPixels(kind: PictureKind, bytes: Uint8Array): Promise<boolean> {
  if (kind === 'pdf' || kind === 'heic') return false
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  return head !== undefined && head.width * head.height > MOST_PIXELS
}

const TOO_MANY_PIXELS = refuse<Refusal>({
  code: 'file_too_large',
  detail: `A picture may have ${MOST_PIXELS} pixels.`,
  members: { most_pixels: String(MOST_PIXELS) },
})

async function readAnew(
  kind: PictureKind,
  bytes: Uint8Array,
): Promise<Awaited<ReturnType<typeof encode>> | undefined> {
  if (kind === 'jpeg' || kind === 'png') {
    return encode(sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }))
  }
  // Starting the library takes seconds: too long to be told of a file that is cut off.
  if (kind === 'pdf' && !hasEnd(bytes)) return undefined
  const drawn = await drawInWorker(kind, bytes)
  if (drawn === undefined) return undefined
  const { width, height, data } = drawn
  return encode(sharp(data, { raw: { width, height, channels: 4 } }))
}

/** At the end of a PDF stands where its parts are. */
function hasEnd(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return file.includes('startxref') || file.includes('trailer')
}

/** Turned upright first; whatever else the file said about itself is left behind. */
function encode(image: Sharp): ReturnType<typeof toJpeg> {
  return toJpeg(image.autoOrient().flatten({ background: 'white' }).toColourspace('srgb'))
}

function toJpeg(image: Sharp) {
  return image
    .resize(inside(KEPT_SIDE))
    .jpeg({ quality: 88 })
    .timeout({ seconds: MOST_SECONDS })
    .toBuffer({ resolveWithObject: true })
}

function inside(side: number) {
  return { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const
}
