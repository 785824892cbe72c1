export { createAccount, updateAccount } from './account-commands.ts'
export { createCheckout, payCheckout, takeCheckout } from './checkouts.ts'
export { createPayment } from './create-payment.ts'
export { recordDeposit, recordReversal } from './deposits.ts'
export {
  acceptOffer,
  appeal,
  decide,
  escalate,
  makeOffer,
  openDispute,
  returnDelivered,
  returnReceived,
  returnShipped,
  withdraw,
} from './dispute-commands.ts'
export { pay } from './pay.ts'
export {
  approve,
  cancel,
  confirm,
  deliver,
  extend,
  refund,
  refusePayment,
  ship,
} from './payment-commands.ts'
export {
  recordPaidPayout,
  recordRejectedPayout,
  recordReturnedPayout,
  sendPayouts,
} from './payout-results.ts'
export { cancelPayout, refusePayout, releasePayout, requestPayout } from './payouts.ts'
export { resolveDeposit } from './resolve-deposit.ts'
export { createQuote } from './quotes.ts'
export { topUp } from './sandbox-commands.ts'
export { settleRail, type SettleRequest } from './settle-rail.ts'
export { cancelTopUp, declareTopUp, startTopUp } from './top-ups.ts'
