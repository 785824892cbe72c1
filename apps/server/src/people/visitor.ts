import type { Refusal } from '@danbao/contracts'
import { type Language, LANGUAGES, type Reply, type Visitor } from '@danbao/people'
import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The two apps keep their sessions apart: staff who also have a wallet stay two. */
export type AppName = 'wallet' | 'console'

const SESSION_COOKIE = { wallet: 'danbao_wallet', console: 'danbao_console' } as const
const DEVICE_COOKIE = 'danbao_device'
/** Longer than any session: the server decides when one ends. */
const SESSION_COOKIE_SECONDS = 400 * 24 * 60 * 60

export function visitorOf(request: FastifyRequest, app: AppName): Visitor {
  return {
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    language: languageOf(request.headers['accept-language']),
    deviceToken: request.cookies[DEVICE_COOKIE],
    sessionToken: request.cookies[SESSION_COOKIE[app]],
  }
}

/** The first of the wanted languages that there are words in. */
export function languageOf(accepted: string | undefined): Language {
  const wanted = (accepted ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return wanted.flatMap((code) => LANGUAGES.filter((known) => known === code))[0] ?? 'en'
}

/** Sets what the browser is to keep. Scripts can not read it, and other sites do not send it. */
export function keepCookies(
  reply: FastifyReply,
  { session, device }: Reply<unknown>,
  { app, secure }: { readonly app: AppName; readonly secure: boolean },
): void {
  const options: CookieSerializeOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: `/${app}`,
    maxAge: SESSION_COOKIE_SECONDS,
  }
  if (session === null) reply.clearCookie(SESSION_COOKIE[app], options)
  else if (session !== undefined) reply.setCookie(SESSION_COOKIE[app], session, options)
  if (device !== undefined) reply.setCookie(DEVICE_COOKIE, device, options)
}

const FOREIGN: Refusal = {
  code: 'origin_not_allowed',
  detail: 'Only the app itself may ask for this.',
}

/**
 * Whether another site made the browser send this. Forms and links of other sites can not set the
 * header; and a browser says where a request comes from.
 */
export function refuseForeign({ method, headers }: FastifyRequest): Refusal | undefined {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return FOREIGN
  if (method === 'GET' || method === 'HEAD') return undefined
  if (headers['danbao-app'] !== '1') return FOREIGN
  return headers.origin === undefined || hostOf(headers.origin) === headers.host
    ? undefined
    : FOREIGN
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
