import { isUtf8 } from 'node:buffer'
import type { FieldError, Refusal, Route } from '@danbao/contracts'
import { accept, decodeId, refuse, type Result, type Uuid } from '@danbao/kernel'
import { z } from 'zod'
import { fieldErrors, findUnstorable, pointerOf } from './field-errors.ts'
import { findRepeatedName } from './repeated-name.ts'

/** A request as it came. */
export interface RawRequest {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

export interface ParsedRequest {
  readonly params: Readonly<Record<string, Uuid>>
  readonly query: unknown
  readonly body: unknown
  /** The body as it came: a repetition is told by it. */
  readonly text: string
}

/** What a request has to be: the parts of a route that say so. */
type Schemas = Pick<Route, 'params' | 'query' | 'body'>

const NO_QUERY = z.strictObject({})

const UNSTORABLE_ESCAPE = /\\u(0000|d[89a-f])/i

/** Checks everything at once, so that one answer names every wrong field. */
export function parseRequest(route: Schemas, raw: RawRequest): Result<ParsedRequest, Refusal> {
  const errors: FieldError[] = []
  const params = decodeParams(route, raw.params, errors)
  const query = check(route.query ?? NO_QUERY, raw.query, '/query', errors)
  const text = bodyText(raw.body)
  const json = route.body === undefined ? accept(undefined) : parseJson(text)
  if (!json.ok) return json
  const body = check(route.body, json.value, '', errors)
  if (text !== '' && route.body !== undefined) refuseRepeated(text, errors)
  // Escapes are the only way in: the bytes are UTF-8, and JSON forbids the character itself.
  const suspicious = UNSTORABLE_ESCAPE.test(text) ? json.value : undefined
  refuseUnstorable(suspicious, '', errors)
  refuseUnstorable(query, '/query', errors)
  return errors.length > 0 ? refuse(invalidRequest(errors)) : accept({ params, query, body, text })
}

export function invalidRequest(errors: readonly FieldError[]): Refusal {
  const fields = errors.map(({ pointer, detail }) => `${pointer || 'the body'} ${detail}`)
  return { code: 'invalid_request', detail: `Not valid: ${fields.join('; ')}.`, errors }
}

function decodeParams(route: Schemas, raw: unknown, errors: FieldError[]): Record<string, Uuid> {
  const params: Record<string, Uuid> = {}
  if (route.params === undefined) return params
  const given = new Map<string, unknown>(Object.entries(Object(raw)))
  for (const [name, prefix] of Object.entries(route.params)) {
    const uuid = decodeId(prefix, String(given.get(name)))
    if (uuid.ok) params[name] = uuid.value
    else {
      const detail = `must be an id that starts with ${prefix}_`
      errors.push({ pointer: `/path/${name}`, code: 'invalid_value', detail })
    }
  }
  return params
}

function check(
  schema: z.ZodType | undefined,
  input: unknown,
  prefix: string,
  errors: FieldError[],
): unknown {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(input)
  if (!parsed.success) errors.push(...fieldErrors(parsed.error, input, prefix))
  return parsed.data
}

function refuseUnstorable(value: unknown, prefix: string, errors: FieldError[]): void {
  const path = value === undefined ? undefined : findUnstorable(value)
  if (path === undefined) return
  const detail = 'must not contain U+0000 or half of a surrogate pair'
  errors.push({ pointer: prefix + pointerOf(path), code: 'invalid_value', detail })
}

function refuseRepeated(text: string, errors: FieldError[]): void {
  const path = findRepeatedName(text)
  if (path === undefined) return
  errors.push({ pointer: pointerOf(path), code: 'repeated_field', detail: 'is there twice' })
}

function bodyText(body: unknown): string {
  return Buffer.isBuffer(body) && body.length > 0 ? decodeUtf8(body) : ''
}

/** What is not UTF-8 becomes text that is not JSON either. */
function decodeUtf8(body: Buffer): string {
  return isUtf8(body) ? body.toString() : '\ufffd'
}

function parseJson(text: string): Result<unknown, Refusal> {
  if (text === '') return accept({})
  try {
    if (BACKSLASH_NAME.test(text)) return refuse(BACKSLASH)
    const value: unknown = JSON.parse(text)
    // zod passes over this key in records, and what is dropped in silence is a surprise later.
    if (text.includes('__proto__')) return refuse(PROTO)
    return accept(value)
  } catch (error) {
    const why = error instanceof SyntaxError ? ` ${error.message}` : ''
    return refuse({ code: 'invalid_json', detail: `The body could not be read as JSON.${why}` })
  }
}

/**
 * `JSON.parse` of V8 13.6 remembers such a name, and afterwards takes names of others that are
 * written with escapes for it: of `{"a":1,"\u0446":2}` it makes `{"a":1,"\\":2}`.
 */
const BACKSLASH_NAME = /"(?:\\\\|\\u005c)(?:[^"\\]|\\.)*"\s*:/i
const BACKSLASH: Refusal = {
  code: 'invalid_json',
  detail: 'The name of a field must not begin with a backslash.',
}

const PROTO: Refusal = { code: 'invalid_json', detail: 'The body must not contain "__proto__".' }
