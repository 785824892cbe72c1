import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from './connect.ts'
import { readPidFile } from './embedded/pid-file.ts'
import { silentLog } from './log.ts'
import { createTestFolder } from './testing.ts'

let dataFolder: string
let database: Database

beforeAll(async () => {
  dataFolder = await createTestFolder()
  database = await open('shop')
})

afterAll(async () => {
  await database.close()
  await rm(dataFolder, { recursive: true, force: true })
})

function open(name: string): Promise<Database> {
  return openDatabase({ dataFolder, database: name, log: silentLog })
}

async function serverPid(): Promise<number> {
  return (await readPidFile(join(dataFolder, 'postgres')))?.pid ?? 0
}

async function untilReplaced(killed: number): Promise<void> {
  while ([killed, 0].includes(await serverPid())) await sleep(5)
}

async function first(sql: string): Promise<unknown> {
  const { rows } = await database.pool.query<unknown[]>({ text: sql, rowMode: 'array' })
  return rows[0]?.[0]
}

test('the database is created under its name and opened again as it was', async () => {
  await database.pool.query('CREATE TABLE kept AS SELECT 7 AS value')
  const again = await open('shop')
  const { rows } = await again.pool.query('SELECT current_database() AS name, value FROM kept')
  expect(rows).toEqual([{ name: 'shop', value: 7 }])
  await again.close()
})

test('several openers of a missing database all get it', async () => {
  const opened = await Promise.all([open('race'), open('race'), open('race')])
  for (const one of opened) {
    await one.pool.query('SELECT 1')
    await one.close()
  }
})

test('integers of eight bytes and decimals arrive without loss', async () => {
  expect(await first('SELECT 9007199254740993::int8')).toBe(9007199254740993n)
  expect(await first('SELECT 0.10::numeric')).toBe('0.10')
})

test('sessions speak UTC and ISO, and slow reads are cut off', async () => {
  expect(await first('SHOW timezone')).toBe('UTC')
  expect(await first('SHOW datestyle')).toBe('ISO, MDY')
  expect(await first('SHOW statement_timeout')).toBe('30s')
  expect(await first('SHOW application_name')).toBe('danbao')
})

test('a killed connection fails its own transaction and nothing else', async () => {
  const client = await database.pool.connect()
  await client.query('BEGIN')
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const ended = new Promise((resolve) => client.once('end', resolve))
  await database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  await ended
  await expect(client.query('COMMIT')).rejects.toThrow()
  client.release(true)
  expect(await first('SELECT 1')).toBe(1)
})

test('a killed server is started again while the database is open', async () => {
  await database.pool.query('CREATE TABLE survivor AS SELECT 8 AS value')
  const killed = await serverPid()
  process.kill(killed, 'SIGKILL')
  await untilReplaced(killed)
  await Promise.all([database.ready(), database.ready()])
  expect(await first('SELECT value FROM survivor')).toBe(8)
  const client = new Client(database.connectionConfig())
  await client.connect()
  expect((await client.query('SELECT value FROM survivor')).rows).toEqual([{ value: 8 }])
  await client.end()
})

test('a server that keeps being killed keeps coming back', async () => {
  for (let round = 0; round < 5; round += 1) {
    const killed = await serverPid()
    process.kill(killed, 'SIGKILL')
    await untilReplaced(killed)
    await database.ready()
    expect(await first('SELECT value FROM survivor')).toBe(8)
  }
})

test('ready rejects once the database is closed', async () => {
  const closing = await open('shop')
  await closing.close()
  await expect(closing.ready()).rejects.toThrow('closed')
})

test('a server elsewhere is used by its address and must answer', async () => {
  const databaseUrl = process.env['DANBAO_TEST_DATABASE_URL']
  const options = { dataFolder: '/nonexistent', database: 'elsewhere', log: silentLog }
  const external = await openDatabase({ ...options, databaseUrl })
  const { rows } = await external.pool.query('SELECT current_database() AS name')
  expect(rows).toEqual([{ name: 'elsewhere' }])
  await external.close()
  const wrong = String(databaseUrl).replace('postgres@', 'stranger@')
  await expect(openDatabase({ ...options, databaseUrl: wrong })).rejects.toThrow('stranger')
})
