import type { Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'

/** In whose name a money account is, with a login or without; empty: there is none. */
export async function readAccountName(client: Queryable, accountId: Uuid): Promise<string> {
  const rows = await queryText(client, 'SELECT name FROM app.account WHERE id = $1', [accountId])
  return rows.map((row) => readRow(row).text())[0] ?? ''
}
