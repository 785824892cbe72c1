export { createStatementHandlers } from './handlers.ts'
