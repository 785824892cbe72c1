import { expect, it } from 'vitest'
import { openApiDocument } from './openapi.ts'
import { REFUSALS } from './refusals.ts'
import { refusalsOf, ROUTE_NAMES, routes } from './routes.ts'
import type { Route } from './routes/route.ts'

const options = { version: '1.2.3', serverUrl: 'http://localhost:8080', sandbox: true }
const document = JSON.parse(JSON.stringify(openApiDocument(options)))

/** Every object within, with its JSON pointer. */
function* objectsIn(value: unknown, pointer = ''): Generator<[string, Map<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return
  const members = new Map<string, unknown>(Object.entries(value))
  yield [pointer, members]
  for (const [key, inner] of members) yield* objectsIn(inner, `${pointer}/${key}`)
}

it('is OpenAPI 3.1.0 of the version and address asked for', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info).toMatchObject({ title: 'Danbao', version: '1.2.3' })
  expect(document.servers).toEqual([{ url: 'http://localhost:8080' }])
  expect(document.components.securitySchemes.key).toMatchObject({ type: 'http', scheme: 'bearer' })
})

it('has no reference that leads nowhere, and no component that nothing refers to', () => {
  const referred = new Set<string>()
  for (const [pointer, members] of objectsIn(document)) {
    const reference = members.get('$ref')
    if (reference === undefined) continue
    expect(reference, pointer).toMatch(/^#\/components\/schemas\/\w+$/)
    const name = String(reference).slice('#/components/schemas/'.length)
    expect(document.components.schemas, pointer).toHaveProperty(name)
    referred.add(name)
  }
  expect(Object.keys(document.components.schemas).toSorted()).toEqual([...referred].toSorted())
  expect(JSON.stringify(document)).not.toContain('$defs')
})

it.each(ROUTE_NAMES)('describes %s with its parameters, codes and schemas', (name) => {
  const route: Route = routes[name]
  const operation = document.paths[route.path][route.method.toLowerCase()]
  expect(operation.operationId).toBe(name)
  const names = (where: string): string[] =>
    operation.parameters
      .filter((one: { in: string }) => one.in === where)
      .map((one: { name: string }) => one.name)
  expect(names('path')).toEqual(Object.keys(route.params ?? {}))
  expect(names('header').includes('Idempotency-Key')).toBe(route.idempotency !== 'none')
  expect(operation.requestBody !== undefined).toBe(route.body !== undefined)
  expect(operation.responses[route.status].content['application/json'].schema.$ref).toBeTruthy()
  for (const code of refusalsOf(route)) {
    const { content } = operation.responses[REFUSALS[code][0]]
    expect(content['application/problem+json'].schema.allOf[1].properties.code.enum).toContain(code)
  }
})

it('has as many operations as the table, each with an id of its own', () => {
  const ids = [...objectsIn(document.paths)].flatMap(([, m]) => m.get('operationId') ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBe(ROUTE_NAMES.length)
})

it('leaves the sandbox out of a live document', () => {
  const live = JSON.stringify(openApiDocument({ ...options, sandbox: false }))
  expect(live).not.toContain('/v1/sandbox')
  expect(live).not.toContain('Danbao-Act-As')
  expect(JSON.stringify(document)).toContain('Danbao-Act-As')
})

it('says of a query which fields must be there', () => {
  const { parameters } = document.paths['/v1/accounts/{id}/transfers'].get
  const required = (name: string): boolean =>
    parameters.find((one: { name: string }) => one.name === name).required
  expect(required('currency')).toBe(true)
  expect(required('at')).toBe(false)
})
