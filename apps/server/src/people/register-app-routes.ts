import { type AppRoute, MAX_FILE_BYTES, type Refusal, type UploadedFile } from '@danbao/contracts'
import { consoleRoutes } from '@danbao/contracts/console'
import { walletRoutes } from '@danbao/contracts/wallet'
import {
  accept,
  type Clock,
  formatInstant,
  type Instant,
  refuse,
  type Result,
} from '@danbao/kernel'
import type { Mode } from '@danbao/core'
import type { People, Reply } from '@danbao/people'
import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createRateLimit, parseRequest, refuseRate, sendJson, sendRefusal } from '../http/index.ts'
import { type AppName, keepCookies, refuseForeign, visitorOf } from './visitor.ts'

export interface AppRoutesDeps {
  readonly people: People
  readonly mode: Mode
  readonly clock: Clock
  /** The time of the database, told with every answer: countdowns in the apps follow it. */
  now(): Promise<Instant>
  /** Whether browsers reach it by https. */
  readonly secure: boolean
}

/**
 * A handler whose route is known at run time only. Who asks and what it is given were checked by
 * the same row of the table that its own types are derived from.
 */
interface AnyHandlers {
  answer(who: unknown, input: unknown): Promise<Result<Reply<unknown>, Refusal>>
}
type AnyHandler = AnyHandlers['answer']

/** One after the other: both apps have routes of one name, and neither hides the other. */
const ROUTES = [walletRoutes, consoleRoutes].flatMap((routes) => Object.entries<AppRoute>(routes))

/** Of one address: a household behind one router, never a machine that tries passwords. */
const REQUESTS_PER_MINUTE = 1_200

/** What the wallet and the console ask for, by the same steps for each route. */
export async function registerAppRoutes(app: FastifyInstance, deps: AppRoutesDeps): Promise<void> {
  await app.register(cookie)
  const limit = createRateLimit(REQUESTS_PER_MINUTE, deps.clock)
  // In a scope of its own: the API takes nothing but JSON.
  await app.register(async (scope) => {
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )
    for (const [name, route] of ROUTES) {
      if (route.sandboxOnly === true && deps.mode === 'live') continue
      scope.route({
        method: route.method,
        url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
        ...(route.body === 'file' ? { bodyLimit: MAX_FILE_BYTES } : {}),
        handler: async (request, reply) => {
          const seconds = limit.take(request.ip)
          if (seconds > 0) return refuseRate(reply, seconds, 'this address')
          return answer(name, route, { request, reply, deps })
        },
      })
    }
  })
}

const IMMUTABLE = 'public, max-age=31536000, immutable'

interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly deps: AppRoutesDeps
}

async function answer(name: string, route: AppRoute, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, deps } = exchange
  const app: AppName = route.path.startsWith('/wallet/') ? 'wallet' : 'console'
  const foreign = refuseForeign(request)
  if (foreign !== undefined) return sendRefusal(reply, foreign)
  reply.header('danbao-now', formatInstant(await deps.now()))
  reply.header('danbao-support', deps.people.supportEmail)
  const visitor = visitorOf(request, app)
  // Before the input is looked at: a stranger learns nothing of what would be valid.
  const who = await deps.people.identify(route.access, visitor)
  if (!who.ok) return sendRefusal(reply, who.refusal)
  const input = readInput(route, request)
  if (!input.ok) return sendRefusal(reply, input.refusal)
  const handler = handlerOf(deps.people, app, name)
  const result = await handler(who.value, input.value)
  if (!result.ok) return sendRefusal(reply, result.refusal)
  if (route.immutable === true) reply.header('cache-control', IMMUTABLE)
  keepCookies(reply, result.value, { app, secure: deps.secure })
  return route.response === 'file'
    ? sendFile(reply, result.value.body)
    : sendJson(reply, 200, JSON.stringify(result.value.body))
}

function handlerOf(people: People, app: AppName, name: string): AnyHandler {
  const handlers: Readonly<Record<string, AnyHandler>> = people[app]
  const handler = handlers[name]
  if (handler === undefined) throw new Error(`${name} has no handler`)
  return handler
}

function readInput(route: AppRoute, request: FastifyRequest): Result<unknown, Refusal> {
  const { body, params, query } = route
  const schemas = {
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { query }),
    ...(body === undefined || body === 'file' ? {} : { body }),
  }
  const parsed = parseRequest(schemas, request)
  if (!parsed.ok) return parsed
  if (body !== 'file') return accept(parsed.value)
  const file = readFile(request)
  return file.ok ? accept({ ...parsed.value, body: file.value }) : file
}

function readFile(request: FastifyRequest): Result<UploadedFile, Refusal> {
  const { body, headers } = request
  if (!Buffer.isBuffer(body) || body.length === 0) {
    return refuse({ code: 'file_unreadable', detail: 'The file is empty.' })
  }
  return accept({ mediaType: headers['content-type'] ?? '', bytes: body })
}

/** Shown, never run: whatever it says it is. What is no picture is kept, and not opened as a page. */
function sendFile(reply: FastifyReply, body: unknown): FastifyReply {
  if (!isFile(body)) throw new Error('A route for files answered with something else.')
  if (!body.mediaType.startsWith('image/')) reply.header('content-disposition', 'attachment')
  return reply
    .header('content-type', body.mediaType)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(Buffer.from(body.bytes))
}

function isFile(body: unknown): body is UploadedFile {
  return (
    typeof body === 'object' &&
    body !== null &&
    'mediaType' in body &&
    typeof body.mediaType === 'string' &&
    'bytes' in body &&
    body.bytes instanceof Uint8Array
  )
}
