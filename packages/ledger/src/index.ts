export type { Account, AccountRef } from './account.ts'
export { Books } from './books.ts'
export { Journal } from './journal.ts'
export {
  accountRef,
  createLedger,
  type Ledger,
  type LedgerOptions,
  type Receipt,
  type TransferRefusal,
} from './ledger.ts'
export {
  readBalance,
  readStatement,
  type Statement,
  type StatementLine,
  type StatementPosition,
  type StatementQuery,
} from './statement.ts'
export { lockAccounts, readAccount, writeBooks } from './store.ts'
export type { Occasion, Posting, Transfer, TransferRequest } from './transfer.ts'

/** The folder of the ledger's migrations. */
export const LEDGER_MIGRATIONS = {
  name: 'ledger',
  folder: new URL('../migrations/', import.meta.url),
}
