import type { Access, Refusal } from '@danbao/contracts'
import { LIVE_PATHS } from '@danbao/contracts/wallet'
import { formatInstant } from '@danbao/kernel'
import type { People } from '@danbao/people'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendRefusal } from '../http/index.ts'
import { type Connection, readMark } from './live-connection.ts'
import { createLiveHub, type HubDeps, type LiveHub } from './live-hub.ts'
import { type AppName, refuseForeign, visitorOf } from './visitor.ts'

export interface LiveDeps extends HubDeps {
  readonly people: Pick<People, 'identify'>
}

/** A browser opens no more to one server, and then nothing else comes through. */
const MOST_PAGES = 6
const TOO_MANY: Refusal = {
  code: 'try_later',
  detail: `At most ${MOST_PAGES} pages are kept up to date at once.`,
}

const ACCESS: Readonly<Record<AppName, Access>> = { wallet: 'person', console: 'staff' }

/**
 * `GET /wallet/api/live` and `/console/api/live`: server-sent events for as long as the page is
 * open and its session lasts. Whoever comes back with the last id misses nothing.
 */
export function addLiveRoutes(app: FastifyInstance, deps: LiveDeps): void {
  const hub = createLiveHub(deps)
  for (const name of ['wallet', 'console'] as const) {
    app.get(LIVE_PATHS[name], { exposeHeadRoute: false }, (request, reply) =>
      open(hub, deps, { name, request, reply }),
    )
  }
  app.addHook('preClose', () => hub.close())
}

interface Exchange {
  readonly name: AppName
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

async function open(
  hub: LiveHub,
  deps: LiveDeps,
  { name, request, reply }: Exchange,
): Promise<FastifyReply> {
  const foreign = refuseForeign(request)
  if (foreign !== undefined) return sendRefusal(reply, foreign)
  const who = await deps.people.identify(ACCESS[name], visitorOf(request, name))
  if (!who.ok) return sendRefusal(reply, who.refusal)
  if (!('sessionId' in who.value)) throw new Error('Only who has a session is let in.')
  const { sessionId } = who.value
  const ownerId = 'staffId' in who.value ? who.value.staffId : who.value.personId
  const told = readMark(markOf(request)) ?? {
    place: await hub.place(),
    unread: undefined,
    desk: undefined,
  }
  if (hub.count(ownerId) >= MOST_PAGES) return sendRefusal(reply, TOO_MANY)
  const now = formatInstant(await deps.now())
  reply.hijack()
  const stream = reply.raw
  const connection: Connection = {
    app: name,
    ownerId,
    sessionId,
    stream,
    told,
    knowsClock: false,
  }
  stream.on('error', () => stream.destroy())
  stream.writeHead(200, { ...headersOf(reply), ...STREAM_HEADERS, 'danbao-now': now })
  // Some proxies hold back the beginning of an answer until there is enough of it.
  stream.write(`retry: 2000\n: ${' '.repeat(2048)}\n\n`)
  hub.add(connection)
  return reply
}

const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]),
  )
}

/** The browser sends the last id itself; a page that opens a new connection, in the address. */
function markOf({ headers, query }: FastifyRequest): string | undefined {
  const header = headers['last-event-id']
  if (typeof header === 'string') return header
  const asked: unknown =
    typeof query === 'object' && query !== null ? Reflect.get(query, 'after') : undefined
  return typeof asked === 'string' ? asked : undefined
}
