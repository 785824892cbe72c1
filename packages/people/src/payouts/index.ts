export { createPayoutDesk } from './desk/handlers.ts'
export { createPayoutHandlers } from './handlers.ts'
export { layPayoutFiles } from './payout-file.ts'
export { runDuePayouts } from './run-due.ts'
