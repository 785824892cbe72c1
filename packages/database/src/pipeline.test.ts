import { afterAll, beforeEach, afterEach, describe, expect, it, vi } from 'vitest'
import { openPipeline, type Pipeline } from './pipeline.ts'
import { createTestDatabase } from './testing.ts'

const database = await createTestDatabase([])
await database.pool.query('CREATE TABLE item (id int PRIMARY KEY, name text)')
let pipeline: Pipeline
beforeEach(async () => {
  pipeline = await openPipeline(database.connectionConfig())
})
afterEach(() => pipeline.close())
afterAll(() => database.close())

const call = (sql: string, ...values: (string | null)[]) => ({
  statement: { name: sql.slice(0, 60), sql },
  values,
})
const INSERT = 'INSERT INTO item SELECT $1::int, $2::text'

describe('a packet', () => {
  it('runs its calls in order and gives rows and counts back', async () => {
    const outcomes = await pipeline.run([
      call('BEGIN'),
      call(INSERT, '1', 'one'),
      call(INSERT, '2', null),
      call('SELECT id, name FROM item ORDER BY id'),
      call('UPDATE item SET name = $1', 'x'),
      call('SELECT name FROM item WHERE id > 5'),
      call('ROLLBACK'),
    ])
    expect(outcomes.map(({ count }) => count)).toEqual([0, 1, 1, 2, 2, 0, 0])
    expect(outcomes[3]?.rows).toEqual([
      ['1', 'one'],
      ['2', null],
    ])
    expect(outcomes[5]?.rows).toEqual([])
  })

  it('stops at the first call that fails and leaves the connection usable', async () => {
    const spoiled = pipeline.run([
      call('BEGIN'),
      call(INSERT, '1', 'one'),
      call(INSERT, '1', 'again'),
      call(INSERT, '2', 'never'),
      call('COMMIT'),
    ])
    await expect(spoiled).rejects.toMatchObject({ constraint: 'item_pkey' })
    await pipeline.run([call('ROLLBACK')])
    expect(pipeline.broken).toBe(false)
    const [counted] = await pipeline.run([call('SELECT count(*) FROM item')])
    expect(counted?.rows).toEqual([['0']])
  })

  it('carries what needs care: quotes, backslashes, other scripts, a long text', async () => {
    const texts = ['', 'NULL', `"'\\{},`, '担保 é 😀', 'x'.repeat(300_000)]
    for (const text of texts) {
      const [outcome] = await pipeline.run([call('SELECT $1::text', text)])
      expect(outcome?.rows).toEqual([[text]])
    }
  })
})

describe('a statement', () => {
  it('is prepared once', async () => {
    for (let round = 0; round < 3; round += 1)
      await pipeline.run([call('SELECT 1'), call('SELECT 1')])
    const [prepared] = await pipeline.run([call('SELECT name FROM pg_prepared_statements')])
    expect(prepared?.rows.flat().filter((name) => name === 'SELECT 1')).toHaveLength(1)
  })

  it('that can not be prepared ends the connection, whose names are unknown then', async () => {
    await expect(pipeline.run([call('SELECT 7'), call('SELEKT 1')])).rejects.toMatchObject({
      code: '42601',
    })
    expect(pipeline.broken).toBe(true)
    await expect(pipeline.run([call('SELECT 7')])).rejects.toThrow('closed')
    const next = await openPipeline(database.connectionConfig())
    expect((await next.run([call('SELECT 7')]))[0]?.rows).toEqual([['7']])
    await next.close()
  })
})

describe('the session', () => {
  it('gives times in UTC, never scans whole tables for want of statistics, and waits no longer than it must', async () => {
    const names = ['timezone', 'enable_seqscan', 'enable_hashjoin', 'synchronous_commit']
    const outcomes = await pipeline.run(names.map((name) => call(`SHOW ${name}`)))
    expect(outcomes.map(({ rows }) => rows[0]?.[0])).toEqual(['UTC', 'off', 'off', 'on'])
    const [patience] = await pipeline.run([call('SHOW lock_timeout')])
    expect(patience?.rows).toEqual([['8s']])
  })
})

describe('a connection that is killed', () => {
  const kill = () =>
    database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'danbao writer' AND datname = current_database()`,
    )

  it('rejects what is in flight and is broken from then on', async () => {
    const sleeping = pipeline.run([call('SELECT pg_sleep(20)')])
    const caught = expect(sleeping).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 50))
    await kill()
    await caught
    await vi.waitFor(() => expect(pipeline.broken).toBe(true))
    await expect(pipeline.run([call('SELECT 1')])).rejects.toThrow('closed')
  })

  it('while idle is noticed', async () => {
    await kill()
    await expect(pipeline.run([call('SELECT 1')])).rejects.toThrow()
    expect(pipeline.broken).toBe(true)
  })
})
