import type { AnswerOf, AppRoute, RequestOf } from '@danbao/contracts'
import { setServerTime } from '../formats/now.ts'
import { currentLanguage } from '../words/language.ts'
import { refusalWithout } from './api-refusal.ts'
import { serverReachable } from './online.ts'
import { readProblem } from './read-problem.ts'
import { setSupportAddress } from './support-address.ts'

export type AppRoutes = Readonly<Record<string, AppRoute>>

/** The parts that the route has; a query may be left out when nothing in it is required. */
export type CallOf<R extends AppRoute> = PartOf<'params', R> &
  PartOf<'query', R> &
  PartOf<'body', R>

type PartOf<K extends keyof RequestOf<R>, R extends AppRoute> = RequestOf<R>[K] extends undefined
  ? unknown
  : Partial<Record<string, never>> extends RequestOf<R>[K]
    ? { readonly [P in K]?: RequestOf<R>[K] }
    : { readonly [P in K]: RequestOf<R>[K] }

export interface CallOptions {
  readonly signal?: AbortSignal
}

type CallArguments<R extends AppRoute> =
  Record<never, never> extends CallOf<R>
    ? [call?: CallOf<R> & CallOptions]
    : [call: CallOf<R> & CallOptions]

/** Calls the routes of one table. Rejects with ApiRefusal only, or when it was aborted. */
export interface Api<T extends AppRoutes> {
  readonly call: <N extends keyof T & string>(
    name: N,
    ...request: CallArguments<T[N]>
  ) => Promise<AnswerOf<T[N]>>
  /** The address of a route, e.g. for the picture that it answers with. */
  readonly url: <N extends keyof T & string>(name: N, ...request: CallArguments<T[N]>) => string
}

interface LooseCall {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: unknown
  readonly body?: unknown
  readonly signal?: AbortSignal
}

export function createApi<T extends AppRoutes>(routes: T): Api<T> {
  const routeOf = (name: keyof T): AppRoute => routes[name] ?? missing(String(name))
  return {
    call: (name, ...[request]) => send(routeOf(name), { ...request }),
    url: (name, ...[request]) => urlOf(routeOf(name), { ...request }),
  }
}

function missing(name: string): never {
  throw new RangeError(`there is no route ${name}`)
}

async function send(route: AppRoute, call: LooseCall) {
  const response = await ask(urlOf(route, call), requestOf(route, call))
  setServerTime(response.headers.get('danbao-now'))
  setSupportAddress(response.headers.get('danbao-support'))
  if (!response.ok) throw await readProblem(response)
  if (route.response === 'file') return readFile(response)
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}

async function ask(url: string, request: RequestInit): Promise<Response> {
  try {
    const response = await fetch(url, request)
    serverReachable.set(true)
    return response
  } catch (cause) {
    request.signal?.throwIfAborted()
    serverReachable.set(false)
    throw refusalWithout('offline', 'The server could not be reached', cause)
  }
}

async function readFile(response: Response) {
  const mediaType = response.headers.get('content-type') ?? 'application/octet-stream'
  return { mediaType, bytes: new Uint8Array(await response.arrayBuffer()) }
}

function requestOf(route: AppRoute, { body, signal }: LooseCall): RequestInit {
  const headers = {
    accept: 'application/json',
    'accept-language': currentLanguage(),
    // Another site's page can not send it, so that it can not act in the person's name.
    'danbao-app': '1',
  }
  const base = { method: route.method, credentials: 'same-origin', signal: signal ?? null } as const
  if (route.body === undefined) return { ...base, headers }
  if (body instanceof Blob) {
    const type = body.type === '' ? 'application/octet-stream' : body.type
    return { ...base, headers: { ...headers, 'content-type': type }, body }
  }
  const json = { ...headers, 'content-type': 'application/json' }
  return { ...base, headers: json, body: JSON.stringify(body ?? {}) }
}

function urlOf(route: AppRoute, { params = {}, query }: LooseCall): string {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? missing(name)),
  )
  const given = Object.entries({ ...(typeof query === 'object' ? query : {}) })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]): [string, string] => [name, String(value)])
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
