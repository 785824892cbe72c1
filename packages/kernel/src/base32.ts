import { hex12, hex4 } from './hex.ts'
import type { Uuid } from './uuid.ts'

// A UUID is eight words of 16 bits, four hexadecimal digits each. 26 base32 characters hold 130
// bits: two zero bits and the top byte in the first two characters (so the first is 0 to 7), then
// six groups of 20 bits, four characters each. Tables and 32-bit arithmetic instead of BigInt,
// because this runs dozens of times per request.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const UUID_LENGTH = 36
const CODE = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0))
const BASE32_VALUE = valueTable(ALPHABET)
const HEX_VALUE = valueTable('0123456789abcdef')
const BAD = -1

/** Characters that the base32 form of a UUID has. */
export const BASE32_LENGTH = 26

/** The 26 lowercase Crockford characters of a canonical UUID; undefined when it is not one. */
export function encodeBase32(uuid: Uuid): string | undefined {
  const w1 = word(uuid, 0)
  const w2 = word(uuid, 4)
  const w3 = word(uuid, 9)
  const w4 = word(uuid, 14)
  const w5 = word(uuid, 19)
  const w6 = word(uuid, 24)
  const w7 = word(uuid, 28)
  const w8 = word(uuid, 32)
  if ((w1 | w2 | w3 | w4 | w5 | w6 | w7 | w8) < 0 || !hasHyphens(uuid)) return undefined
  const a = ((w1 & 0xff) << 12) | (w2 >> 4)
  const b = ((w2 & 0xf) << 16) | w3
  const c = (w4 << 4) | (w5 >> 12)
  const d = ((w5 & 0xfff) << 8) | (w6 >> 8)
  const e = ((w6 & 0xff) << 12) | (w7 >> 4)
  const f = ((w7 & 0xf) << 16) | w8
  const top = String.fromCharCode(code(w1 >> 13), code(w1 >> 8))
  return `${top}${characters(a, b)}${characters(c, d)}${characters(e, f)}`
}

/** The UUID of the 26 characters from `at` on; undefined when one of them is not base32. */
export function decodeBase32(text: string, at: number): Uuid | undefined {
  const top = (value(BASE32_VALUE, text, at) << 5) | value(BASE32_VALUE, text, at + 1)
  const a = group(text, at + 2)
  const b = group(text, at + 6)
  const c = group(text, at + 10)
  const d = group(text, at + 14)
  const e = group(text, at + 18)
  const f = group(text, at + 22)
  if ((top | a | b | c | d | e | f) < 0 || top > 0xff) return undefined
  const w1 = hex4((top << 8) | (a >> 12))
  const w2 = hex4(((a & 0xfff) << 4) | (b >> 16))
  const w3 = hex4(b & 0xffff)
  const w4 = hex4(c >> 4)
  const w5 = hex4(((c & 0xf) << 12) | (d >> 8))
  const w6 = ((d & 0xff) << 8) | (e >> 12)
  const w7 = ((e & 0xfff) << 4) | (f >> 16)
  return `${w1}${w2}-${w3}-${w4}-${w5}-${hex12(w6, w7, f & 0xffff)}`
}

/** 16 bits from four hexadecimal digits; negative when one of them is bad. */
function word(uuid: string, at: number): number {
  return (
    (value(HEX_VALUE, uuid, at) << 12) |
    (value(HEX_VALUE, uuid, at + 1) << 8) |
    (value(HEX_VALUE, uuid, at + 2) << 4) |
    value(HEX_VALUE, uuid, at + 3)
  )
}

/** 20 bits from four base32 characters; negative when one of them is bad. */
function group(text: string, at: number): number {
  return (
    (value(BASE32_VALUE, text, at) << 15) |
    (value(BASE32_VALUE, text, at + 1) << 10) |
    (value(BASE32_VALUE, text, at + 2) << 5) |
    value(BASE32_VALUE, text, at + 3)
  )
}

/** Eight characters of twice 20 bits. */
function characters(left: number, right: number): string {
  return String.fromCharCode(
    code(left >> 15),
    code(left >> 10),
    code(left >> 5),
    code(left),
    code(right >> 15),
    code(right >> 10),
    code(right >> 5),
    code(right),
  )
}

function code(bits: number): number {
  return CODE[bits & 31] ?? 0
}

function value(table: Int8Array, text: string, at: number): number {
  return table[text.charCodeAt(at)] ?? BAD
}

function hasHyphens(uuid: string): boolean {
  return (
    uuid.length === UUID_LENGTH &&
    uuid.charAt(8) === '-' &&
    uuid.charAt(13) === '-' &&
    uuid.charAt(18) === '-' &&
    uuid.charAt(23) === '-'
  )
}

function valueTable(alphabet: string): Int8Array {
  const table = new Int8Array(128).fill(-1)
  for (let index = 0; index < alphabet.length; index++) table[alphabet.charCodeAt(index)] = index
  return table
}
