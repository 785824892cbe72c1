import { type ResponseOf, type Route, type RouteName, routes } from '@danbao/contracts'
import { DanbaoConnectionError, errorOf } from './errors.ts'
import type { CallOptions, DanbaoOptions } from './options.ts'
import { delayBefore, isTransient, sleep } from './retries.ts'

/** The parts of a request; which of them a route has, its callers know. */
export interface Call {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: unknown
  readonly body?: unknown
  readonly options?: CallOptions | undefined
}

/** Calls the API, again if need be. Rejects with DanbaoError or DanbaoConnectionError. */
export type Send = <N extends RouteName, R = ResponseOf<N>>(name: N, call: Call) => Promise<R>

type Tried =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false
      readonly error: Error
      readonly mayPass: boolean
      readonly retryAfter: string | null
    }

const DEFAULT_RETRIES = 4
const DEFAULT_TIMEOUT_MS = 30_000

export function createTransport(client: DanbaoOptions): Send {
  const { maxRetries = DEFAULT_RETRIES } = client
  const base = client.baseUrl.replace(/\/+$/, '')
  return async (name, { params = {}, query, body = {}, options = {} }) => {
    const route: Route = routes[name]
    const url = base + fillPath(route.path, params) + queryText(query)
    const request: RequestInit = {
      method: route.method,
      headers: headersOf(route, client, options),
      ...(route.body === undefined ? {} : { body: JSON.stringify(body) }),
    }
    const retries = isRepeatable(route) ? maxRetries : 0
    for (let retry = 0; ; retry++) {
      const tried = await tryOnce(url, request, client, options.signal)
      if (tried.ok) return JSON.parse(tried.text)
      const delay = delayBefore(retry, tried.retryAfter)
      if (!tried.mayPass || delay === undefined || retry >= retries) throw tried.error
      await sleep(delay, options.signal)
    }
  }
}

/** Moving the clock twice is not moving it once, and no key protects it. */
const isRepeatable = (route: Route): boolean =>
  route.method !== 'POST' || route.idempotency !== 'none'

async function tryOnce(
  url: string,
  request: RequestInit,
  client: DanbaoOptions,
  signal: AbortSignal | undefined,
): Promise<Tried> {
  const timeout = AbortSignal.timeout(client.timeoutMs ?? DEFAULT_TIMEOUT_MS)
  const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout])
  try {
    const response = await (client.fetch ?? fetch)(url, { ...request, signal: either })
    const text = await response.text()
    if (response.ok) return { ok: true, text }
    const retryAfter = response.headers.get('retry-after')
    const mayPass = isTransient(response.status)
    return { ok: false, error: errorOf(response, text), mayPass, retryAfter }
  } catch (cause) {
    signal?.throwIfAborted()
    const why = cause instanceof Error ? cause.message : String(cause)
    const error = new DanbaoConnectionError(`${url} did not answer: ${why}`, { cause })
    return { ok: false, error, mayPass: true, retryAfter: null }
  }
}

function headersOf(
  route: Route,
  client: DanbaoOptions,
  options: CallOptions,
): Record<string, string> {
  const actAs = options.actAs ?? client.actAs
  const hasKey = route.idempotency !== 'none'
  return {
    authorization: `Bearer ${client.apiKey}`,
    accept: 'application/json',
    ...(route.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(hasKey ? { 'idempotency-key': options.idempotencyKey ?? crypto.randomUUID() } : {}),
    ...(actAs === undefined ? {} : { 'danbao-act-as': actAs }),
  }
}

function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

function queryText(query: unknown): string {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) fields.set(name, String(value))
  }
  return fields.size === 0 ? '' : `?${fields}`
}
