import type { IdPrefix } from '@danbao/kernel'
import type { z } from 'zod'
import type { RefusalCode } from './refusals.ts'
import { accountRoutes } from './routes/accounts.ts'
import { checkoutRoutes } from './routes/checkouts.ts'
import { disputeRoutes } from './routes/disputes.ts'
import { eventRoutes } from './routes/events.ts'
import { marketplaceApiRoutes } from './routes/marketplaces.ts'
import { paymentRoutes } from './routes/payments.ts'
import { payoutRoutes } from './routes/payouts.ts'
import { railFileRoutes } from './routes/rail-files.ts'
import type { Route } from './routes/route.ts'
import { sandboxRoutes } from './routes/sandbox.ts'
import { topUpRoutes } from './routes/top-ups.ts'

/** The whole API, in the order of its documentation; the names are the operation ids. */
export const routes = {
  ...accountRoutes,
  ...paymentRoutes,
  ...checkoutRoutes,
  ...disputeRoutes,
  ...topUpRoutes,
  ...payoutRoutes,
  ...railFileRoutes,
  ...eventRoutes,
  ...marketplaceApiRoutes,
  ...sandboxRoutes,
} as const satisfies Record<string, Route>

type Routes = typeof routes
export type RouteName = keyof Routes

/** The parsed body of a request; undefined for a route without one. */
export type BodyOf<N extends RouteName> = Routes[N] extends { body: infer B extends z.ZodType }
  ? z.infer<B>
  : undefined

/** What a client sends as body: before it is parsed, where a currency is any text. */
export type BodyInputOf<N extends RouteName> = Routes[N] extends { body: infer B extends z.ZodType }
  ? z.input<B>
  : undefined

/** What a client sends as query. */
export type QueryInputOf<N extends RouteName> = Routes[N] extends {
  query: infer Q extends z.ZodType
}
  ? z.input<Q>
  : undefined

/** The parsed query; undefined for a route without one. */
export type QueryOf<N extends RouteName> = Routes[N] extends { query: infer Q extends z.ZodType }
  ? z.infer<Q>
  : undefined

export type ResponseOf<N extends RouteName> = z.infer<Routes[N]['response']>

/** The names in the path, each with `T`: the prefixed id outside, the UUID inside. */
export type ParamsOf<N extends RouteName, T extends string = string> = Routes[N] extends {
  params: infer P extends Readonly<Record<string, IdPrefix>>
}
  ? { readonly [K in keyof P]: T }
  : Readonly<Record<never, T>>

/** The routes with this property of this value, e.g. all that need a key. */
export type RouteNameWith<P extends Partial<Route>> = {
  [N in RouteName]: Routes[N] extends P ? N : never
}[RouteName]

export const ROUTE_NAMES: readonly RouteName[] = Object.keys(routes).filter(isRouteName)

export function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(routes, name)
}

const ALWAYS = [
  'unauthenticated',
  'rate_limited',
  'internal_error',
  'database_unavailable',
] as const
const WITH_BODY = [
  'invalid_request',
  'invalid_json',
  'body_too_large',
  'unsupported_media_type',
] as const

/** Every code that a route can answer with, without doubles. */
export function refusalsOf(route: Route): readonly RefusalCode[] {
  const codes = new Set<RefusalCode>([...route.refusals, ...ALWAYS])
  const add = (when: boolean, ...more: readonly RefusalCode[]): void => {
    if (when) more.forEach((code) => codes.add(code))
  }
  add(route.params !== undefined, 'invalid_request', 'not_found')
  add(route.query !== undefined, 'invalid_request', 'invalid_cursor')
  add(route.body !== undefined, ...WITH_BODY)
  add(route.idempotency === 'required', 'idempotency_key_missing')
  add(route.idempotency !== 'none', 'idempotency_key_invalid', 'idempotency_key_reused')
  return [...codes]
}
