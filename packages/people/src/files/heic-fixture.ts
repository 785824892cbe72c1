/**
 * A HEIC file for tests, red on the left and blue on the right. No encoder for it is at hand, so this
 * writes the one form of HEVC that needs none: each block of 32 by 32 points is a slice of its own
 * whose samples are stored as they are (PCM, Rec. ITU-T H.265, 7.3.8.7).
 */
export interface HeicFixture {
  /** Multiples of 32. */
  readonly width: number
  readonly height: number
  /** What the container says, where that is to be a lie. */
  readonly saysWidth?: number
  readonly saysHeight?: number
}

const BLOCK = 32
const RED = [76, 85, 255] as const
const BLUE = [29, 255, 107] as const

export function drawHeic({ width, height, saysWidth, saysHeight }: HeicFixture): Buffer {
  const sets = [nal(32, videoSet()), nal(33, sequenceSet(width, height)), nal(34, pictureSet())]
  const columns = width / BLOCK
  const blocks = columns * (height / BLOCK)
  const slices = Array.from({ length: blocks }, (_, block) => {
    const colour = block % columns < columns / 2 ? RED : BLUE
    return nal(19, slice(block, Math.ceil(Math.log2(blocks)), colour))
  })
  const data = Buffer.concat(slices.map((unit) => Buffer.concat([u32(unit.length), unit])))
  const size = [saysWidth ?? width, saysHeight ?? height] as const
  // The place of the data depends on the length of what stands before, which does not depend on it.
  const head = (place: number): Buffer => container(sets, size, { place, length: data.length })
  return Buffer.concat([head(head(0).length + 8), box('mdat', data)])
}

class Bits {
  private readonly bits: number[] = []
  u(count: number, value: number): this {
    for (let bit = count - 1; bit >= 0; bit -= 1) this.bits.push((value >>> bit) & 1)
    return this
  }
  /** Exp-Golomb. */
  ue(...values: number[]): this {
    for (const value of values) {
      const length = Math.floor(Math.log2(value + 1))
      this.u(length, 0).u(length + 1, value + 1)
    }
    return this
  }
  align(): this {
    while (this.bits.length % 8 !== 0) this.bits.push(0)
    return this
  }
  bytes(): Buffer {
    const text = this.align().bits.join('')
    return Buffer.from((text.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)))
  }
}

/** Profile: main still picture, level 3.1. */
function profile(bits: Bits): Bits {
  return bits.u(8, 3).u(32, 0x70000000).u(4, 9).u(32, 0).u(12, 0).u(8, 93)
}

function videoSet(): Buffer {
  const bits = new Bits().u(4, 0).u(2, 3).u(6, 0).u(3, 0).u(1, 1).u(16, 0xffff)
  return profile(bits).u(1, 1).ue(0, 0, 0).u(6, 0).ue(0).u(2, 0).u(1, 1).bytes()
}

function sequenceSet(width: number, height: number): Buffer {
  const bits = profile(new Bits().u(4, 0).u(3, 0).u(1, 1))
  // Colour 4:2:0 of 8 bits; blocks of 32; samples of 8 bits stored as they are, without filters.
  bits.ue(0, 1, width, height).u(1, 0).ue(0, 0, 0).u(1, 1).ue(0, 0, 0)
  bits.ue(2, 0, 0, 3, 0, 0).u(3, 0).u(1, 1).u(4, 7).u(4, 7).ue(2, 0).u(1, 1)
  return bits.ue(0).u(5, 0).u(1, 1).bytes()
}

function pictureSet(): Buffer {
  const bits = new Bits().ue(0, 0).u(7, 0).ue(0, 0, 0).u(3, 0).ue(0, 0).u(7, 0)
  return bits.u(1, 1).u(1, 0).u(1, 1).u(2, 0).ue(0).u(2, 0).u(1, 1).bytes()
}

function slice(block: number, addressBits: number, colour: readonly number[]): Buffer {
  const bits = new Bits()
    .u(1, block === 0 ? 1 : 0)
    .u(1, 0)
    .ue(0)
  if (block > 0) bits.u(addressBits, block)
  bits.ue(2).ue(0).u(1, 1).align()
  // Arithmetic coding of: one part (the more probable symbol), stored as it is, end.
  encodeEnd(bits, 270)
  bits.align()
  const [luma = 0, blueness = 0, redness = 0] = colour
  for (let at = 0; at < BLOCK * BLOCK; at += 1) bits.u(8, luma)
  for (const chroma of [blueness, redness]) {
    for (let at = 0; at < (BLOCK * BLOCK) / 4; at += 1) bits.u(8, chroma)
  }
  encodeEnd(bits, 510)
  return bits.bytes()
}

/** A terminating bin of 1 from a fresh coder with this range, and its flush (9.3.4.5). */
function encodeEnd(bits: Bits, range: number): void {
  let low = range - 2
  let first = true
  let outstanding = 0
  const put = (bit: number): void => {
    if (!first) bits.u(1, bit)
    first = false
    for (; outstanding > 0; outstanding -= 1) bits.u(1, 1 - bit)
  }
  for (let shift = 0; shift < 7; shift += 1) {
    if (low >= 512) {
      low -= 512
      put(1)
    } else if (low < 256) put(0)
    else {
      low -= 256
      outstanding += 1
    }
    low <<= 1
  }
  put((low >> 9) & 1)
  bits.u(2, ((low >> 7) & 3) | 1)
}

/** With its header, and no bytes in it that look like the start of another. */
function nal(type: number, payload: Buffer): Buffer {
  const safe: number[] = []
  for (const byte of payload) {
    if (byte <= 3 && safe.at(-1) === 0 && safe.at(-2) === 0) safe.push(3)
    safe.push(byte)
  }
  return Buffer.from([type << 1, 1, ...safe])
}

interface Place {
  readonly place: number
  readonly length: number
}

function container(
  sets: readonly Buffer[],
  [width, height]: readonly [number, number],
  { place, length }: Place,
): Buffer {
  const full = (name: string, ...parts: Buffer[]): Buffer => box(name, u32(0), ...parts)
  const item = box('infe', u32(0x02000000), u16(1), u16(0), text('hvc1'), Buffer.alloc(1))
  const properties = box('ipco', box('hvcC', decoder(sets)), full('ispe', u32(width), u32(height)))
  const associations = full('ipma', u32(1), u16(1), Buffer.from([2, 0x81, 2]))
  const handler = full('hdlr', u32(0), text('pict'), Buffer.alloc(13))
  const location = Buffer.concat([u16(0x4400), u16(1), u16(1), u16(0), u16(1)])
  const meta = full(
    'meta',
    handler,
    full('pitm', u16(1)),
    full('iloc', location, u32(place), u32(length)),
    full('iinf', u16(1), item),
    box('iprp', properties, associations),
  )
  return Buffer.concat([box('ftyp', text('heic'), u32(0), text('mif1heic')), meta])
}

function decoder(sets: readonly Buffer[]): Buffer {
  const head = [1, 3, 0x70, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 93, 0xf0, 0, 0xfc, 0xfd, 0xf8, 0xf8]
  const units = sets.map((unit) =>
    Buffer.concat([Buffer.from([0x80 | ((unit[0] ?? 0) >> 1)]), u16(1), u16(unit.length), unit]),
  )
  return Buffer.concat([Buffer.from([...head, 0, 0, 0x0f, sets.length]), ...units])
}

function box(name: string, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([u32(content.length + 8), text(name), content])
}

function text(value: string): Buffer {
  return Buffer.from(value, 'latin1')
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
