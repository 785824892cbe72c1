import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { AppName } from './visitor.ts'

const policyFor = (formTargets: readonly string[]): string =>
  [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    // Dialogs keep the page from scrolling by a style of their own.
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    // Browsers follow a form to wherever it is sent on, too.
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "object-src 'none'",
  ].join('; ')

/**
 * The built apps. Every address below them that is no file is the app itself: it knows its pages.
 * `formTargets` are origins where a page of theirs may send a form: of those who are paid with.
 */
export async function serveApps(
  app: FastifyInstance,
  { formTargets }: { readonly formTargets: readonly string[] },
): Promise<void> {
  const policy = policyFor(formTargets)
  for (const name of ['wallet', 'console'] as const) {
    const root = builtFolder(name)
    if (!existsSync(root)) continue
    app.get(`/${name}`, (_request, reply) => reply.redirect(`/${name}/`, 308))
    await app.register(async (scope) => {
      await scope.register(fastifyStatic, {
        root,
        prefix: `/${name}/`,
        wildcard: false,
        // The build has left each file compressed beside it.
        preCompressed: true,
        setHeaders: (reply, path) => dressFile(reply, path, policy),
      })
      scope.get(`/${name}/*`, (_request, reply) => reply.sendFile('index.html', root))
      // A route that is not there is no page.
      scope.get(`/${name}/api/*`, (_request, reply) => reply.callNotFound())
    })
  }
}

function builtFolder(name: AppName): string {
  return fileURLToPath(new URL(`../../../${name}/dist/`, import.meta.url))
}

/** Files with a hash in their name never change; all others are asked for each time. */
function dressFile(reply: FastifyReply, path: string, policy: string): void {
  const hashed = path.includes(join('dist', 'assets'))
  reply
    .header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('content-security-policy', policy)
    .header('permissions-policy', 'camera=(self), geolocation=(), microphone=()')
}
