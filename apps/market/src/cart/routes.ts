import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { linesOf, openCheckout, orderOf } from '../orders/index.ts'
import { goTo, sendPage } from '../page/respond.ts'
import type { Parts } from '../parts.ts'
import { findGoods } from '../shop/goods.ts'
import type { Order, Session } from '../store/index.ts'
import { beginSession, findSession, languageOf, readerOf } from '../visits/index.ts'
import { addToCart, MOST_OF_ONE, newCart, setInCart } from './cart.ts'
import { cartPage, unpaidPage } from './page.ts'

const quantity = z.coerce.number().int().min(1).max(MOST_OF_ONE)
const addForm = z.object({ goods: z.string(), quantity: quantity.catch(1) })
const changeForm = z.object({
  goods: z.string(),
  quantity: quantity.optional().catch(undefined),
  remove: z.string().optional(),
})
const payForm = z.object({ order: z.string() })

export function addCart(scope: FastifyInstance, parts: Parts): void {
  const { store, sellers } = parts

  scope.get('/cart', async (request, reply) => {
    const reader = readerOf(parts, request)
    const cart = findSession(store, request)?.cart ?? newCart()
    const shown = { lines: linesOf(store, cart), sellers, order: cart.order }
    return sendPage(reply, reader, cartPage(reader.language, shown))
  })

  scope.post('/cart/add', async (request, reply) => {
    const { goods, quantity: more } = addForm.parse(request.body)
    if (findGoods(store, goods) === undefined) return reply.callNotFound()
    const session = beginSession(store, request, reply)
    session.cart = addToCart(session.cart, goods, more)
    await store.save()
    return goTo(reply, '/cart')
  })

  scope.post('/cart/change', async (request, reply) => {
    const { goods, quantity: wanted, remove } = changeForm.parse(request.body)
    const session = findSession(store, request)
    if (session !== undefined && (remove !== undefined || wanted !== undefined)) {
      session.cart = setInCart(session.cart, goods, remove === undefined ? (wanted ?? 0) : 0)
      await store.save()
    }
    return goTo(reply, '/cart')
  })

  scope.post('/checkout', (request, reply) => pay(parts, request, reply))
}

/** Sent twice it is one order; an order that was made before is paid at the same place. */
async function pay(parts: Parts, request: FastifyRequest, reply: FastifyReply) {
  const { store, danbao } = parts
  const { order: wanted } = payForm.parse(request.body)
  const session = findSession(store, request)
  // A page that is older than the cart, or than the payment: the cart shows what there is now.
  if (session === undefined) return goTo(reply, '/cart')
  const order = orderFor(parts, session, wanted, request)
  if (order === undefined) return goTo(reply, '/cart')
  const opened =
    danbao === undefined
      ? ({ ok: false, trouble: 'away' } as const)
      : await openCheckout(parts, danbao, order)
  if (opened.ok) return reply.redirect(opened.value, 303)
  const reader = readerOf(parts, request)
  const status = opened.trouble === 'away' ? 503 : 422
  return sendPage(reply.code(status), reader, unpaidPage(reader.language, opened.trouble, wanted))
}

function orderFor(
  { store }: Parts,
  session: Session,
  wanted: string,
  request: FastifyRequest,
): Order | undefined {
  const present = store.data.orders.get(wanted)
  if (present !== undefined) return present.visitor === session.visitor ? present : undefined
  if (wanted !== session.cart.order) return undefined
  const origin = `${request.protocol}://${request.host}`
  const order = orderOf(store, session, { language: languageOf(request), origin })
  if (order !== undefined) store.data.orders.set(order.id, order)
  return order
}
