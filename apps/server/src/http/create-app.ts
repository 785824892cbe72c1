import { encodeId, newUuid } from '@danbao/kernel'
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { AppDeps, HttpDeps } from './api-port.ts'
import { addDocs } from './docs.ts'
import { addFallbacks, sendFault } from './fallbacks.ts'
import { addHealth } from './health.ts'
import { addMetrics } from './metrics.ts'
import { addPages } from './pages.ts'
import { registerRoutes } from './register-routes.ts'

const BODY_LIMIT_BYTES = 64 * 1024
/** A client that sends its request drop by drop is cut off. */
const REQUEST_TIMEOUT_MS = 30_000

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/** The whole HTTP side of a process, not yet listening. */
export async function createApp<C>(deps: AppDeps<C>): Promise<FastifyInstance> {
  const app = fastify({
    // Fastify's own log makes a child logger for every request; ours is written when needed.
    logger: false,
    trustProxy: (_address: string, hop: number) => hop < deps.proxies,
    // What arrives on an open connection while the process ends is answered like everything else.
    return503OnClosing: false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: () => encodeId('req', newUuid()),
    // These come before any hook: an address that can not be decoded, for example.
    frameworkErrors: (error, request, reply) =>
      void sendFault(error, request, dress(request, reply), deps),
  })
  app.decorateRequest('principal', null)
  app.addHook('onRequest', (request, reply, done) => {
    dress(request, reply)
    done()
  })
  if (deps.logger.isLevelEnabled('debug')) addRequestLog(app, deps)
  acceptRawJson(app)
  addFallbacks(app, deps)
  addMetrics(app, deps.registry)
  addHealth(app, deps)
  addPages(app, deps)
  await addDocs(app, deps)
  registerRoutes(app, deps)
  return app
}

/** The headers that every answer has. */
function dress(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.header('danbao-request-id', request.id).headers(SECURITY_HEADERS)
}

/** The bytes are kept as they came, because repetitions are told by them. */
function acceptRawJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
}

function addRequestLog(app: FastifyInstance, { logger }: HttpDeps): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { id: reqId, method } = request
    const { statusCode: status, elapsedTime: ms } = reply
    logger.debug({ reqId, method, route: request.routeOptions.url, status, ms }, 'answered')
    done()
  })
}
