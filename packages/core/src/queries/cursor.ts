import { createHmac, timingSafeEqual } from 'node:crypto'
import { accept, refuse, type Result } from '@danbao/kernel'
import { z } from 'zod'

/** Where a list goes on, and with what it was begun: a page never mixes two different questions. */
const cursorSchema = z.strictObject({
  v: z.literal(1),
  /** The list it belongs to, with its caller. */
  route: z.string(),
  filters: z.record(z.string(), z.string()),
  /** The keys of the last item that was seen. */
  position: z.array(z.string()),
})
export type Cursor = z.infer<typeof cursorSchema>

const MAC_LENGTH = 22

/** The cursor as text that nobody else can make. */
export function sealCursor(key: string, cursor: Cursor): string {
  return sealText(key, JSON.stringify(cursor))
}

export function sealText(key: string, text: string): string {
  const payload = Buffer.from(text).toString('base64url')
  return `${payload}.${mac(key, payload)}`
}

/** Refuses what was made with another key, or changed on the way. */
export function openCursor(key: string, sealed: string): Result<Cursor, 'invalid_cursor'> {
  const dot = sealed.indexOf('.')
  const payload = sealed.slice(0, Math.max(dot, 0))
  if (!isSame(mac(key, payload), sealed.slice(dot + 1))) return refuse('invalid_cursor')
  const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  return parsed.success ? accept(parsed.data) : refuse('invalid_cursor')
}

function mac(key: string, payload: string): string {
  return createHmac('sha256', key).update(payload).digest('base64url').slice(0, MAC_LENGTH)
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
