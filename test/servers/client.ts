import { randomUUID } from 'node:crypto'

/** A request as it is repeated: the same key and the same bytes. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly key: string | undefined
  readonly actAs?: string | undefined
  readonly body?: unknown
  readonly idempotencyKey?: string | undefined
}

export interface ApiAnswer {
  readonly status: number
  readonly text: string
  readonly headers: Headers
}

/** Sends one request; rejects when the connection breaks before the whole answer is there. */
export async function send(url: string, request: ApiRequest): Promise<ApiAnswer> {
  const { method, path, key, actAs, body, idempotencyKey } = request
  const answer = await fetch(url + path, {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(actAs === undefined ? {} : { 'danbao-act-as': actAs }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

/** A POST with a fresh idempotency key. */
export function post(
  path: string,
  key: string | undefined,
  body: unknown = {},
  actAs?: string,
): ApiRequest {
  return { method: 'POST', path, key, body, actAs, idempotencyKey: randomUUID() }
}

export function get(path: string, key: string | undefined): ApiRequest {
  return { method: 'GET', path, key }
}

/** Sends what must succeed, and reads the object in the answer. */
export async function sendOk(
  url: string,
  request: ApiRequest,
): Promise<Readonly<Record<string, unknown>>> {
  const { status, text } = await send(url, request)
  if (status >= 300) throw new Error(`${request.method} ${request.path} gave ${status}: ${text}`)
  return readObject(text)
}

export function readObject(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text)
  if (!isObject(value)) throw new Error(`This is no JSON object: ${text}`)
  return value
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text by its path in the answer, e.g. `available.value`. */
export function textAt(value: unknown, path: string): string {
  let at = value
  for (const name of path.split('.'))
    at = isObject(at) ? at[name] : Array.isArray(at) ? at[Number(name)] : undefined
  return typeof at === 'string' ? at : ''
}

export function listAt(value: unknown, name: string): readonly unknown[] {
  const list = isObject(value) ? value[name] : undefined
  return Array.isArray(list) ? list : []
}
