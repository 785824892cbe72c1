import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sendPage } from '../page/respond.ts'
import type { Parts } from '../parts.ts'
import { readerOf } from '../visits/index.ts'
import { findGoods, listGoods } from './goods.ts'
import { cataloguePage, goodsPage } from './pages.ts'
import { drawPicture, isPictureName } from './pictures/index.ts'

const query = z.object({ shop: z.string().optional() }).catch({})
const params = z.object({ id: z.string() })
const pictureParams = z.object({ name: z.string() })

/** What everybody sees. */
export function addShop(scope: FastifyInstance, parts: Parts): void {
  const { store, sellers } = parts
  const goodsOf = (seller: string) => listGoods(store).filter((one) => one.seller === seller)

  scope.get('/', async (request, reply) => {
    const reader = readerOf(parts, request)
    const seller = sellers.find(query.parse(request.query).shop ?? '')
    const goods = seller === undefined ? listGoods(store) : goodsOf(seller.key)
    return sendPage(reply, reader, cataloguePage(reader.language, { goods, sellers, seller }))
  })

  scope.get('/goods/:id', async (request, reply) => {
    const one = findGoods(store, params.parse(request.params).id)
    if (one === undefined) return reply.callNotFound()
    const reader = readerOf(parts, request)
    const shown = { one, goods: goodsOf(one.seller), sellers, seller: sellers.find(one.seller) }
    return sendPage(reply, reader, goodsPage(reader.language, shown))
  })

  scope.get('/pictures/:name.svg', async (request, reply) => {
    const { name } = pictureParams.parse(request.params)
    if (!isPictureName(name)) return reply.callNotFound()
    return reply
      .type('image/svg+xml')
      .header('cache-control', 'public, max-age=86400')
      .send(drawPicture(name))
  })
}
