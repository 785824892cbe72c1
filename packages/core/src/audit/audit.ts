import type { Pool, PoolClient, QueryConfig } from '@danbao/database'
import { type Check, type TableName, TABLES } from './check.ts'
import { FUNDING_CHECKS } from './funding-checks.ts'
import { LEDGER_CHECKS } from './ledger-checks.ts'
import { PAYMENT_CHECKS } from './payment-checks.ts'
import { RECORD_CHECKS } from './record-checks.ts'

/** What was found, ready for JSON: amounts and ids in the rows are text. */
export interface AuditReport {
  readonly ok: boolean
  /** The real time of the snapshot, RFC 3339. */
  readonly checked_at: string
  readonly checks: readonly AuditResult[]
}

export interface AuditResult {
  readonly name: string
  readonly ok: boolean
  readonly rows_checked: number
  /** Some of the rows that break the rule, 20 at most. */
  readonly offending: readonly OffendingRow[]
  readonly offending_count: number
}

export type OffendingRow = Readonly<Record<string, string | null>>

export const CHECKS: readonly Check[] = [
  ...LEDGER_CHECKS,
  ...FUNDING_CHECKS,
  ...PAYMENT_CHECKS,
  ...RECORD_CHECKS,
]

/**
 * Lets the books prove themselves: every rule is checked over every row, in one snapshot, without
 * a lock, so that servers may go on writing. Throws only when the database can not be read.
 */
export async function audit(pool: Pool): Promise<AuditReport> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    // Whole tables are read and grouped: hash tables in memory instead of sorts on disk, and no
    // limit of time, which is there for requests.
    await client.query(`
      SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '256MB';
      SET LOCAL max_parallel_workers_per_gather = 2; SET LOCAL jit = off`)
    const report = await runChecks(client)
    await client.query('COMMIT')
    client.release()
    return report
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Runs all checks in the transaction of the client. */
export async function runChecks(client: PoolClient): Promise<AuditReport> {
  const counts = await countRows(client)
  const checks: AuditResult[] = []
  for (const check of CHECKS) checks.push(await runCheck(client, check, counts))
  const [time] = await queryRows(
    client,
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`,
  )
  return {
    ok: checks.every((check) => check.ok),
    checked_at: time?.['now'] ?? '',
    checks,
  }
}

const SHOWN = 20

async function runCheck(
  client: PoolClient,
  { name, over, sql }: Check,
  counts: ReadonlyMap<TableName, number>,
): Promise<AuditResult> {
  const found = await queryRows(
    client,
    `SELECT count(*) OVER () AS total, offending.* FROM (${sql}) AS offending LIMIT ${SHOWN}`,
  )
  const total = Number.parseInt(found[0]?.['total'] ?? '0', 10)
  return {
    name,
    ok: total === 0,
    rows_checked: over.reduce((sum, table) => sum + (counts.get(table) ?? 0), 0),
    offending: found.map(withoutTotal),
    offending_count: total,
  }
}

function withoutTotal(row: OffendingRow): OffendingRow {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'total'))
}

async function countRows(client: PoolClient): Promise<ReadonlyMap<TableName, number>> {
  const columns = TABLES.map((table) => `(SELECT count(*) FROM ${table}) AS "${table}"`)
  const [row] = await queryRows(client, `SELECT ${columns.join(', ')}`)
  return new Map(TABLES.map((table) => [table, Number.parseInt(row?.[table] ?? '0', 10)]))
}

/** Every field in PostgreSQL's own text, so that no amount passes through a float. */
async function queryRows(client: PoolClient, text: string): Promise<readonly OffendingRow[]> {
  const query: QueryConfig = { text, types: { getTypeParser: () => (value: string) => value } }
  const result = await client.query<OffendingRow>(query)
  return result.rows
}
