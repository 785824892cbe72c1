import type { Refusal } from '@danbao/contracts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { HttpDeps } from './api-port.ts'
import { sendRefusal } from './problems.ts'

type FaultDeps = Pick<HttpDeps, 'isUnavailable' | 'logger'>

/**
 * Whatever no handler answers: faults, unknown paths, and known paths with another method. Comes
 * before the routes, whose methods it keeps in mind.
 */
export function addFallbacks(app: FastifyInstance, deps: FaultDeps): void {
  const methodsOf = watchMethods(app)
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    sendFault(error, request, reply, deps),
  )
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    const methods = methodsOf(path)
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
  const refusal = refusalOf(error, request)
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
function refusalOf(error: FastifyError, { routeOptions }: FastifyRequest): Refusal | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return bodyTooLarge(routeOptions.bodyLimit)
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

function bodyTooLarge(most: number): Refusal {
  const [size, unit] = most >= MIB ? [most / MIB, 'MiB'] : [most / 1024, 'KiB']
  const detail = `A body has at most ${size} ${unit} here.`
  return { code: 'body_too_large', detail, members: { max_bytes: String(most) } }
}

const MIB = 1024 * 1024

const notFound = (path: string): Refusal => ({
  code: 'not_found',
  detail: `There is nothing at ${path.slice(0, 200)}.`,
})

/** The methods of a path, by the routes that are registered from now on. */
function watchMethods(app: FastifyInstance): (path: string) => readonly string[] {
  const known: { readonly pattern: RegExp; readonly method: string }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    // That an app shows its page at any address below its own is no promise that something is there.
    if (url.includes('*')) return
    const pattern = new RegExp(`^${url.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)
    for (const one of [method].flat()) known.push({ pattern, method: one })
  })
  return (path) => [
    ...new Set(known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)),
  ]
}
