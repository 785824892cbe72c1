export { createRf, findRf, normaliseRf, parseRf } from './bank/rf.ts'
export {
  type PreRequest,
  type RawFields,
  readPreRequest,
  readWebMoneyResult,
  type WebMoneyProblem,
  type WebMoneyResult,
} from './webmoney/notification.ts'
export { type WebMoneyForm, webMoneyForm, type WebMoneyPayment } from './webmoney/payment-form.ts'
export { parsePurse, purseCurrency } from './webmoney/purse.ts'
