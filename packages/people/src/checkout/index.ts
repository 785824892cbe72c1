export { createCheckoutHandlers } from './handlers.ts'
