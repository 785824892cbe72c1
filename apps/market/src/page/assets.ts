import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { ICON } from '../shop/pictures/index.ts'
import { LIVE_SCRIPT } from './live-script.ts'
import { STYLE } from './style/index.ts'

const FILES = {
  '/style.css': ['text/css; charset=utf-8', STYLE],
  '/live.js': ['text/javascript; charset=utf-8', LIVE_SCRIPT],
  '/icon.svg': ['image/svg+xml', ICON],
} as const
type Path = keyof typeof FILES

/** Its address, another one for other content: a browser keeps it for as long as it likes. */
export function assetUrl(path: Path): string {
  const [, content] = FILES[path]
  return `${path}?v=${createHash('sha256').update(content).digest('hex').slice(0, 8)}`
}

export function addAssets(scope: FastifyInstance): void {
  for (const [path, [type, content]] of Object.entries(FILES)) {
    scope.get(path, async (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=31536000').send(content),
    )
  }
}
