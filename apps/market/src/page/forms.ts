import type { FastifyInstance, FastifyRequest } from 'fastify'

const FORM = 'application/x-www-form-urlencoded'
const LONGEST_FORM = 16_384

/** Forms, and nothing else, become bodies. */
export function acceptForms(scope: FastifyInstance, longest = LONGEST_FORM): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    FORM,
    { parseAs: 'string', bodyLimit: longest },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body.toString())))
    },
  )
}

/**
 * Whether the shop's own pages sent it. Cookies know no ports, so on one machine SameSite alone
 * would let every other local page send forms in the name of who is signed in here.
 */
export function isOwnForm(request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === host
  return request.headers['sec-fetch-site'] === 'same-origin'
}

/** A path of this shop, for going back to it; anything else leads home. */
export function ownPath(text: string | undefined): string {
  return text !== undefined && /^\/(?![/\\])[\w\-./?=&%:]*$/.test(text) ? text : '/'
}
