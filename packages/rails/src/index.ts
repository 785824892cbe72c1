export { type AccountProblem, checkBankAccount } from './bank/bank-account.ts'
export { epcQrText } from './bank/epc-qr.ts'
export { parseBic, parseIban } from './bank/iban.ts'
export { type TransferFile, type TransferOrder, writePain001 } from './bank/pain001.ts'
export { readStatementFile } from './bank/read-statements.ts'
export { writeCamt053, type WrittenEntry, type WrittenStatement } from './bank/write-camt053.ts'
export { createRf, findRf, normaliseRf, parseRf } from './bank/rf.ts'
export type { Statement, StatementEntry, StatementFile } from './bank/statement.ts'
export { digitableLine, readLine, writeBarcode } from './boleto/barcode.ts'
export { interleaved2of5 } from './boleto/interleaved.ts'
export type { ReturnEntry, ReturnFile } from './boleto/return-entry.ts'
export { isReturnFile, readReturnFile } from './boleto/return-file.ts'
export { formatTaxId, parseTaxId, type TaxId } from './boleto/tax-id.ts'
export { isReferenceRates, readReferenceRates, type ReferenceRates } from './ecb/reference-rates.ts'
export { toLatin } from './latin.ts'
export { namesAlike } from './names.ts'
export type { FileProblem } from './problem.ts'
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
export { parseMtcn } from './western-union/mtcn.ts'
export {
  isSettlementFile,
  readSettlementFile,
  type Settled,
} from './western-union/settlement-file.ts'
