import { createKey, MIGRATIONS, setUpDatabase } from '@danbao/core'
import type { Database } from '@danbao/database'
import { createTestDatabase, createTestFolder } from '@danbao/database/testing'
import { systemClock } from '@danbao/kernel'
import { rm } from 'node:fs/promises'
import { post, sendOk, textAt } from './client.ts'
import { type Server, startServer } from './start-server.ts'

/** Server processes on one test database, and keys of two marketplaces and of the operator. */
export interface Stage {
  readonly servers: readonly [Server, ...Server[]]
  readonly database: Database
  readonly key: string
  readonly otherKey: string
  readonly operatorKey: string
  close(): Promise<void>
}

export async function openStage(count: number): Promise<Stage> {
  const database = await createTestDatabase(MIGRATIONS)
  const clock = systemClock()
  await setUpDatabase(database.pool, { mode: 'sandbox', clock })
  const [mine, other, operator] = await Promise.all([
    createKey(database.pool, { marketplaceName: 'first', clock }),
    createKey(database.pool, { marketplaceName: 'second', clock }),
    createKey(database.pool, { clock }),
  ])
  const folder = await createTestFolder()
  const environment = { DATABASE_URL: urlOf(database), DATA_DIR: folder }
  const [first, ...rest] = await Promise.all(
    Array.from({ length: count }, () => startServer(environment)),
  )
  if (first === undefined) throw new Error('A stage has a server.')
  const servers = [first, ...rest] as const
  return {
    servers,
    database,
    key: mine.key,
    otherKey: other.key,
    operatorKey: operator.key,
    async close() {
      await Promise.all(servers.map((server) => server.end('SIGTERM')))
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function urlOf(database: Database): string {
  const { connectionString } = database.connectionConfig()
  if (connectionString === undefined) throw new Error('Test databases are reached by a URL.')
  return connectionString
}

/** A person of level 2 with money in the wallet, in US cents. */
export async function createPerson(url: string, key: string, cents = 0): Promise<string> {
  const id = textAt(await sendOk(url, post('/v1/accounts', key, { name: 'Somebody' })), 'id')
  await sendOk(url, { method: 'PATCH', path: `/v1/accounts/${id}`, key, body: { level: 2 } })
  if (cents > 0) {
    const amount = { value: String(cents), currency: 'USD' }
    await sendOk(url, post('/v1/sandbox/top_ups', key, { account: id, amount }))
  }
  return id
}
