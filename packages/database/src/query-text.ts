import type { Pool, QueryArrayConfig } from 'pg'
import type { TextRow } from './pipeline.ts'

/** A pool, or the connection of a transaction that is under way. */
export type Queryable = Pick<Pool, 'query'>

/** Leaves every field in PostgreSQL's own text form. */
const AS_TEXT = { getTypeParser: () => (value: string) => value }

/**
 * Rows as the engine's statements give them, so that one function reads a row wherever it comes
 * from.
 */
export async function queryText(
  pool: Queryable,
  text: string,
  values: readonly (string | number | null | readonly string[])[] = [],
): Promise<readonly TextRow[]> {
  const query: QueryArrayConfig = { text, values: [...values], rowMode: 'array', types: AS_TEXT }
  const result = await pool.query<(string | null)[]>(query)
  return result.rows
}
