import { afterAll, expect, it } from 'vitest'
import { queryText } from './query-text.ts'
import { createTestDatabase } from './testing.ts'

const database = await createTestDatabase([])
afterAll(() => database.close())

it('leaves every field in the text form of PostgreSQL', async () => {
  const rows = await queryText(
    database.pool,
    `SELECT 1::bigint, true, NULL::text, '2026-06-01 12:00:00.5+00'::timestamptz, 1.50::numeric, $1::text`,
    ['x'],
  )
  expect(rows).toEqual([['1', 't', null, '2026-06-01 12:00:00.5+00', '1.50', 'x']])
})

it('takes lists, numbers and nulls as values', async () => {
  const sql = 'SELECT $1::int + 1, $2::text[], $3::text'
  expect(await queryText(database.pool, sql, [41, ['a', 'b"c'], null])).toEqual([
    ['42', '{a,"b\\"c"}', null],
  ])
  expect(await queryText(database.pool, 'SELECT 1 WHERE false')).toEqual([])
})
