import { rm } from 'node:fs/promises'
import { createTestFolder } from '@danbao/database/testing'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createPerson } from '../servers/open-stage.ts'
import { isRunning, postgresPid } from '../servers/postgres-process.ts'
import { endAllServers, runDanbao, type Server, startServer } from '../servers/start-server.ts'
import { waitFor } from '../servers/wait-for.ts'
import { findLosses, type Load, type Parties, START, startLoad } from './load.ts'

let folder: string
let environment: Readonly<Record<string, string>>
let key: string

beforeAll(async () => {
  folder = await createTestFolder()
  environment = { DATA_DIR: folder }
  const server = await startServer(environment)
  expect(server.key).toBeDefined()
  key = server.key ?? ''
  await server.end('SIGTERM')
}, 60_000)

afterEach(() => endAllServers())

afterAll(async () => {
  const left = await postgresPid(folder)
  if (left !== undefined) process.kill(left, 'SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** New people for each test, known by a marketplace of their own. */
async function createParties(url: string): Promise<Parties> {
  const name = `shop-${performance.now()}`
  const made = await runDanbao(['keys', 'create', '--marketplace', name], environment)
  const ownKey = /sk_sandbox_[\w-]+/.exec(made.output)?.[0] ?? key
  const buyer = await createPerson(url, ownKey, Number(START))
  return { key: ownKey, buyer, seller: await createPerson(url, ownKey) }
}

async function findPostgres(): Promise<number> {
  const pid = await postgresPid(folder)
  if (pid === undefined) throw new Error('PostgreSQL does not run.')
  return pid
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  await waitFor('PostgreSQL has gone', async () => ((await isRunning(pid)) ? undefined : true))
}

const acknowledges = (load: Load, more: number): Promise<true> => {
  const aim = load.acknowledged() + more
  return waitFor(`${more} answers`, () => (load.acknowledged() >= aim ? true : undefined))
}

async function expectNothingLost(server: Server, load: Load, parties: Parties): Promise<void> {
  expect(await findLosses(server.url, load, parties)).toEqual([])
  const audited = await runDanbao(['audit'], environment)
  expect(audited.output).toContain('The books are true.')
  expect(audited.code).toBe(0)
}

const BEFORE = 300

it('loses nothing when the server is killed under load', async () => {
  const server = await startServer(environment)
  const parties = await createParties(server.url)
  const load = startLoad([server.url], parties)
  await acknowledges(load, BEFORE)

  await server.end('SIGKILL')
  await load.stop()

  const again = await startServer(environment)
  await expectNothingLost(again, load, parties)
  await again.end('SIGTERM')
}, 120_000)

it('loses nothing when PostgreSQL is killed, and goes on without a restart', async () => {
  const server = await startServer(environment)
  const parties = await createParties(server.url)
  const load = startLoad([server.url], parties)
  await acknowledges(load, BEFORE)

  await kill(await findPostgres())
  await acknowledges(load, BEFORE)
  await load.stop()

  expect(load.trouble).toMatchObject({ broken: 0, withoutRetryAfter: 0 })
  await expectNothingLost(server, load, parties)
  await server.end('SIGTERM')
}, 120_000)

it('loses nothing when both are killed at once', async () => {
  const server = await startServer(environment)
  const parties = await createParties(server.url)
  const load = startLoad([server.url], parties)
  await acknowledges(load, BEFORE)

  // PostgreSQL ends with its server: who looks for it afterwards finds nothing to kill.
  const postgres = await findPostgres()
  await Promise.all([kill(postgres), server.end('SIGKILL')])
  await load.stop()

  const again = await startServer(environment)
  await expectNothingLost(again, load, parties)
  await again.end('SIGTERM')
}, 120_000)

it('goes on with a second server when the first, which launched PostgreSQL, is killed', async () => {
  const first = await startServer(environment)
  const second = await startServer(environment)
  const parties = await createParties(first.url)
  const load = startLoad([first.url, second.url], parties)
  await acknowledges(load, BEFORE)

  await first.end('SIGKILL')
  await acknowledges(load, BEFORE)
  await load.stop()

  expect(load.trouble.withoutRetryAfter).toBe(0)
  await expectNothingLost(second, load, parties)
  await second.end('SIGTERM')
}, 120_000)

it('goes on with a second server when the first, which launched PostgreSQL, is stopped', async () => {
  const first = await startServer(environment)
  const second = await startServer(environment)
  const parties = await createParties(first.url)
  const load = startLoad([first.url, second.url], parties)
  await acknowledges(load, BEFORE)

  expect(await first.end('SIGTERM')).toEqual({ code: 0, signal: null })
  await acknowledges(load, BEFORE)
  await load.stop()

  expect(load.trouble.withoutRetryAfter).toBe(0)
  await expectNothingLost(second, load, parties)
  await second.end('SIGTERM')
  expect(await postgresPid(folder)).toBeUndefined()
}, 120_000)
