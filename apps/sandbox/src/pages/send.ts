import type { FastifyReply } from 'fastify'
import type { Html } from './html.ts'

/** Of a page whose forms may also lead to `targets`, which are origins. */
function pagePolicy(targets: readonly string[]): string {
  return (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; " +
    `frame-src 'self'; img-src data:; form-action ${["'self'", ...targets].join(' ')}; ` +
    "base-uri 'none'; frame-ancestors 'none'"
  )
}

/** Browsers hold the target of a form against the page's policy, and where it is sent on as well. */
export function sendPage(
  reply: FastifyReply,
  page: Html,
  formTargets: readonly string[] = [],
): FastifyReply {
  return send(reply, 'text/html; charset=utf-8', pagePolicy(formTargets), page.html)
}

export function sendFile(reply: FastifyReply, type: string, content: string): FastifyReply {
  return send(reply, `${type}; charset=utf-8`, pagePolicy([]), content)
}

export function send(
  reply: FastifyReply,
  type: string,
  policy: string,
  body: string,
): FastifyReply {
  return reply
    .type(type)
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .send(body)
}
