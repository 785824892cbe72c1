import { type RouteName, ROUTE_NAMES, routes } from '@danbao/contracts'
import { accept, instant, manualClock } from '@danbao/kernel'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import type { AppDeps, Caller, CommandRequest, Handlers } from './api-port.ts'
import { createApp } from './create-app.ts'
import { loggerOptions } from './logger.ts'

/** The command of the tests: what its handler was given. */
export interface Told {
  readonly name: RouteName
  readonly caller: Caller
  readonly target: string | undefined
  readonly body: unknown
}

export const MARKETPLACE = '01890a5d-ac96-774b-bcce-b302099a8057'
export const PAYMENT = 'pay_01h455vb4pex5vsknk084sn02q'
export const ACCOUNT = 'acc_01h455vb4pex5vsknk084sn02q'
export const UUID = '01890a5d-ac96-774b-bcce-b302099a8057'

export interface TestApp {
  readonly app: FastifyInstance
  /** What came through to the product. */
  readonly executed: CommandRequest<Told>[]
  readonly log: Record<string, unknown>[]
}

/** The app over handlers that tell what they were given. */
export async function createTestApp(changes: Partial<AppDeps<Told>> = {}): Promise<TestApp> {
  const executed: CommandRequest<Told>[] = []
  const log: Record<string, unknown>[] = []
  const write = (line: string): void => void log.push(JSON.parse(line))
  const app = await createApp<Told>({
    mode: 'sandbox',
    proxies: 0,
    version: '0.1.0',
    publicUrl: 'http://localhost:8080',
    authenticate: (token) => {
      if (token === 'sk_staff') return { kind: 'operator' }
      return token === 'sk_shop' ? { kind: 'marketplace', marketplaceId: MARKETPLACE } : undefined
    },
    handlers: tellingHandlers(),
    execute: async (request) => {
      executed.push(request)
      return { status: 201, body: JSON.stringify(request.command), replayed: false }
    },
    idempotencyScope: (caller) =>
      caller.kind === 'operator' ? 'operator' : `${caller.marketplaceId} ${caller.actingAs ?? ''}`,
    isUnavailable: () => false,
    ready: async () => true,
    clock: manualClock(instant(0)),
    logger: pino(loggerOptions('debug'), { write }),
    registry: new Registry(),
    ...changes,
  })
  return { app, executed, log }
}

/** A POST as a marketplace's server would send it. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  return {
    method: 'POST',
    url,
    headers: {
      authorization: 'Bearer sk_shop',
      'content-type': 'application/json',
      'idempotency-key': 'key-1',
      ...headers,
    },
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  } as const satisfies InjectOptions
}

export function get(url: string, headers: Record<string, string> = {}) {
  return {
    method: 'GET',
    url,
    headers: { authorization: 'Bearer sk_shop', ...headers },
  } as const satisfies InjectOptions
}

export function tellingHandlers(changes: Partial<Handlers<Told>> = {}): Handlers<Told> {
  const all: Partial<Record<RouteName, unknown>> = {}
  for (const name of ROUTE_NAMES) all[name] = changes[name] ?? tellingHandler(name)
  assertComplete(all)
  return all
}

function tellingHandler(name: RouteName): unknown {
  const tell = (rest: object): string => JSON.stringify({ name, ...rest })
  if (routes[name].method === 'GET') {
    return {
      read: async (caller: Caller, params: unknown, query: unknown) =>
        accept(tell({ caller, params, query })),
    }
  }
  if (routes[name].idempotency === 'required') {
    return {
      command: (caller: Caller, target: string | undefined, body: unknown): Told => ({
        ...{ name, caller, target, body },
      }),
    }
  }
  return {
    write: async (caller: Caller, params: unknown, body: unknown) =>
      accept({ status: routes[name].status, body: tell({ caller, params, body }) }),
  }
}

function assertComplete(all: Partial<Record<RouteName, unknown>>): asserts all is Handlers<Told> {
  for (const name of ROUTE_NAMES) {
    if (all[name] === undefined) throw new Error(`${name} has no handler`)
  }
}
