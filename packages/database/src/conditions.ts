/** A condition of a query; without a value it does not apply. `?` stands for the value. */
export type Condition = readonly [sql: string, value: string | null | undefined]

/** All conditions as the text and the values of a WHERE clause. */
export function whereAll(conditions: readonly Condition[]): {
  readonly sql: string
  readonly values: string[]
} {
  const values: string[] = []
  const parts: string[] = []
  for (const [sql, value] of conditions) {
    if (value === undefined || value === null) continue
    values.push(value)
    parts.push(sql.replaceAll('?', `$${values.length}`))
  }
  return { sql: parts.length === 0 ? 'true' : parts.join(' AND '), values }
}
