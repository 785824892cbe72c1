export type {
  Answer,
  AppDeps,
  Caller,
  CommandRequest,
  HandlerOf,
  Handlers,
  HttpDeps,
  JsonText,
  Principal,
  Written,
} from './api-port.ts'
export { createApp } from './create-app.ts'
export { loggerOptions } from './logger.ts'
export { DEFAULT_RATE_LIMITS, type RateLimits } from './rate-limit.ts'
