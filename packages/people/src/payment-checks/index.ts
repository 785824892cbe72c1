export { createPaymentCheckDesk } from './handlers.ts'
export { readKnown } from './known.ts'
export { runDuePaymentChecks } from './run-due.ts'
