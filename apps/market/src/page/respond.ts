import type { FastifyReply } from 'fastify'
import type { Html } from './html.ts'
import { layOut, type Page, type Reader } from './layout.ts'

/** What the shop's pages may do in a browser. */
export function pagePolicy(danbaoOrigin: string): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    // A form that is answered by the way to the checkout counts as a form to it.
    `form-action 'self' ${danbaoOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

export function sendPage(reply: FastifyReply, reader: Reader, page: Page): FastifyReply {
  return sendHtml(reply, layOut(reader, page))
}

function sendHtml(reply: FastifyReply, { html }: Html): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html)
}

/** After a form: the browser asks anew, so that going back or reloading sends nothing twice. */
export function goTo(reply: FastifyReply, path: string): FastifyReply {
  return reply.redirect(path, 303)
}
