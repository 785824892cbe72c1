import type { FastifyInstance } from 'fastify'
import type { Inbox } from '../inbox.ts'

const HEARTBEAT_MS = 15_000

/** `GET /live`: an event for each message that arrives, for as long as the page is open. */
export function addLiveRoute(app: FastifyInstance, inbox: Inbox): void {
  app.get('/live', (call, reply) => {
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 1000\n\n')
    const unwatch = inbox.watch(({ id, kind }) => {
      raw.write(`data: ${JSON.stringify({ id, kind })}\n\n`)
    })
    // A connection that died quietly is noticed when something is written to it.
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS)
    raw.on('close', () => {
      unwatch()
      clearInterval(heartbeat)
    })
    raw.on('error', () => raw.destroy())
    if (call.raw.destroyed) raw.destroy()
  })
}
