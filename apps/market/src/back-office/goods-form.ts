import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readPrice } from '../page/money.ts'
import { goTo, sendPage } from '../page/respond.ts'
import type { Parts } from '../parts.ts'
import type { Seller } from '../sellers/index.ts'
import { createGoods, isPictureName } from '../shop/index.ts'
import { readerOf } from '../visits/index.ts'
import { type Draft, EMPTY_DRAFT, newGoodsPage } from './goods-page.ts'

const LEAST_PRICE = 100n
const MOST_PRICE = 500_000n

const goodsForm = z.object({
  title: z.string().trim().min(1).max(80),
  description: z.string().trim().min(1).max(600),
  price: z
    .string()
    .transform((text) => readPrice(text))
    .refine((price) => price !== undefined && price >= LEAST_PRICE && price <= MOST_PRICE)
    .transform(String),
  picture: z.string().refine(isPictureName).catch('gift'),
})
const typed = z.object({
  title: z.string().catch(''),
  description: z.string().catch(''),
  price: z.string().catch(''),
  picture: z.string().catch('gift'),
})
const FIELDS = ['title', 'description', 'price'] as const

/** A seller's own goods, in one language: theirs. */
export function addGoodsForm(
  scope: FastifyInstance,
  parts: Parts,
  sellerOf: (request: FastifyRequest) => Seller | undefined,
): void {
  const { store } = parts

  scope.get('/selling/goods/new', async (request, reply) => {
    const reader = readerOf(parts, request)
    return sendPage(reply, reader, newGoodsPage(reader.language, EMPTY_DRAFT))
  })

  scope.post('/selling/goods', async (request, reply) => {
    const seller = sellerOf(request)
    if (seller === undefined) return goTo(reply, '/account')
    const read = goodsForm.safeParse(request.body)
    const made = read.success && createGoods(store, { ...read.data, seller: seller.key })
    if (made) {
      await store.save()
      return goTo(reply, '/selling?done=goods')
    }
    const problems = read.success ? (['full'] as const) : problemsIn(read.error)
    const draft = { ...typed.parse(request.body), problems }
    const reader = readerOf(parts, request)
    return sendPage(reply.code(422), reader, newGoodsPage(reader.language, draft))
  })
}

function problemsIn({ issues }: z.ZodError): Draft['problems'] {
  return FIELDS.filter((field) => issues.some(({ path }) => path[0] === field))
}
