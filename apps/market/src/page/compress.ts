import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

/** Below this the headers weigh more than is won. */
const LEAST = 1024

/** For slow phones: what is text goes out in a quarter of its size. */
export function compressText(scope: FastifyInstance): void {
  const squeeze = promisify(gzip)
  scope.addHook('onSend', async (request, reply, payload) => {
    const accepts = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    if (typeof payload !== 'string' || payload.length < LEAST || !accepts) return payload
    const small = await squeeze(payload)
    reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding')
    // It was counted before, in another length.
    reply.removeHeader('content-length')
    return small
  })
}
