import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { attempt, type Trouble, TROUBLES } from '../danbao/index.ts'
import { freshen, refreshPayment, streamNews } from '../orders/index.ts'
import { html, type Html, NOTHING } from '../page/html.ts'
import type { Language } from '../page/language.ts'
import { goTo, sendPage } from '../page/respond.ts'
import type { Parts } from '../parts.ts'
import type { Seller } from '../sellers/index.ts'
import { listGoods } from '../shop/index.ts'
import { findSession, readerOf } from '../visits/index.ts'
import { act, ACTIONS, type Done } from './actions.ts'
import { addGoodsForm } from './goods-form.ts'
import { shopPage } from './list-page.ts'
import { parcelPage } from './parcel-page.ts'
import { findParcel, type OwnParcel, parcelsOf } from './parcels.ts'
import { SELLING_WORDS } from './words.ts'

const params = z.object({ payment: z.string() })
const actionParams = z.object({ payment: z.string(), action: z.enum(ACTIONS) })
const query = z
  .object({
    done: z.enum([...ACTIONS, 'goods']).optional(),
    trouble: z.enum(TROUBLES).optional(),
  })
  .catch({})

/** The sellers' side: nobody gets in who sells nothing here, and each sees their own only. */
export function addBackOffice(scope: FastifyInstance, parts: Parts): void {
  const { store, sellers, news } = parts
  const sellerOf = (request: FastifyRequest): Seller | undefined =>
    sellers.ofPerson(findSession(store, request)?.person ?? null)
  const parcelOf = (request: FastifyRequest): OwnParcel | undefined =>
    findParcel(store, sellerOf(request)?.key ?? '', params.parse(request.params).payment)

  scope.addHook('onRequest', async (request, reply) => {
    if (sellerOf(request) === undefined) return goTo(reply, '/account')
  })

  scope.get('/selling', async (request, reply) => {
    const seller = sellerOf(request)
    if (seller === undefined) return goTo(reply, '/account')
    const reader = readerOf(parts, request)
    const parcels = parcelsOf(store, seller.key)
    const goods = listGoods(store).filter((one) => one.seller === seller.key)
    const notice = showNotice(reader.language, query.parse(request.query))
    const page = shopPage(reader.language, { seller, parcels, goods, notice })
    return sendPage(reply, reader, page)
  })

  scope.get('/selling/live', (request, reply) => {
    const key = sellerOf(request)?.key
    const isMine = (id: string): boolean =>
      store.data.orders.get(id)?.parcels.some(({ seller }) => seller === key) === true
    streamNews(news, isMine, request, reply)
  })

  scope.get('/selling/orders/:payment', async (request, reply) => {
    const found = parcelOf(request)
    if (found === undefined) return reply.callNotFound()
    await freshen(parts, found.order)
    return showParcel(parts, parcelOf(request) ?? found, request, reply)
  })

  scope.get('/selling/orders/:payment/live', (request, reply) => {
    const found = parcelOf(request)
    if (found === undefined) return reply.callNotFound()
    return streamNews(news, (id) => id === found.order.id, request, reply)
  })

  scope.post('/selling/orders/:payment/:action', async (request, reply) => {
    const found = parcelOf(request)
    const asked = actionParams.safeParse(request.params)
    if (found === undefined || !asked.success) return reply.callNotFound()
    const { payment, action } = asked.data
    const trouble = await carryOut(parts, found, action, request.body)
    const said = trouble === undefined ? `done=${action}` : `trouble=${trouble}`
    return goTo(reply, `/selling/orders/${payment}?${said}`)
  })

  addGoodsForm(scope, parts, sellerOf)
}

async function carryOut(
  parts: Parts,
  { parcel }: OwnParcel,
  action: (typeof ACTIONS)[number],
  form: unknown,
): Promise<Trouble | undefined> {
  const { danbao, store } = parts
  if (danbao === undefined) return 'away'
  try {
    const done = await attempt(() => act(danbao, parcel, action, form))
    // Also where it was refused: then the page did not show what there is now.
    await attempt(() => refreshPayment(parts, danbao, parcel.payment.id))
    await store.save()
    return done.ok ? undefined : done.trouble
  } catch (error) {
    if (error instanceof z.ZodError) return 'invalid'
    throw error
  }
}

function showParcel(parts: Parts, own: OwnParcel, request: FastifyRequest, reply: FastifyReply) {
  const reader = readerOf(parts, request)
  const notice = showNotice(reader.language, query.parse(request.query))
  const { danbao, sellers } = parts
  const hasLogin = sellers.find(own.parcel.seller)?.account !== undefined
  const more = { notice, ...(danbao && hasLogin ? { danbaoUrl: danbao.url } : {}) }
  return sendPage(reply, reader, parcelPage(reader.language, own, more))
}

interface Said {
  readonly done?: Done | undefined
  readonly trouble?: Trouble | undefined
}

function showNotice(language: Language, { done, trouble }: Said): Html {
  const words = SELLING_WORDS[language]
  if (trouble !== undefined) {
    return html`<p class="notice warn" role="alert">${words.trouble[trouble]}</p>`
  }
  if (done === undefined) return NOTHING
  return html`<p class="notice" role="status">${words.done[done]}</p>`
}
