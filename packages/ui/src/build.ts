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
