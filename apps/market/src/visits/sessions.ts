import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { newCart } from '../cart/cart.ts'
import type { Session, Store } from '../store/index.ts'
import { readCookie, setCookie } from './cookies.ts'

const COOKIE = 'market_visit'
const MONTH_SECONDS = 30 * 24 * 60 * 60

/** The session of whoever asks; who only looks around has none. */
export function findSession(store: Store, request: FastifyRequest): Session | undefined {
  const token = readCookie(request, COOKIE)
  const found = token === undefined ? undefined : store.data.sessions.get(hash(token))
  const expired = found !== undefined && found.seenAt + MONTH_SECONDS * 1000 < Date.now()
  return expired ? undefined : found
}

/** The session, begun now if need be. */
export function beginSession(store: Store, request: FastifyRequest, reply: FastifyReply): Session {
  const found = findSession(store, request)
  if (found !== undefined) {
    found.seenAt = Date.now()
    return found
  }
  const session = newSession()
  giveToken(store, session, reply)
  return session
}

function newSession(): Session {
  return { visitor: randomUUID(), person: null, cart: newCart(), seenAt: Date.now() }
}

/** Under a new token: one that was planted before signing in is worth nothing after it. */
export function renewSession(
  store: Store,
  request: FastifyRequest,
  reply: FastifyReply,
  change: Partial<Session>,
): Session {
  const before = findSession(store, request) ?? newSession()
  for (const [key, session] of store.data.sessions) {
    if (session === before) store.data.sessions.delete(key)
  }
  const session = { ...before, ...change }
  giveToken(store, session, reply)
  return session
}

function giveToken(store: Store, session: Session, reply: FastifyReply): void {
  const token = randomBytes(32).toString('base64url')
  store.data.sessions.set(hash(token), session)
  setCookie(reply, COOKIE, token, { seconds: MONTH_SECONDS, hidden: true })
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
