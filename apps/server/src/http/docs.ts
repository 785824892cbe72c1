import { openApiDocument } from '@danbao/contracts'
import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from './api-port.ts'

type DocsDeps = Pick<HttpDeps, 'version' | 'publicUrl' | 'mode'>

/** Nothing may be loaded from elsewhere, whatever the reference page would like to. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** `/v1/openapi.json`, and the reference page made of it. */
export async function addDocs(app: FastifyInstance, deps: DocsDeps): Promise<void> {
  const document = JSON.stringify(
    openApiDocument({
      version: deps.version,
      serverUrl: deps.publicUrl,
      sandbox: deps.mode === 'sandbox',
    }),
  )
  app.get('/v1/openapi.json', (_request, reply) => reply.type('application/json').send(document))
  await app.register(async (pages) => {
    pages.addHook('onRequest', async (_request, reply) => {
      reply.header('content-security-policy', DOCS_POLICY)
    })
    await pages.register(scalar, {
      routePrefix: '/docs',
      configuration: {
        url: '/v1/openapi.json',
        pageTitle: 'Danbao API',
        withDefaultFonts: false,
        hideClientButton: true,
        telemetry: false,
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    })
  })
}
