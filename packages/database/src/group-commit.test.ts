import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseUnavailableError } from './faults.ts'
import {
  BatchConflict,
  BEGIN,
  COMMIT,
  createGroupCommit,
  type GroupCommit,
  type GroupCommitOptions,
} from './group-commit.ts'
import type { Pipeline } from './pipeline.ts'
import { createTestDatabase } from './testing.ts'

const database = await createTestDatabase([])
const { pool } = database
await pool.query('CREATE TABLE item (id int PRIMARY KEY, batch int)')
afterAll(() => database.close())
beforeEach(() => pool.query('TRUNCATE item'))

const INSERT = {
  name: 'insert',
  sql: 'INSERT INTO item SELECT unnest($1::int[]), $2 ON CONFLICT (id) DO NOTHING',
}
const STRICT = { name: 'strict', sql: 'INSERT INTO item SELECT unnest($1::int[]), $2' }
const batches: number[][] = []
const open: GroupCommit<number, number>[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
  batches.length = 0
})

type Run = GroupCommitOptions<number, number>['run']
const insertAll =
  (statement = INSERT): Run =>
  async (items, pipeline) => {
    batches.push([...items])
    const values = [`{${items.join(',')}}`, String(batches.length)]
    await pipeline.run([BEGIN, { statement, values }, COMMIT])
    return items.map((item) => item * 10)
  }
