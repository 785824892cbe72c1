import { decodeId } from '@danbao/kernel'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { CreatePaymentRequest, ExpandedPaymentView } from './index.ts'
import {
  type BodyOf,
  isRouteName,
  type ParamsOf,
  type QueryOf,
  refusalsOf,
  type ResponseOf,
  ROUTE_NAMES,
  routes,
} from './routes.ts'
import { exampleId, type Route } from './routes/route.ts'

describe.each(ROUTE_NAMES)('%s', (name) => {
  const route: Route = routes[name]

  it('names in its path exactly the parameters it declares', () => {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param)
    expect(names).toEqual(Object.keys(route.params ?? {}))
  })

  it('has a body exactly when its method has one, and an example that is valid', () => {
    expect(route.body !== undefined).toBe(route.method === 'POST' || route.method === 'PATCH')
    if (route.body !== undefined) expect(route.body.safeParse(route.example).error).toBeUndefined()
  })

  it('refuses fields it does not know', () => {
    const schema = route.body ?? route.query
    const example = route.body === undefined ? {} : route.example
    const parsed = schema?.safeParse({ ...Object(example), surprise: 1 })
    const unknown = parsed?.error?.issues.filter((issue) => issue.code === 'unrecognized_keys')
    expect(unknown?.length ?? 1).toBe(1)
  })
})

it('has one route for each method and path', () => {
  const all = ROUTE_NAMES.map((name) => `${routes[name].method} ${routes[name].path}`)
  expect(new Set(all).size).toBe(all.length)
  expect(all).toContain('POST /v1/webhook_endpoints/{id}/deliveries/{event}/replay')
})

it('demands a key of every command on money and of nothing else', () => {
  const money = /^\/v1\/(payments|checkouts|disputes|top_ups|payouts|sandbox\/top_ups)/
  for (const name of ROUTE_NAMES) {
    const { method, path, idempotency } = routes[name]
    expect(idempotency === 'required', name).toBe(method === 'POST' && money.test(path))
  }
})

it('knows its own names only', () => {
  expect(isRouteName('payPayment')).toBe(true)
  expect(isRouteName('toString')).toBe(false)
})

it('collects the codes of a route from its parts, each once', () => {
  expect(refusalsOf(routes.getPayment)).toEqual([
    ...['unauthenticated', 'rate_limited', 'internal_error', 'database_unavailable'],
    ...['invalid_request', 'not_found', 'invalid_cursor'],
  ])
  const codes = refusalsOf(routes.payPayment)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes).toContain('idempotency_key_missing')
  expect(codes).toContain('insufficient_funds')
})

it('gives examples of ids that can be read', () => {
  expect(decodeId('pay', exampleId('pay')).ok).toBe(true)
})

it('derives the types of requests and answers', () => {
  expectTypeOf<BodyOf<'createPayment'>>().toEqualTypeOf<CreatePaymentRequest>()
  expectTypeOf<BodyOf<'getPayment'>>().toEqualTypeOf<undefined>()
  expectTypeOf<QueryOf<'payPayment'>>().toEqualTypeOf<undefined>()
  expectTypeOf<ParamsOf<'payPayment'>>().toEqualTypeOf<{ readonly id: string }>()
  expectTypeOf<ResponseOf<'getPayment'>>().toEqualTypeOf<ExpandedPaymentView>()
})
