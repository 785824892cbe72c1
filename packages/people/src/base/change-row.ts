import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText } from '@danbao/database'
import { bytea } from './tokens.ts'

/** What a column can be set to; a number is an instant. */
export type ColumnValue = string | Instant | Uint8Array | null

export interface ChangeableTable {
  readonly name: string
  /** The column behind each name that may be changed; all other names are passed over. */
  readonly columns: Readonly<Record<string, string>>
  /** Set with every change, e.g. a version that grows. */
  readonly always?: string
}

/** Sets what is named in the row of this id, and leaves the rest. */
export async function changeRow(
  client: Queryable,
  { name, columns, always }: ChangeableTable,
  id: Uuid,
  change: Readonly<Record<string, ColumnValue | undefined>>,
): Promise<void> {
  const sets: string[] = always === undefined ? [] : [always]
  const values: (string | null)[] = [id]
  for (const [key, column] of Object.entries(columns)) {
    const value = change[key]
    if (value === undefined) continue
    values.push(encode(value))
    sets.push(`${column} = $${values.length}`)
  }
  if (sets.length === 0) return
  await queryText(client, `UPDATE ${name} SET ${sets.join(', ')} WHERE id = $1`, values)
}

function encode(value: ColumnValue): string | null {
  if (value === null || typeof value === 'string') return value
  return typeof value === 'number' ? formatInstant(value) : bytea(value)
}
