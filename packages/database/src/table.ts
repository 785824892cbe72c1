import { type Instant, InvariantError, instant } from '@danbao/kernel'
import { type ColumnType, type ColumnValue, encodeArray } from './array-parameter.ts'
import type { Call, Statement, TextRow } from './pipeline.ts'

/**
 * Bulk statements over whole columns. A batch of any size is one statement with one array per
 * column, which is an order of magnitude cheaper than a statement per row.
 */
export interface Table<Entity> {
  readonly name: string
  readonly columns: readonly (readonly [name: string, type: ColumnType])[]
  /** The entity's values in the order of `columns`. */
  encode(entity: Entity): readonly ColumnValue[]
}

/** `INSERT` of many rows; `suffix` may carry an `ON CONFLICT` clause. */
export function insertStatement<E>(name: string, table: Table<E>, suffix = ''): Statement {
  return {
    name,
    sql: `INSERT INTO ${table.name} AS t (${columnNames(table)})
      SELECT * FROM ${unnest(table)} ${suffix}`,
  }
}

/** `UPDATE` of many rows found by the table's first column; only `changing` columns are written. */
export function updateStatement<E>(
  name: string,
  table: Table<E>,
  changing: readonly string[],
): Statement {
  const key = table.columns[0]?.[0] ?? 'id'
  const assignments = changing.map((column) => `${column} = u.${column}`).join(', ')
  return {
    name,
    sql: `UPDATE ${table.name} AS t SET ${assignments}
      FROM ${unnest(table)} AS u (${columnNames(table)}) WHERE t.${key} = u.${key}`,
  }
}

/** Binds a bulk statement to the entities it writes. */
export function bulkCall<E>(statement: Statement, table: Table<E>, entities: readonly E[]): Call {
  const rows = entities.map((entity) => table.encode(entity))
  const values = table.columns.map(([, type], column) =>
    encodeArray(
      type,
      rows.map((row) => row[column] ?? null),
    ),
  )
  return { statement, values }
}

/** The same, and nothing at all where there is nothing to write. */
export function bulkCalls<E>(
  statement: Statement,
  table: Table<E>,
  entities: readonly E[],
): Call[] {
  return entities.length > 0 ? [bulkCall(statement, table, entities)] : []
}

/** An array literal of ids for `= ANY($n::uuid[])`; sorted, so that rows are locked in one order. */
export function idArray(ids: Iterable<string>): string {
  return `{${[...ids].sort().join(',')}}`
}

export function columnNames<E>(table: Table<E>, alias?: string): string {
  const prefix = alias === undefined ? '' : `${alias}.`
  return table.columns.map(([name]) => prefix + name).join(', ')
}

function unnest<E>(table: Table<E>): string {
  return `unnest(${table.columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})`
}

/** A text as an element of an array literal. */
export function quoteElement(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** Reads a row's fields from left to right, in the order in which the statement selects them. */
export interface RowReader {
  text(): string
  maybeText(): string | null
  bigint(): bigint
  maybeBigint(): bigint | null
  integer(): number
  maybeInteger(): number | null
  boolean(): boolean
  instant(): Instant
  maybeInstant(): Instant | null
}

export function readRow(row: TextRow): RowReader {
  let position = 0
  const maybe = (): string | null => row[position++] ?? null
  const text = (): string => {
    const value = maybe()
    if (value === null) throw new InvariantError(`Column ${position} is unexpectedly null.`)
    return value
  }
  return {
    text,
    maybeText: maybe,
    bigint: () => BigInt(text()),
    maybeBigint: () => mapNull(maybe(), BigInt),
    integer: () => Number.parseInt(text(), 10),
    maybeInteger: () => mapNull(maybe(), (value) => Number.parseInt(value, 10)),
    boolean: () => text() === 't',
    instant: () => parseTimestamp(text()),
    maybeInstant: () => mapNull(maybe(), parseTimestamp),
  }
}

function mapNull<T>(value: string | null, map: (value: string) => T): T | null {
  return value === null ? null : map(value)
}

/** PostgreSQL's ISO output in UTC (`2026-11-22 20:00:00.123+00`), to the millisecond. */
export function parseTimestamp(value: string): Instant {
  return instant(Date.parse(`${value.slice(0, 10)}T${value.slice(11).replace(/\+00$/, 'Z')}`))
}
