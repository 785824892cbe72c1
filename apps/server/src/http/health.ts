import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from './api-port.ts'

/** `/healthz`: the process lives. `/readyz`: it can answer, so send it requests. */
export function addHealth(app: FastifyInstance, deps: Pick<HttpDeps, 'ready'>): void {
  app.get('/healthz', (_request, reply) => reply.type('application/json').send('{"status":"ok"}'))
  app.get('/readyz', async (_request, reply) => {
    const ready = await deps.ready().catch(() => false)
    const status = ready ? 'ready' : 'not_ready'
    return reply
      .code(ready ? 200 : 503)
      .type('application/json')
      .send(JSON.stringify({ status }))
  })
}
