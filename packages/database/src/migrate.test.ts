import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from './connect.ts'
import { migrate, type MigrationSource } from './migrate.ts'
import { createTestDatabase, createTestFolder } from './testing.ts'

let folder: string
let database: Database

beforeEach(async () => {
  folder = await createTestFolder()
  database = await createTestDatabase([])
})

afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

async function source(name: string, files: Record<string, string>): Promise<MigrationSource> {
  const path = join(folder, name)
  await rm(path, { recursive: true, force: true })
  await mkdir(path)
  for (const [file, sql] of Object.entries(files)) await writeFile(join(path, file), sql)
  return { name, folder: pathToFileURL(path) }
}

const CREATE = 'CREATE TABLE step (id int GENERATED ALWAYS AS IDENTITY, name text);'
const insert = (name: string): string => `INSERT INTO step (name) VALUES ('${name}');`

async function steps(): Promise<unknown[]> {
  const { rows } = await database.pool.query<{ name: string }>('SELECT name FROM step ORDER BY id')
  return rows.map((row) => row.name)
}

test('files are applied by source, then by number, and only once', async () => {
  const ledger = await source('ledger', { '0002-more.sql': insert('l2'), '0001-start.sql': CREATE })
  const core = await source('core', { '0001-start.sql': insert('c1') })
  await migrate(database.pool, [ledger, core])
  await migrate(database.pool, [ledger, core])
  expect(await steps()).toEqual(['l2', 'c1'])
})

test('several processes at once apply each file once', async () => {
  const ledger = await source('ledger', { '0001-start.sql': CREATE + insert('l1') })
  await Promise.all([1, 2, 3, 4].map(() => migrate(database.pool, [ledger])))
  expect(await steps()).toEqual(['l1'])
})

test('a file that fails leaves nothing behind, those before it stay', async () => {
  const broken = { '0001-start.sql': CREATE, '0002-bad.sql': `${insert('bad')} SELECT 1/0;` }
  const failing = migrate(database.pool, [await source('ledger', broken)])
  await expect(failing).rejects.toThrow('ledger/0002-bad.sql failed: error: division by zero')
  expect(await steps()).toEqual([])
  const repaired = { ...broken, '0002-bad.sql': insert('good') }
  await migrate(database.pool, [await source('ledger', repaired)])
  expect(await steps()).toEqual(['good'])
})

test('a file that was changed after it had been applied is refused', async () => {
  await migrate(database.pool, [await source('ledger', { '0001-start.sql': CREATE })])
  const changed = await source('ledger', { '0001-start.sql': `${CREATE} -- changed` })
  await expect(migrate(database.pool, [changed])).rejects.toThrow('0001-start.sql was changed')
})

test('older code refuses a newer database', async () => {
  const files = { '0001-start.sql': CREATE, '0002-more.sql': insert('l2') }
  await migrate(database.pool, [await source('ledger', files)])
  const older = await source('ledger', { '0001-start.sql': CREATE })
  await expect(migrate(database.pool, [older])).rejects.toThrow('The database is newer')
})

test('a file numbered before an applied one is refused', async () => {
  await migrate(database.pool, [await source('ledger', { '0002-start.sql': CREATE })])
  const late = { '0001-late.sql': insert('late'), '0002-start.sql': CREATE }
  const migrating = migrate(database.pool, [await source('ledger', late)])
  await expect(migrating).rejects.toThrow('Give it a higher number')
})

test('two files with one number, or a file without one, are refused', async () => {
  const twice = await source('ledger', { '0001-a.sql': CREATE, '0001-b.sql': CREATE })
  await expect(migrate(database.pool, [twice])).rejects.toThrow('have the number 0001')
  const unnamed = await source('ledger', { 'start.sql': CREATE })
  await expect(migrate(database.pool, [unnamed])).rejects.toThrow('must be named like')
})
