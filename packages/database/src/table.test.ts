import { instant, InvariantError } from '@danbao/kernel'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openPipeline } from './pipeline.ts'
import { queryText } from './query-text.ts'
import {
  bulkCall,
  columnNames,
  idArray,
  insertStatement,
  parseTimestamp,
  quoteElement,
  readRow,
  type Table,
  updateStatement,
} from './table.ts'
import { createTestDatabase } from './testing.ts'

interface Item {
  readonly id: string
  readonly name: string | null
  readonly amount: bigint | null
  readonly count: number
  readonly open: boolean
  readonly at: number | null
}

const table: Table<Item> = {
  name: 'item',
  columns: [
    ['id', 'uuid'],
    ['name', 'text'],
    ['amount', 'bigint'],
    ['count', 'integer'],
    ['open', 'boolean'],
    ['at', 'timestamptz'],
  ],
  encode: (item) => [item.id, item.name, item.amount, item.count, item.open, item.at],
}

const database = await createTestDatabase([])
await database.pool.query(
  `CREATE TABLE item (id uuid PRIMARY KEY, name text, amount bigint, count integer,
     open boolean, at timestamptz)`,
)
const pipeline = await openPipeline(database.connectionConfig())
afterAll(async () => {
  await pipeline.close()
  await database.close()
})

const INSERT = insertStatement('insert', table)
const UPDATE = updateStatement('update', table, ['amount', 'open'])
const read = async () =>
  (await queryText(database.pool, `SELECT ${columnNames(table)} FROM item ORDER BY id`)).map(
    (row) => {
      const r = readRow(row)
      return {
        id: r.text(),
        name: r.maybeText(),
        amount: r.maybeBigint(),
        count: r.integer(),
        open: r.boolean(),
        at: r.maybeInstant(),
      }
    },
  )
const id = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const item = (n: number, more: Partial<Item> = {}): Item => ({
  id: id(n),
  name: null,
  amount: null,
  count: 0,
  open: false,
  at: null,
  ...more,
})

describe('bulk statements', () => {
  it('write whatever the columns can hold and read the same', async () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.constantFrom('', 'NULL', 'null', '{}', '"', '\\', ',', ' a ', "'"),
      )
      .map((value) => value.replaceAll('\u0000', ''))
      .filter((value) => value.isWellFormed())
    const items = fc.array(
      fc.record({
        name: fc.option(text),
        amount: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
        count: fc.integer(),
        open: fc.boolean(),
        at: fc.option(fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(9999, 11) })),
      }),
      { minLength: 1, maxLength: 30 },
    )
    await fc.assert(
      fc.asyncProperty(items, async (rows) => {
        await database.pool.query('TRUNCATE item')
        const all = rows.map((row, n) => item(n, row))
        await pipeline.run([bulkCall(INSERT, table, all)])
        expect(await read()).toEqual(all)
      }),
      { numRuns: 40 },
    )
  })

  it('update only the columns that change, of the rows that are named', async () => {
    await database.pool.query('TRUNCATE item')
    await pipeline.run([bulkCall(INSERT, table, [item(1, { name: 'a' }), item(2, { name: 'b' })])])
    const changed = item(2, { name: 'not this', amount: 5n, open: true })
    const [outcome] = await pipeline.run([bulkCall(UPDATE, table, [changed, item(9)])])
    expect(outcome?.count).toBe(1)
    expect(await read()).toEqual([
      item(1, { name: 'a' }),
      item(2, { name: 'b', amount: 5n, open: true }),
    ])
  })

  it('throw at what is no UUID', () => {
    expect(() => bulkCall(INSERT, table, [item(1, { id: 'abc' })])).toThrow(InvariantError)
  })
})

describe('array literals', () => {
  it('of ids are sorted, so that rows are locked in one order', () => {
    expect(idArray(new Set(['b', 'a', 'c']))).toBe('{a,b,c}')
    expect(idArray([])).toBe('{}')
  })

  it('of texts keep every character', async () => {
    const texts = ['', 'NULL', 'a"b', 'a\\b', '{a,b}', ' 担保 ', '\n']
    const [row] = await queryText(database.pool, 'SELECT array_to_json($1::text[])', [
      `{${texts.map(quoteElement).join(',')}}`,
    ])
    expect(JSON.parse(row?.[0] ?? '')).toEqual(texts)
  })
})

describe('reading rows', () => {
  it('a null where there must be none is a bug', () => {
    expect(() => readRow([null]).text()).toThrow('unexpectedly null')
    expect(() => readRow([]).bigint()).toThrow('unexpectedly null')
    expect(readRow([null]).maybeInteger()).toBeNull()
    expect(readRow(['7']).maybeInteger()).toBe(7)
  })

  it('amounts keep every digit', () => {
    expect(readRow(['9223372036854775807']).bigint()).toBe(2n ** 63n - 1n)
  })

  it.each([
    ['2026-11-22 20:00:00+00', '2026-11-22T20:00:00.000Z'],
    ['2026-11-22 20:00:00.1+00', '2026-11-22T20:00:00.100Z'],
    ['2026-11-22 20:00:00.123+00', '2026-11-22T20:00:00.123Z'],
    ['2026-11-22 20:00:00.123999+00', '2026-11-22T20:00:00.123Z'],
  ])('%s is %s', (text, expected) => {
    expect(parseTimestamp(text)).toBe(instant(Date.parse(expected)))
  })
})
