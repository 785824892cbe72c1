import type { Refusal, UploadedFile } from '@danbao/contracts'
import { accept, refuse, type Result } from '@danbao/kernel'
import sharp, { type Sharp } from 'sharp'
import { createTurns } from '../../base/turns.ts'
import { type FileKind, fileKindOf } from './file-kind.ts'
import { isColourful } from './is-colourful.ts'
import {
  KEPT_SIDE,
  LEAST_LONG_SIDE,
  LEAST_SHORT_SIDE,
  MOST_BYTES,
  MOST_PIXELS,
  MOST_SECONDS,
  PREVIEW_SIDE,
} from './limits.ts'
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

/** Refuses with `file_type`, `file_too_large`, `file_unreadable` and `picture_unfit`. */
export async function takePicture({ bytes }: UploadedFile): Promise<Result<Picture, Refusal>> {
  if (bytes.length > MOST_BYTES) {
    return refuse({ code: 'file_too_large', detail: 'A file may have 15 MB.' })
  }
  const kind = fileKindOf(bytes)
  if (kind === undefined) {
    return refuse({ code: 'file_type', detail: 'Send a JPEG, PNG, HEIC or PDF file.' })
  }
  return inTurn(() => makeAnew(kind, bytes))
}

async function makeAnew(kind: FileKind, bytes: Uint8Array): Promise<Result<Picture, Refusal>> {
  const made = await readAnew(kind, bytes).catch(() => undefined)
  if (made === undefined) {
    return refuse({ code: 'file_unreadable', detail: 'The file is broken, or no picture.' })
  }
  const { data: jpeg, info } = made
  const [long, short] = [Math.max(info.width, info.height), Math.min(info.width, info.height)]
  if (long < LEAST_LONG_SIDE || short < LEAST_SHORT_SIDE) {
    return unfit('too_small', `${info.width} by ${info.height} pixels are too few to be read.`)
  }
  if (!(await isColourful(jpeg))) {
    return unfit('no_colour', 'The picture is black and white; a picture in colour is needed.')
  }
  const preview = await sharp(jpeg).resize(inside(PREVIEW_SIDE)).jpeg({ quality: 75 }).toBuffer()
  return accept({ jpeg, preview, width: info.width, height: info.height })
}

function unfit(why: 'too_small' | 'no_colour', detail: string): Result<never, Refusal> {
  return refuse({
    code: 'picture_unfit',
    detail,
    members: { why, least_pixels: String(LEAST_LONG_SIDE) },
  })
}

async function readAnew(
  kind: FileKind,
  bytes: Uint8Array,
): Promise<Awaited<ReturnType<typeof encode>> | undefined> {
  if (kind === 'jpeg' || kind === 'png') {
    return encode(sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }))
  }
  const drawn = await drawInWorker(kind, bytes)
  if (drawn === undefined) return undefined
  const { width, height, data } = drawn
  return encode(sharp(data, { raw: { width, height, channels: 4 } }))
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
