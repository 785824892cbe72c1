import type { FastifyReply, FastifyRequest } from 'fastify'
import type { News } from './news.ts'

const HEARTBEAT_MS = 15_000
const MOST_OPEN = 500
let open = 0

/** Something has changed, for as long as the page is open; what it is, the page asks for itself. */
export function streamNews(
  news: News,
  isMine: (order: string) => boolean,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.hijack()
  const { raw } = reply
  if (open >= MOST_OPEN) {
    // The page works without; it asks again later.
    raw.writeHead(503, { 'retry-after': '30' }).end()
    return
  }
  open++
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  raw.write('retry: 2000\n\n')
  const unwatch = news.watch(isMine, () => raw.write('data: news\n\n'))
  // A connection that died quietly is noticed when something is written to it.
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS)
  raw.on('close', () => {
    open--
    unwatch()
    clearInterval(heartbeat)
  })
  raw.on('error', () => raw.destroy())
  if (request.raw.destroyed) raw.destroy()
}
