import type { Refusal } from '@danbao/contracts'
import { MAX_LOGO_BYTES } from '@danbao/contracts/console'
import { accept, refuse, type Result } from '@danbao/kernel'
import sharp from 'sharp'
import { fileKindOf } from './file-kind.ts'
import { MOST_SECONDS } from './limits.ts'

const SIDE = 256
/** A logo is small; what says that it has more points than a screen is a bomb. */
const MOST_LOGO_PIXELS = 16_000_000

/**
 * A small PNG picture of what was sent: nothing but its pixels is left. Refuses with
 * `file_too_large`, `file_type` and `file_unreadable`.
 */
export async function makeLogo(bytes: Uint8Array): Promise<Result<Uint8Array, Refusal>> {
  if (bytes.length > MAX_LOGO_BYTES) {
    return refuse({ code: 'file_too_large', detail: 'A logo may have 1 MB.' })
  }
  if (!isLogoKind(bytes)) {
    return refuse({ code: 'file_type', detail: 'A logo is a PNG, JPEG or WebP picture.' })
  }
  const png = await sharp(bytes, { limitInputPixels: MOST_LOGO_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png()
    .timeout({ seconds: MOST_SECONDS })
    .toBuffer()
    .catch(() => undefined)
  return png === undefined
    ? refuse({ code: 'file_unreadable', detail: 'The file is broken, or no picture.' })
    : accept(png)
}

function isLogoKind(bytes: Uint8Array): boolean {
  const kind = fileKindOf(bytes)
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  const isWebp = head.startsWith('RIFF') && head.endsWith('WEBP')
  return kind === 'png' || kind === 'jpeg' || isWebp
}
