export * from './accounts.ts'
export * from './app-refusals.ts'
export * from './app-route.ts'
export * from './browser.ts'
export * from './disputes.ts'
export * from './events.ts'
export * from './openapi.ts'
export * from './marketplaces.ts'
export * from './payments.ts'
export {
  type Amount,
  amount,
  currencyCode,
  duration,
  id,
  list,
  type PageQuery,
  pageQuery,
  positiveAmount,
  timestamp,
} from './primitives.ts'
export * from './refusals.ts'
export * from './risk.ts'
export * from './routes.ts'
export type { CallerRole, Route } from './routes/route.ts'
export * from './sandbox.ts'
export * from './rail-files.ts'
export * from './payouts.ts'
export * from './top-ups.ts'
export * from './webhooks.ts'
