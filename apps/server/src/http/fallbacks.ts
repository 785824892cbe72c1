import { type Refusal, ROUTE_NAMES, type Route, routes } from '@danbao/contracts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { HttpDeps, Mode } from './api-port.ts'
import { sendRefusal } from './problems.ts'

type FaultDeps = Pick<HttpDeps, 'isUnavailable' | 'logger'>

/** Whatever no handler answers: faults, unknown paths, and known paths with another method. */
export function addFallbacks(
  app: FastifyInstance,
  deps: FaultDeps & { readonly mode: Mode },
): void {
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    sendFault(error, request, reply, deps),
  )
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    const methods = methodsOf(path, deps.mode)
    if (methods.length === 0) return sendRefusal(reply, notFound(path))
    const allow = methods.join(', ')
    reply.header('allow', allow)
    const detail = `${request.method} is not known here; ${allow} ${methods.length === 1 ? 'is' : 'are'}.`
    return sendRefusal(reply, { code: 'method_not_allowed', detail })
  })
}

export function sendFault(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: FaultDeps,
): FastifyReply {
  const refusal = refusalOf(error)
  if (refusal !== undefined) return sendRefusal(reply, refusal)
  const route = `${request.method} ${request.routeOptions.url ?? 'unknown'}`
  if (deps.isUnavailable(error)) {
    deps.logger.warn({ reqId: request.id, route, err: error }, 'the database is away')
    return sendRefusal(reply.header('retry-after', '1'), AWAY)
  }
  deps.logger.error({ reqId: request.id, route, err: error }, 'a request failed')
  return sendRefusal(reply, FAILED)
}

const AWAY: Refusal = {
  code: 'database_unavailable',
  detail: 'Repeat the request with the same Idempotency-Key.',
}
const FAILED: Refusal = {
  code: 'internal_error',
  detail: 'Repeat with the same Idempotency-Key; if it stays, tell us the Danbao-Request-Id.',
}

/** What the web framework itself refuses, in our words. */
function refusalOf(error: FastifyError): Refusal | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { code: 'body_too_large', detail: 'A body has at most 64 KiB.' }
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { code: 'unsupported_media_type', detail: 'Send Content-Type: application/json.' }
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return { code: 'not_found', detail: 'There is nothing at this address.' }
    default: {
      const { statusCode = 500 } = error
      const ours = error.code?.startsWith('FST_') === true && statusCode >= 400 && statusCode < 500
      return ours ? { code: 'invalid_request', detail: error.message } : undefined
    }
  }
}

const notFound = (path: string): Refusal => ({
  code: 'not_found',
  detail: `There is nothing at ${path.slice(0, 200)}.`,
})

const PAGES = /^\/($|docs$|healthz$|readyz$|metrics$|v1\/openapi\.json$|problems\/[^/]+$)/

const PATTERNS = ROUTE_NAMES.map((name) => {
  const route: Route = routes[name]
  return { route, pattern: new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }
})

function methodsOf(path: string, mode: Mode): string[] {
  if (PAGES.test(path)) return ['GET', 'HEAD']
  return PATTERNS.filter(({ route }) => mode === 'sandbox' || route.sandboxOnly !== true)
    .filter(({ pattern }) => pattern.test(path))
    .flatMap(({ route }) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]))
}
