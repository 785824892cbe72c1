import { hex12, hex4 } from './hex.ts'
import { invariant } from './invariant.ts'

/** A UUID in canonical lowercase text: 8-4-4-4-12 hexadecimal digits. How the product keeps ids. */
export type Uuid = string

const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether the text is a UUID of any version in canonical lowercase. */
export function isUuid(text: string): boolean {
  return CANONICAL.test(text)
}

/** The first half of a SHA-256 in hexadecimal, written as a UUID: an id that follows from a text. */
export function uuidOfHash(hex: string): Uuid {
  const part = (from: number, to: number): string => hex.slice(from, to)
  return `${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, 32)}`
}

/** A new id on the machine's clock. */
export function newUuid(): Uuid {
  return uuidV7(Date.now())
}

// Ids are made dozens of times per request: one call for random bits serves 512 of them, and what
// stays the same within a millisecond is text already.
const RANDOM_WORDS = 4
const pool = new Uint16Array(512 * RANDOM_WORDS)
const COUNTERS = Array.from({ length: 4096 }, (_, value) => value.toString(16).padStart(3, '0'))
const LATEST_MS = 2 ** 48 - 1

let poolAt = pool.length
let lastMs = -1
let counter = 0
let timePart = ''

/**
 * A version 7 UUID (RFC 9562) of epoch milliseconds. Those of one process sort in the order they
 * were made, also when the clock stands still or is set back: a counter fills rand_a, and borrows
 * the next millisecond after 4,096 ids. The last 62 bits are random.
 */
export function uuidV7(nowMs: number): Uuid {
  if (nowMs > lastMs) beginMillisecond(Math.floor(nowMs))
  else if (++counter === COUNTERS.length) beginMillisecond(lastMs + 1)
  if (poolAt === pool.length) refillPool()
  const at = poolAt
  poolAt += RANDOM_WORDS
  const variant = hex4((word(at) & 0x3fff) | 0x8000)
  return `${timePart}${COUNTERS[counter]}-${variant}-${hex12(word(at + 1), word(at + 2), word(at + 3))}`
}

function word(at: number): number {
  return pool[at] ?? 0
}

function refillPool(): void {
  crypto.getRandomValues(pool)
  poolAt = 0
}

function beginMillisecond(ms: number): void {
  invariant(ms >= 0 && ms <= LATEST_MS, `${ms} ms does not fit a version 7 UUID`)
  const hex = ms.toString(16).padStart(12, '0')
  timePart = `${hex.slice(0, 8)}-${hex.slice(8)}-7`
  lastMs = ms
  counter = 0
}
