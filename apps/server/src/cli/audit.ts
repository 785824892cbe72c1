import { audit, type AuditReport, loadSettings } from '@danbao/core'
import { silentLog } from '@danbao/database'
import { type Config, OperatorError } from '../config.ts'
import { openConfiguredDatabase } from '../open-database.ts'

interface AuditOptions {
  readonly json?: boolean | undefined
  readonly database?: string | undefined
}

/** Lets the books prove themselves; 1 when they do not. Safe beside a running server. */
export async function auditCommand(config: Config, options: AuditOptions): Promise<number> {
  const database = await openConfiguredDatabase(config, silentLog, {
    name: options.database,
    mustExist: true,
  })
  try {
    await loadSettings(database.pool).catch((cause: unknown) => {
      throw new OperatorError(`"${database.name}" is no database of Danbao.`, { cause })
    })
    const report = await audit(database.pool)
    console.log(options.json === true ? JSON.stringify(report, null, 2) : describe(report))
    return report.ok ? 0 : 1
  } finally {
    await database.close()
  }
}

function describe(report: AuditReport): string {
  const lines = report.checks.flatMap((check) => [
    `${check.ok ? 'ok  ' : 'FAIL'}  ${check.name} (${check.rows_checked} rows)`,
    ...check.offending.map((row) => `      ${JSON.stringify(row)}`),
    ...(check.offending_count > check.offending.length
      ? [`      … ${check.offending_count} in all`]
      : []),
  ])
  const verdict = report.ok ? 'The books are true.' : 'The books are NOT true.'
  return [...lines, `${verdict} (${report.checked_at})`].join('\n')
}
