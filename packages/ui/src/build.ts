import type { AppRoute } from '@danbao/contracts'

/** What a client reads of a route. */
interface LeanRoute {
  readonly method: string
  readonly path: string
  readonly body?: 'file' | 'json'
  readonly response: 'file' | 'json'
}

/**
 * A plugin for Vite: `src/api.ts` gets the table of routes without its schemas. They check what
 * comes in at the server; in the browser they would be a fifth of what is loaded for the first
 * screen. Types and tests see the table as it is.
 */
export function leanRoutes(
  module: string,
  name: string,
  routes: Readonly<Record<string, AppRoute>>,
) {
  const virtual = `\0lean:${module}`
  return {
    name: 'danbao:lean-routes',
    enforce: 'pre' as const,
    resolveId: (source: string, importer: string | undefined): string | undefined =>
      source === module && importer?.endsWith('/src/api.ts') === true ? virtual : undefined,
    load: (id: string): string | undefined =>
      id === virtual ? `export const ${name} = ${JSON.stringify(leanTable(routes))}` : undefined,
  }
}

function leanTable(routes: Readonly<Record<string, AppRoute>>): Record<string, LeanRoute> {
  return Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, lean(route)]))
}

function lean({ method, path, body, response }: AppRoute): LeanRoute {
  const kind = (part: unknown): 'file' | 'json' => (part === 'file' ? 'file' : 'json')
  return {
    method,
    path,
    response: kind(response),
    ...(body === undefined ? {} : { body: kind(body) }),
  }
}

/**
 * A plugin for Vite: modules that also declare schemas, as those of the contracts do, get by without
 * the library of schemas. Nothing in the apps parses with one, and its compiler is forbidden by the
 * content policy.
 */
export function withoutSchemas() {
  const virtual = '\0without-schemas'
  return {
    name: 'danbao:without-schemas',
    enforce: 'pre' as const,
    resolveId: (source: string): string | undefined => (source === 'zod' ? virtual : undefined),
    load: (id: string): string | undefined => (id === virtual ? NOTHING : undefined),
  }
}

/** Whatever is asked of it, called with or built from it is itself. */
const NOTHING = `
const nothing = new Proxy(function () {}, {
  get: (_target, key) => (key === Symbol.toPrimitive ? () => '' : nothing),
  apply: () => nothing,
})
export const z = nothing`
