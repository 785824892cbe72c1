export { createServer, type ServerOptions } from './create-server.ts'
export { loggerOptions } from './http/logger.ts'
