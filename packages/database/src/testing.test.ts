import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase, createTestFolder } from './testing.ts'

test('test databases share their template and nothing else, and vanish when closed', async () => {
  const folder = await createTestFolder()
  await writeFile(join(folder, '0001-start.sql'), 'CREATE TABLE item (id int PRIMARY KEY)')
  const sources = [{ name: 'shop', folder: pathToFileURL(folder) }]
  const opened = await Promise.all([1, 2, 3].map(() => createTestDatabase(sources)))
  for (const { pool } of opened) await pool.query('INSERT INTO item VALUES (1)')
  for (const database of opened) await database.close()
  await rm(folder, { recursive: true })

  const client = new Client({ connectionString: process.env['DANBAO_TEST_DATABASE_URL'] })
  await client.connect()
  const names = opened.map(({ name }) => name)
  const left = await client.query('SELECT FROM pg_database WHERE datname = ANY($1)', [names])
  await client.end()
  expect(left.rowCount).toBe(0)
})
