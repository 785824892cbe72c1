export type { AppDeps, Handlers, Written } from './api-port.ts'
export { createApp } from './create-app.ts'
export { loggerOptions } from './logger.ts'
