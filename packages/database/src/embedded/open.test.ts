import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog } from '../log.ts'
import { createTestFolder } from '../testing.ts'
import { locateBinaries } from './binaries.ts'
import { createCluster } from './cluster.ts'
import { chooseIdentity } from './identity.ts'
import { openEmbeddedPostgres, type EmbeddedPostgres } from './open.ts'
import { readPidFile, servesCluster } from './pid-file.ts'
import { chooseRunner } from './runner.ts'

let folder: string
let dataFolder: string
const servers: EmbeddedPostgres[] = []
const children: ChildProcess[] = []
const isRoot = process.getuid?.() === 0

beforeEach(async () => {
  folder = await createTestFolder()
  dataFolder = join(folder, 'data')
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of servers.splice(0)) await server.stop()
  await untilGone(dataFolder)
  await rm(folder, { recursive: true, force: true })
})

async function open(path = dataFolder): Promise<EmbeddedPostgres> {
  const server = await openEmbeddedPostgres({ dataFolder: path, log: silentLog })
  servers.push(server)
  return server
}

const CHILD = `
  const { openEmbeddedPostgres } = await import(process.argv[1])
  const log = { info() {}, warn() {} }
  const server = await openEmbeddedPostgres({ dataFolder: process.argv[2], log })
  console.log(JSON.stringify({ pid: server.pid, owned: server.owned }))
  setInterval(() => {}, 1000)`

/** Opens the server in another process and returns what that one reports. */
async function openInChild(): Promise<{ child: ChildProcess; report: unknown }> {
  const module = new URL('./open.ts', import.meta.url).href
  const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD, module, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = await once(child.stdout ?? child, 'data')
  return { child, report: JSON.parse(String(line)) }
}

async function query(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const { socketFolder, port, user } = server
  const client = new Client({ host: socketFolder, port, user, database: 'postgres' })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

async function isRunning(path: string): Promise<boolean> {
  const cluster = join(path, 'postgres')
  const file = await readPidFile(cluster)
  return file !== undefined && (await servesCluster(file.pid, cluster))
}

async function untilGone(path: string): Promise<void> {
  while (await isRunning(path)) await sleep(20)
}

test('a fresh folder gets a durable server that listens on its socket only', async () => {
  const server = await open()
  expect(server.owned).toBe(true)
  const names = ['listen_addresses', 'fsync', 'synchronous_commit', 'full_page_writes']
  const settings = names.map((name) => `current_setting('${name}')`).join(', ')
  expect(await query(server, `SELECT ${settings}`)).toEqual(['', 'on', 'on', 'on'])
  expect(await query(server, 'SHOW data_checksums')).toEqual(['on'])
  expect(await query(server, 'SHOW server_encoding')).toEqual(['UTF8'])
})

test('stop ends the server and what was committed is there at the next start', async () => {
  const server = await open()
  await query(server, 'CREATE TABLE kept AS SELECT 7 AS value')
  await server.stop()
  expect(await isRunning(dataFolder)).toBe(false)
  expect(() => process.kill(server.pid, 0)).toThrow('ESRCH')
  expect(await query(await open(), 'SELECT value FROM kept')).toEqual([7])
})

test('a second process attaches to the server of the first and leaves it running', async () => {
  const server = await open()
  const { child, report } = await openInChild()
  expect(report).toEqual({ pid: server.pid, owned: false })
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await query(server, 'SELECT 1')).toEqual([1])
})

test('two processes at once on a fresh folder end up with one server', async () => {
  const opened = await Promise.all([openInChild(), openInChild(), open()])
  const reports = [opened[0].report, opened[1].report, opened[2]]
  expect(new Set(reports.map(pidOf)).size).toBe(1)
  expect(reports.filter((report) => JSON.stringify(report).includes('"owned":true'))).toHaveLength(
    1,
  )
  expect(await query(opened[2], 'SELECT 1')).toEqual([1])
  expect((await readdir(dataFolder)).sort()).toEqual(['postgres', 'postgres.log'])
})

function pidOf(report: unknown): unknown {
  return typeof report === 'object' && report !== null && 'pid' in report ? report.pid : undefined
}

test('the server ends with its killed parent, attached processes learn it and take over', async () => {
  const { child, report } = await openInChild()
  const attached = await open()
  expect(attached.pid).toBe(pidOf(report))
  expect(attached.owned).toBe(false)
  const ended = new Promise<void>((resolve) => attached.onExit(resolve))
  child.kill('SIGKILL')
  await ended
  const next = await open()
  expect(next.owned).toBe(true)
  expect(await query(next, 'SELECT 1')).toEqual([1])
})

test('after kill -9 of the server and its parent the next start recovers', async () => {
  const { child, report } = await openInChild()
  await query(await open(), 'CREATE TABLE kept AS SELECT 7 AS value')
  process.kill(Number(pidOf(report)), 'SIGKILL')
  child.kill('SIGKILL')
  await untilGone(dataFolder)
  const next = await open()
  expect(await query(next, 'SELECT value FROM kept')).toEqual([7])
})

test('a data folder inside a folder that only root can pass works', async () => {
  await chmod(folder, 0o700)
  expect(await query(await open(), 'SELECT 1')).toEqual([1])
})

test('programs inside a folder that only root can pass can be run', async () => {
  await chmod(folder, 0o700)
  await mkdir(dataFolder)
  const native = join(folder, 'native')
  await cp(await locateBinaries(), native, { recursive: true, verbatimSymlinks: true })
  const identity = await chooseIdentity(join(dataFolder, 'postgres'))
  expect(identity === undefined).toBe(!isRoot)
  const runner = await chooseRunner(native, dataFolder, identity)
  await createCluster(join(dataFolder, 'postgres'), runner, identity)
  expect(await readdir(join(dataFolder, 'postgres'))).toContain('PG_VERSION')
})

test('a data folder with a path too long for a socket works', async () => {
  dataFolder = join(folder, 'long'.repeat(30), 'data, "quoted" and spaced')
  const server = await open()
  expect(Buffer.byteLength(server.socketFolder)).toBeLessThan(90)
  expect(await query(server, 'SELECT 1')).toEqual([1])
  await rm(server.socketFolder, { recursive: true })
})

test('a folder that holds something else is refused and left alone', async () => {
  await mkdir(join(dataFolder, 'postgres'), { recursive: true })
  await writeFile(join(dataFolder, 'postgres', 'letter.txt'), 'Dear reader')
  await expect(open()).rejects.toThrow('holds no PostgreSQL cluster')
  expect(await readdir(join(dataFolder, 'postgres'))).toEqual(['letter.txt'])
})

test('a cluster of another PostgreSQL version is refused', async () => {
  await mkdir(join(dataFolder, 'postgres'), { recursive: true })
  await writeFile(join(dataFolder, 'postgres', 'PG_VERSION'), '17\n')
  await expect(open()).rejects.toThrow('was made by PostgreSQL 17')
})
