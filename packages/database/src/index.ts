export { type ClientConfig, DatabaseError, type Pool, type PoolClient, type QueryConfig } from 'pg'
export { type Database, type DatabaseOptions, openDatabase } from './connect.ts'
export {
  BatchConflict,
  BEGIN,
  COMMIT,
  createGroupCommit,
  type GroupCommit,
  type GroupCommitOptions,
  ROLLBACK,
} from './group-commit.ts'
export { hasCode } from './embedded/fault.ts'
export { DatabaseUnavailableError, isDatabaseAway } from './faults.ts'
export { MissingDatabaseError } from './create-database.ts'
export { prepareDataFolder } from './data-folder.ts'
export { type Log, silentLog } from './log.ts'
export { migrate, type MigrationSource } from './migrate.ts'
export {
  type Call,
  openPipeline,
  type Outcome,
  type Pipeline,
  type Statement,
  type TextRow,
} from './pipeline.ts'
export { type Condition, whereAll } from './conditions.ts'
export { type Queryable, queryText } from './query-text.ts'
export { inTransaction } from './transaction.ts'
export {
  bulkCall,
  bulkCalls,
  columnNames,
  idArray,
  insertStatement,
  parseTimestamp,
  quoteElement,
  readRow,
  type RowReader,
  type Table,
  updateStatement,
} from './table.ts'
