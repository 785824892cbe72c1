import type { FastifyReply, FastifyRequest } from 'fastify'
import { countInCart } from '../cart/cart.ts'
import { acceptedTags, firstLanguage, type Language } from '../page/language.ts'
import type { Reader } from '../page/layout.ts'
import type { Parts } from '../parts.ts'
import { readCookie, setCookie } from './cookies.ts'
import { findSession } from './sessions.ts'

const COOKIE = 'market_language'
const YEAR_SECONDS = 365 * 24 * 60 * 60

export function readerOf({ store, sellers }: Parts, request: FastifyRequest): Reader {
  const session = findSession(store, request)
  const person = session?.person ?? null
  return {
    language: languageOf(request),
    path: request.url,
    inCart: session === undefined ? 0 : countInCart(session.cart),
    signedIn: person !== null,
    sells: sellers.ofPerson(person) !== undefined,
  }
}

/** What was chosen here, else what the browser prefers. */
export function languageOf(request: FastifyRequest): Language {
  const tags = acceptedTags(request.headers['accept-language'])
  return firstLanguage([readCookie(request, COOKIE) ?? '', ...tags])
}

export function keepLanguage(reply: FastifyReply, language: Language): void {
  setCookie(reply, COOKIE, language, { seconds: YEAR_SECONDS, hidden: true })
}
