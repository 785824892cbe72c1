export { readBalances } from './balances.ts'
export { createPersonPageHandlers } from './handlers.ts'
export { countOpenPayments, findPayments, readTurnover } from './payments.ts'
export { readRef } from './reference.ts'
