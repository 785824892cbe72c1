import type { FastifyRequest } from 'fastify'
import { languageFor } from '../../pages/words.ts'
import type { CheckoutSession } from '../records.ts'
import type { State } from '../state.ts'
import { type PayWords, payWordsFor } from './pay-words.ts'

/** In the language that the shop asked for, or else the browser. */
export function wordsOf(call: FastifyRequest, session: CheckoutSession | undefined): PayWords {
  const { locale = null } = session ?? {}
  const isNamed = locale !== null && locale !== 'auto'
  return payWordsFor(languageFor(isNamed ? locale : call.headers['accept-language']))
}

export function originOf(url: string): string {
  return new URL(url).origin
}

export function doneUrl({ id, success_url: url }: CheckoutSession): string {
  return url.replaceAll('{CHECKOUT_SESSION_ID}', id).replaceAll('%7BCHECKOUT_SESSION_ID%7D', id)
}

/** To the shop, or back to the form, which says why. */
export function afterSetup(state: State, sessionId: string): string {
  const session = state.sessions.get(sessionId)
  return session.status === 'complete' ? doneUrl(session) : `/cards/pay/${sessionId}`
}
