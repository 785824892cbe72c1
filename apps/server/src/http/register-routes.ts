import { type Refusal, ROUTE_NAMES, type Route, type RouteName, routes } from '@danbao/contracts'
import { accept, invariant, type Result, type Uuid } from '@danbao/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AppDeps, Caller, IdempotencyKey, JsonText, Mode, Written } from './api-port.ts'
import { createGuard } from './authenticate.ts'
import { callerOf } from './caller.ts'
import { idempotencyKey, KEY_MISSING } from './idempotency.ts'
import { parseRequest, type ParsedRequest } from './parse-request.ts'
import { sendJson, sendRefusal } from './problems.ts'

/**
 * A handler whose route is known at run time only. What it is given was parsed by the schemas of
 * the same row of the table that its own types are derived from.
 */
interface AnyHandler<C> {
  command?(caller: Caller, target: unknown, body: unknown): C
  read?(caller: Caller, params: unknown, query: unknown): Promise<Result<JsonText, Refusal>>
  write?(caller: Caller, params: unknown, body: unknown): Promise<Result<Written, Refusal>>
}

type Respond = (
  request: FastifyRequest,
  reply: FastifyReply,
  asked: { readonly caller: Caller; readonly parsed: ParsedRequest },
) => Promise<FastifyReply>

/** Every route of the contract, by the same steps. */
export function registerRoutes<C>(app: FastifyInstance, deps: AppDeps<C>): void {
  const guard = createGuard(deps)
  for (const name of ROUTE_NAMES) {
    const route: Route = routes[name]
    if (route.sandboxOnly === true && deps.mode === 'live') continue
    const respond = responder(name, deps)
    app.route({
      method: route.method,
      url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      onRequest: guard,
      ...(route.maxBytes === undefined ? {} : { bodyLimit: route.maxBytes }),
      handler: (request, reply) => {
        const asked = understand(route, request, deps.mode)
        if (!asked.ok) return sendRefusal(reply, asked.refusal)
        return respond(request, reply, asked.value)
      },
    })
  }
}

function understand(
  route: Route,
  request: FastifyRequest,
  mode: Mode,
): Result<{ readonly caller: Caller; readonly parsed: ParsedRequest }, Refusal> {
  const { principal } = request
  invariant(principal !== null, 'a handler ran before its guard')
  const parsed = parseRequest(route, request)
  if (!parsed.ok) return parsed
  const caller = callerOf(principal, request.headers['danbao-act-as'], mode)
  return caller.ok ? accept({ caller: caller.value, parsed: parsed.value }) : caller
}

function responder<C>(name: RouteName, deps: AppDeps<C>): Respond {
  const handler: AnyHandler<C> = deps.handlers[name]
  if (handler.command !== undefined) return commandResponder(routes[name], handler.command, deps)
  if (handler.read !== undefined) return readResponder(handler.read)
  invariant(handler.write !== undefined, `${name} has no handler`)
  return writeResponder(handler.write)
}

function commandResponder<C>(
  route: Route,
  makeCommand: NonNullable<AnyHandler<C>['command']>,
  deps: AppDeps<C>,
): Respond {
  return async (request, reply, { caller, parsed }) => {
    const key = keyOf(route, request, parsed, deps.idempotencyScope(caller))
    if (!key.ok) return sendRefusal(reply, key.refusal)
    const target: Uuid | undefined = parsed.params['id']
    const command = makeCommand(caller, target, parsed.body)
    const idempotency = key.value
    const answer = await deps.execute(
      idempotency === undefined ? { command } : { command, idempotency },
    )
    if (answer.replayed) reply.header('idempotency-replayed', 'true')
    return sendJson(reply, answer.status, answer.body)
  }
}

function keyOf(
  route: Route,
  request: FastifyRequest,
  parsed: ParsedRequest,
  scope: string,
): Result<IdempotencyKey | undefined, Refusal> {
  const header = request.headers['idempotency-key']
  if (header === undefined || route.idempotency === 'none') {
    return route.idempotency === 'required'
      ? { ok: false, refusal: KEY_MISSING }
      : accept(undefined)
  }
  const { method, url } = request
  return idempotencyKey(String(header), scope, { method, url, text: parsed.text })
}

function readResponder<C>(read: NonNullable<AnyHandler<C>['read']>): Respond {
  return async (_request, reply, { caller, parsed }) => {
    const result = await read(caller, parsed.params, parsed.query)
    if (!result.ok) return sendRefusal(reply, result.refusal)
    return sendJson(reply, 200, result.value)
  }
}

function writeResponder<C>(write: NonNullable<AnyHandler<C>['write']>): Respond {
  return async (_request, reply, { caller, parsed }) => {
    const result = await write(caller, parsed.params, parsed.body)
    if (!result.ok) return sendRefusal(reply, result.refusal)
    return sendJson(reply, result.value.status, result.value.body)
  }
}
