import { deflateSync } from 'node:zlib'
import { MAX_FILE_BYTES } from '@danbao/contracts'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawHeic } from '../../files/heic-fixture.ts'
import { takePicture } from './take-picture.ts'

const take = (bytes: Uint8Array) => takePicture({ mediaType: 'image/png', bytes })

async function taken(bytes: Uint8Array) {
  const result = await take(bytes)
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.detail}`)
  return result.value
}

async function refusal(bytes: Uint8Array) {
  const result = await take(bytes)
  return result.ok ? 'taken' : { code: result.refusal.code, ...result.refusal.members }
}

/** Red on the left, blue on the right. */
function picture(width = 900, height = 640): Sharp {
  const half = { width: Math.floor(width / 2), height, channels: 3, background: '#c00' } as const
  return sharp({ create: { width, height, channels: 3, background: '#00c' } }).composite([
    { input: { create: half }, left: 0, top: 0 },
  ])
}

async function colourAt(jpeg: Buffer, x: number, y: number): Promise<string> {
  const { data } = await sharp(jpeg)
    .extract({ left: x, top: y, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [red = 0, , blue = 0] = data
  return red > blue ? 'red' : 'blue'
}

function pdf(
  box: string,
  content = '.8 0 0 rg 0 0 200 300 re f 0 0 .8 rg 200 0 200 300 re f',
): Buffer {
  return Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R>>endobj
4 0 obj<</Length ${content.length}>>stream
${content}
endstream endobj
trailer<</Root 1 0 R>>`)
}

/** A PNG of some kilobytes that becomes very large: black points, one bit each. */
function bomb(side: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}

describe('a picture', () => {
  it('is taken from JPEG and PNG, whatever the request called it', async () => {
    for (const bytes of [await picture().jpeg().toBuffer(), await picture().png().toBuffer()]) {
      const { jpeg, width, height, preview } = await taken(bytes)
      expect([width, height]).toEqual([900, 640])
      expect(await colourAt(jpeg, 100, 100)).toBe('red')
      expect((await sharp(preview).metadata()).width).toBe(800)
    }
  })

  it('loses everything but its pixels: place, camera, profile', async () => {
    const bytes = await picture()
      .withExif({
        IFD0: { Make: 'Spy' },
        IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' },
      })
      .jpeg()
      .toBuffer()
    expect((await sharp(bytes).metadata()).exif?.includes('Spy')).toBe(true)
    const { jpeg, preview } = await taken(bytes)
    for (const kept of [jpeg, preview]) {
      const { exif, icc, xmp, iptc } = await sharp(kept).metadata()
      expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined])
      expect(kept.includes('Spy')).toBe(false)
    }
  })

  it('is turned upright', async () => {
    const { width, height, jpeg } = await taken(
      await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    )
    expect([width, height]).toEqual([640, 900])
    expect(await colourAt(jpeg, 320, 50)).toBe('red')
    expect(await colourAt(jpeg, 320, 850)).toBe('blue')
  })

  it('is made smaller when it is very large', async () => {
    const { width } = await taken(await picture(4000, 2000).jpeg().toBuffer())
    expect(width).toBe(3000)
  })

  it('is drawn from the first page of a PDF', async () => {
    const { jpeg, width, height } = await taken(pdf('0 0 400 300'))
    expect([width, height]).toEqual([2600, 1950])
    expect(await colourAt(jpeg, 400, 900)).toBe('red')
    expect(await colourAt(jpeg, 2200, 900)).toBe('blue')
  })

  it('is decoded from HEIC', async () => {
    const { jpeg, width, height } = await taken(drawHeic({ width: 640, height: 416 }))
    expect([width, height]).toEqual([640, 416])
    expect(await colourAt(jpeg, 100, 200)).toBe('red')
    expect(await colourAt(jpeg, 500, 200)).toBe('blue')
  })
})

describe('what is no picture', () => {
  it.each([
    ['a program', '\x7fELF'],
    ['a web page', '<html><script>alert(1)</script>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['GIF', 'GIF89a'],
    ['AVIF', '\0\0\0\x1cftypavif'],
    ['a path', '../../etc/passwd'],
    ['nothing', ''],
  ])('like %s is of another type', async (_, text) => {
    expect(await refusal(Buffer.from(text, 'latin1'))).toEqual({ code: 'file_type' })
  })

  it('is too large beyond 15 MB, before anybody looks into it', async () => {
    const bytes = Buffer.alloc(MAX_FILE_BYTES + 1)
    expect(await refusal(bytes)).toEqual({ code: 'file_too_large' })
  })

  it('can not be read when it is broken', async () => {
    const jpeg = await picture().jpeg().toBuffer()
    const png = await picture().png().toBuffer()
    const heic = drawHeic({ width: 640, height: 416 })
    const broken = [
      jpeg.subarray(0, jpeg.length / 2),
      png.subarray(0, 200),
      Buffer.from('%PDF-1.4 and nothing else'),
      heic.subarray(0, 300),
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
    ]
    for (const bytes of broken) expect(await refusal(bytes)).toEqual({ code: 'file_unreadable' })
  })

  it('is refused at once when it is a PDF that was cut off', async () => {
    const began = performance.now()
    const cut = Buffer.from(`%PDF-1.7 1 0 obj<</Type/Catalog>>endobj ${'x'.repeat(100_000)}`)
    expect(await refusal(cut)).toEqual({ code: 'file_unreadable' })
    expect(performance.now() - began).toBeLessThan(500)
  })

  it('is a bomb: a few bytes that become millions of points', async () => {
    expect(await refusal(bomb(1_000))).toMatchObject({ why: 'no_colour' })
    expect(bomb(10_000).length).toBeLessThan(20_000)
    expect(await refusal(bomb(10_000))).toEqual({
      code: 'file_too_large',
      most_pixels: '60000000',
    })
    const heic = drawHeic({ width: 640, height: 416, saysWidth: 60_000, saysHeight: 60_000 })
    expect(await refusal(heic)).toEqual({ code: 'file_unreadable' })
  })

  it('is a PDF with a page as long as a street, or none', async () => {
    expect(await refusal(pdf('0 0 60 14400'))).toEqual({ code: 'file_unreadable' })
    expect(await refusal(pdf('0 0 0 0', ''))).not.toBe('taken')
    // A huge page is drawn no larger than any other.
    expect((await taken(pdf('0 0 14400 10800', '.8 0 0 rg 0 0 9999 9999 re f'))).width).toBe(2600)
  })
})

describe('a picture that is not good enough', () => {
  it('is too small', async () => {
    expect(await refusal(await picture(590, 400).jpeg().toBuffer())).toMatchObject({
      code: 'picture_unfit',
      why: 'too_small',
    })
    expect(await refusal(await picture(900, 200).jpeg().toBuffer())).toMatchObject({
      why: 'too_small',
    })
  })

  it('has no colour, also when it is saved as if it had', async () => {
    const grey = await sharp(await picture().png().toBuffer())
      .greyscale()
      .jpeg()
      .toBuffer()
    const asColour = await sharp(grey).toColourspace('srgb').png().toBuffer()
    expect((await sharp(asColour).metadata()).channels).toBe(3)
    for (const bytes of [grey, asColour]) {
      expect(await refusal(bytes)).toMatchObject({ code: 'picture_unfit', why: 'no_colour' })
    }
  })
})

it('holds up nobody while it is made', async () => {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  await taken(pdf('0 0 400 300'))
  clearInterval(timer)
  expect(longest).toBeLessThan(400)
})
