import { ReturnVerificationError, verifyReturn } from '@danbao/sdk'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { attempt } from '../danbao/index.ts'
import { goTo, sendPage } from '../page/respond.ts'
import type { Parts } from '../parts.ts'
import type { Order, Session } from '../store/index.ts'
import { findSession, readerOf } from '../visits/index.ts'
import { freshen } from './freshen.ts'
import { streamNews } from './live.ts'
import { orderPage, ordersPage } from './pages.ts'

const params = z.object({ id: z.string() })
const query = z
  .object({ danbao_checkout: z.string().optional(), thanks: z.string().optional() })
  .catch({})
const MOST_FRESHENED = 5

/** The buyer's side. */
export function addOrders(scope: FastifyInstance, parts: Parts): void {
  const { store, news } = parts
  const ownOrder = (request: FastifyRequest): Order | undefined => {
    const order = store.data.orders.get(params.parse(request.params).id)
    return order !== undefined && isOwn(order, findSession(store, request)) ? order : undefined
  }

  scope.get('/orders', async (request, reply) => {
    const reader = readerOf(parts, request)
    const orders = ownOrders(parts, findSession(store, request))
    await Promise.all(orders.slice(0, MOST_FRESHENED).map((order) => freshen(parts, order)))
    return sendPage(reply, reader, ordersPage(reader.language, orders, reader.signedIn))
  })

  scope.get('/orders/live', (request, reply) => {
    const session = findSession(store, request)
    const isMine = (id: string): boolean => isOwn(store.data.orders.get(id), session)
    streamNews(news, isMine, request, reply)
  })

  scope.get('/orders/:id', (request, reply) => {
    const order = ownOrder(request)
    if (order === undefined) return reply.callNotFound()
    const { danbao_checkout: returned } = query.parse(request.query)
    if (returned !== undefined) return comeBack(parts, order, request, reply)
    return showOrder(parts, order, request, reply)
  })

  scope.get('/orders/:id/live', (request, reply) => {
    const order = ownOrder(request)
    if (order === undefined) return reply.callNotFound()
    return streamNews(news, (id) => id === order.id, request, reply)
  })
}

async function showOrder(parts: Parts, order: Order, request: FastifyRequest, reply: FastifyReply) {
  const isFresh = await freshen(parts, order)
  const reader = readerOf(parts, request)
  const shown = {
    order,
    sellers: parts.sellers,
    danbaoUrl: parts.danbao?.url ?? '',
    justPaid: query.parse(request.query).thanks !== undefined,
    stale: !isFresh,
  }
  return sendPage(reply, reader, orderPage(reader.language, shown))
}

/**
 * The buyer comes back from Danbao. A good signature says thank you; what is paid, Danbao is asked.
 */
async function comeBack(parts: Parts, order: Order, request: FastifyRequest, reply: FastifyReply) {
  const url = `${request.protocol}://${request.host}${request.url}`
  const isPaid = await saysPaid(parts, order, url)
  await freshen(parts, order, 0)
  // Without the signed part: an address that is kept or passed on should not carry it.
  return goTo(reply, `/orders/${order.id}${isPaid ? '?thanks=1' : ''}`)
}

async function saysPaid({ danbao }: Parts, order: Order, url: string): Promise<boolean> {
  if (danbao === undefined) return false
  const secret = await attempt(() => danbao.returnSecret())
  if (!secret.ok) return false
  try {
    const { checkout, state } = await verifyReturn(url, { secret: secret.value })
    return checkout === order.checkout?.id && state === 'paid'
  } catch (error) {
    if (error instanceof ReturnVerificationError) return false
    throw error
  }
}

function isOwn(order: Order | undefined, session: Session | undefined): boolean {
  if (order === undefined || session === undefined) return false
  return (
    order.visitor === session.visitor || (order.person !== null && order.person === session.person)
  )
}

function ownOrders({ store }: Parts, session: Session | undefined): Order[] {
  const orders = [...store.data.orders.values()].reverse()
  return orders.filter((order) => order.checkout !== null && isOwn(order, session))
}
