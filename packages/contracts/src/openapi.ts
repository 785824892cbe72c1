import { z } from 'zod'
import { REFUSALS, type RefusalCode } from './refusals.ts'
import { refusalsOf, ROUTE_NAMES, type RouteName, routes } from './routes.ts'
import type { Route } from './routes/route.ts'

export interface OpenApiOptions {
  /** Of the product, e.g. '0.1.0'. */
  readonly version: string
  /** Where the API answers, e.g. 'http://localhost:8080'. */
  readonly serverUrl: string
  /** A live database has no sandbox routes and no acting for others. */
  readonly sandbox: boolean
}

type Json = { [key: string]: unknown }

/** The API as an OpenAPI 3.1 document, derived from the table of routes. */
export function openApiDocument(options: OpenApiOptions): Json {
  const components: Json = { Problem: PROBLEM }
  const paths: Record<string, Json> = {}
  for (const name of ROUTE_NAMES) {
    const route: Route = routes[name]
    if (route.sandboxOnly === true && !options.sandbox) continue
    const path = (paths[route.path] ??= {})
    path[route.method.toLowerCase()] = operation(name, components, options.sandbox)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Danbao',
      version: options.version,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: options.serverUrl }],
    security: [{ key: [] }],
    tags: [...new Set(Object.values(paths).flatMap(tagsOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key: sk_sandbox_… or sk_live_…' },
      },
    },
  }
}

const DESCRIPTION = `Escrow payments for marketplaces. Amounts are strings of digits in minor units
with a currency, times are RFC 3339 in UTC, lists are paged by a cursor. A refusal is problem details
(RFC 9457) with a stable \`code\`.`

const PROBLEM: Json = {
  type: 'object',
  description: 'RFC 9457 problem details.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', examples: ['/problems/wrong_state'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; decide by it.', enum: Object.keys(REFUSALS) },
    detail: { type: 'string', description: 'What was wrong this time.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: {
            type: 'string',
            description: 'RFC 6901, into the body; or /query/…, /path/…, /headers/….',
            examples: ['/amount/value'],
          },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
}

function operation(name: RouteName, components: Json, sandbox: boolean): Json {
  const route: Route = routes[name]
  const pascal = name.charAt(0).toUpperCase() + name.slice(1)
  return {
    operationId: name,
    tags: [route.tag],
    summary: route.summary,
    description: `Who may: ${route.callers.join(', ')}.`,
    parameters: parametersOf(route, components, sandbox),
    ...(route.body === undefined
      ? {}
      : { requestBody: bodyOf(route, `${pascal}Request`, components) }),
    responses: {
      [route.status]: {
        description: 'Done.',
        headers: { 'Danbao-Request-Id': { schema: { type: 'string' } } },
        content: {
          'application/json': {
            schema: component(route.response, `${pascal}Response`, components),
          },
        },
      },
      ...problemsOf(route),
    },
  }
}

function bodyOf(route: Route, name: string, components: Json): Json {
  const schema = component(route.body ?? z.never(), name, components)
  const example = route.example === undefined ? {} : { example: route.example }
  return { required: true, content: { 'application/json': { schema, ...example } } }
}

function parametersOf(route: Route, components: Json, sandbox: boolean): Json[] {
  const inPath = Object.entries(route.params ?? {}).map(([name, prefix]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', pattern: `^${prefix}_[0-9a-z]{26}$` },
  }))
  const shape = route.query instanceof z.ZodObject ? route.query.shape : {}
  const inQuery = Object.entries(shape).map(([name, field]) => {
    const { description, ...schema } = inline(field, components)
    const text = typeof description === 'string' ? { description } : {}
    return { name, in: 'query', required: !field.safeParse(undefined).success, ...text, schema }
  })
  const key = route.idempotency === 'none' ? [] : [idempotencyKey(route.idempotency === 'required')]
  return [...inPath, ...inQuery, ...key, ...(sandbox ? [ACT_AS] : [])]
}

const idempotencyKey = (required: boolean): Json => ({
  name: 'Idempotency-Key',
  in: 'header',
  required,
  description: 'Same key and same request: the same answer, done once. Kept for 30 days.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  example: '8e03978e-40d5-43e8-bc93-6894a57f9324',
})

const ACT_AS: Json = {
  name: 'Danbao-Act-As',
  in: 'header',
  required: false,
  description: 'Sandbox only: act for a person whom this marketplace created.',
  schema: { type: 'string', pattern: '^acc_[0-9a-z]{26}$' },
}

/** One response for each status, naming the codes that come with it. */
function problemsOf(route: Route): Json {
  const byStatus = new Map<number, RefusalCode[]>()
  for (const code of refusalsOf(route)) {
    const [status] = REFUSALS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${REFUSALS[code][1]}.`).join('\n'),
        content: { 'application/problem+json': { schema: problemWith(codes) } },
      },
    ]),
  )
}

const problemWith = (codes: readonly RefusalCode[]): Json => ({
  allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }],
})

/** A reference to the schema, which becomes a component under its own id or the given name. */
function component(schema: z.ZodType, name: string, components: Json): Json {
  const json = inline(schema, components)
  if (typeof json['$ref'] === 'string') return json
  components[name] = json
  return { $ref: `#/components/schemas/${name}` }
}

/** The schema as JSON Schema; the named schemas within it become components. */
function inline(schema: z.ZodType, components: Json): Json {
  // As input, because what reads an answer must bear fields that it does not know yet.
  const { $schema: _, $defs, ...json } = z.toJSONSchema(schema, { io: 'input' })
  for (const [name, definition] of Object.entries($defs ?? {})) {
    components[name] = withComponentReferences(definition)
  }
  const lifted = withComponentReferences(json)
  return isJson(lifted) ? lifted : {}
}

function withComponentReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withComponentReferences)
  if (!isJson(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : withComponentReferences(inner),
    ]),
  )
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

const tagsOf = (path: Json): string[] =>
  Object.values(path).flatMap((one) =>
    isJson(one) && Array.isArray(one['tags']) ? one['tags'] : [],
  )