function start(run: Run, options: Partial<GroupCommitOptions<number, number>> = {}) {
  const commits = createGroupCommit({
    run,
    connection: () => database.connectionConfig(),
    ...options,
  })
  open.push(commits)
  return commits
}
const stored = async () => {
  const { rows } = await pool.query<{ id: number }>('SELECT id FROM item ORDER BY id')
  return rows.map(({ id }) => id)
}
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)
const kill = () =>
  pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'danbao writer' AND datname = current_database()`,
  )

describe('a batch', () => {
  it('holds what arrives together, and each item gets its own answer', async () => {
    const commits = start(insertAll())
    const answers = await Promise.all(numbers(20).map((n) => commits.submit(n)))
    expect(answers).toEqual(numbers(20).map((n) => n * 10))
    expect(batches).toEqual([numbers(20)])
    expect(await stored()).toEqual(numbers(20))
  })

  it('is bounded, and the rest follows in order', async () => {
    const commits = start(insertAll(), { maxBatch: 8, lanes: 1 })
    await Promise.all(numbers(20).map((n) => commits.submit(n)))
    expect(batches.map(({ length }) => length)).toEqual([8, 8, 4])
    expect(batches.flat()).toEqual(numbers(20))
  })

  it('grows while an earlier one is being committed', async () => {
    const commits = start(
      async (items, pipeline) => {
        const answers = await insertAll()(items, pipeline)
        await sleep(30)
        return answers
      },
      { lanes: 1 },
    )
    const first = commits.submit(0)
    await sleep(10)
    const rest = numbers(9).map((n) => commits.submit(n + 1))
    await Promise.all([first, ...rest])
    expect(batches.map(({ length }) => length)).toEqual([1, 9])
  })
})

describe('an item that fails', () => {
  it('fails alone', async () => {
    await pool.query('INSERT INTO item VALUES (3, 0)')
    const commits = start(insertAll(STRICT))
    const outcomes = await Promise.allSettled(numbers(6).map((n) => commits.submit(n)))
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([
      true,
      true,
      true,
      false,
      true,
      true,
    ])
    expect(outcomes[3]).toMatchObject({ reason: { constraint: 'item_pkey' } })
    expect(await stored()).toEqual(numbers(6))
  })

  it('leaves no transaction open behind it', async () => {
    const commits = start(async (items, pipeline) => {
      await pipeline.run([BEGIN])
      if (items.includes(1)) throw new Error('A bug.')
      return insertAll()(items, pipeline)
    })
    await expect(commits.submit(1)).rejects.toThrow('A bug.')
    expect(await commits.submit(2)).toBe(20)
    expect(await stored()).toEqual([2])
  })
})

describe('a conflict', () => {
  it('runs the whole batch again', async () => {
    let left = 3
    const commits = start((items, pipeline) => {
      if (left-- > 0) throw new BatchConflict('Another process was faster.')
      return insertAll()(items, pipeline)
    })
    expect(await Promise.all(numbers(3).map((n) => commits.submit(n)))).toEqual([0, 10, 20])
  })

  it('that never ends is given up', async () => {
    let tries = 0
    const commits = start(() => {
      tries += 1
      throw new BatchConflict('Another process was faster.')
    })
    await expect(commits.submit(1)).rejects.toBeInstanceOf(DatabaseUnavailableError)
    expect(tries).toBe(21)
  })

  it('a deadlock is one: both sides get through', async () => {
    await pool.query('INSERT INTO item VALUES (1, 0), (2, 0)')
    const lock = async (pipeline: Pipeline, id: number) =>
      pipeline.run([
        {
          statement: { name: 'lock', sql: 'UPDATE item SET batch = batch + 1 WHERE id = $1' },
          values: [String(id)],
        },
      ])
    const run: Run = async ([first = 1], pipeline) => {
      await pipeline.run([BEGIN])
      await lock(pipeline, first)
      await sleep(100)
      await lock(pipeline, 3 - first)
      await pipeline.run([COMMIT])
      return [first]
    }
    const [one, two] = [start(run), start(run)]
    expect(await Promise.all([one.submit(1), two.submit(2)])).toEqual([1, 2])
    const { rows } = await pool.query('SELECT batch FROM item')
    expect(rows).toEqual([{ batch: 2 }, { batch: 2 }])
  })
})

describe('a connection that is killed in the middle', () => {
  it('the batch runs again on a new one, with the same items', async () => {
    let kills = 2
    const commits = start(async (items, pipeline) => {
      await pipeline.run([BEGIN])
      if (kills-- > 0) await kill()
      return insertAll()(items, pipeline)
    })
    expect(await Promise.all(numbers(5).map((n) => commits.submit(n)))).toEqual([0, 10, 20, 30, 40])
    expect(await stored()).toEqual(numbers(5))
    expect(batches.every((batch) => batch.join() === numbers(5).join())).toBe(true)
  })

  it('after COMMIT was sent: the items run again, and ids make that harmless', async () => {
    let kills = 1
    const commits = start(async (items, pipeline) => {
      const answers = await insertAll()(items, pipeline)
      if (kills-- > 0) {
        await kill()
        await pipeline.run([BEGIN])
      }
      return answers
    })
    expect(await commits.submit(7)).toBe(70)
    expect(batches).toEqual([[7], [7]])
    expect(await stored()).toEqual([7])
  })
})

describe('a database that stays away', () => {
  const nowhere = { connection: () => ({ host: '127.0.0.1', port: 1 }), patienceMs: 200 }

  it('is waited for so long, then every item is told', async () => {
    const commits = start(insertAll(), nowhere)
    const started = performance.now()
    const outcomes = await Promise.allSettled(numbers(3).map((n) => commits.submit(n)))
    expect(performance.now() - started).toBeGreaterThanOrEqual(195)
    expect(performance.now() - started).toBeLessThan(2_000)
    for (const outcome of outcomes) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(
        DatabaseUnavailableError,
      )
    }
  })

  it('and that comes back in time is used, after what makes it ready', async () => {
    let away = 3
    let readied = 0
    const commits = start(insertAll(), {
      connection: () => (away-- > 0 ? { host: '127.0.0.1', port: 1 } : database.connectionConfig()),
      ready: () => {
        readied += 1
        return Promise.resolve()
      },
    })
    expect(await commits.submit(4)).toBe(40)
    expect(readied).toBe(4)
  })
})

it('closing waits for everything that was submitted', async () => {
  const commits = createGroupCommit({
    run: insertAll(),
    connection: () => database.connectionConfig(),
    maxBatch: 3,
  })
  const answers = Promise.all(numbers(10).map((n) => commits.submit(n)))
  await commits.close()
  expect(await stored()).toEqual(numbers(10))
  expect(await answers).toHaveLength(10)
  const { rows } = await pool.query(
    `SELECT FROM pg_stat_activity WHERE application_name = 'danbao writer'
       AND datname = current_database()`,
  )
  expect(rows).toEqual([])
})
