export { getAccount, listAccounts } from './accounts.ts'
export { listAccountTransfers } from './account-transfers.ts'
export { getBalances } from './balances.ts'
export { getCheckout } from './checkouts.ts'
export {
  type ListedDeposit,
  listDeskDeposits,
  readDeskDeposit,
  readReconciliation,
  suggestTopUps,
} from './desk-deposits.ts'
export { listRailAccounts, readRailDays } from './rail-days.ts'
export { listOpenItems } from './open-items.ts'
export {
  type ListedPayout,
  listDeskPayouts,
  listPayoutBatches,
  listQueuedPayouts,
  readDeskPayout,
  readPayoutBatch,
  readPayoutQueue,
} from './desk-payouts.ts'
export { partyColumns, readParty } from './desk-party.ts'
export {
  findPayoutBy,
  getPayout,
  listOwnPayouts,
  listPayouts,
  type Payable,
  readPayable,
} from './payouts.ts'
export { viewPayout } from '../payouts/view.ts'
export { findDeposit, findDepositBy, findReversed } from './deposits.ts'
export { findDisputeJson, getDispute, listDisputes } from './disputes.ts'
export { getEvent, listEvents } from './events.ts'
export { getPayment, listPayments } from './payments.ts'
export { listPaymentTransfers } from './payment-transfers.ts'
export { readTopUpBounds, type TopUpBounds } from './top-up-bounds.ts'
export { viewTopUp } from '../funding/view.ts'
export { readTopUpProgress } from './top-up-progress.ts'
export { findTopUp, findTopUpBy, getTopUp, listOwnTopUps, listTopUps } from './top-ups.ts'
export { findCheckoutPage } from './checkout-page.ts'
export { getOwnPayment, listOwnPayments } from './own-payments.ts'
export { listInvoices, readInvoice } from './invoices.ts'
export { readOutlook } from './selling.ts'
export { previewSettlement, type Settlement } from './settlement.ts'
export { getMarketplace } from './marketplaces.ts'
export { listDeskPayments, readDeskPayment } from './desk-payments.ts'
export { findPaymentsBy } from './find-by.ts'
export type { Activity } from './activity.ts'
export {
  listBooks,
  MOST_LINES,
  type Period,
  type PeriodAsked,
  type PeriodLine,
  readPeriod,
} from './period.ts'
export { readOverview } from './overview.ts'
