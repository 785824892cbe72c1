import {
  type Core,
  createCore,
  createMemoryEngine,
  loadSettings,
  setUpDatabase,
} from '@danbao/core'
import { openDatabase, silentLog } from '@danbao/database'
import { InvariantError, systemClock, type Uuid } from '@danbao/kernel'
import { createServer, loggerOptions } from '@danbao/server'
import { pino } from 'pino'

/**
 * A server process of the lifecycle benchmark. `product`: as it ships. `single`: the same with one
 * transaction per request on sixteen connections. `memory`: the same routes and decisions without
 * a database.
 */
const KINDS = ['product', 'single', 'memory'] as const
type Kind = (typeof KINDS)[number]

const [kindText, dataFolder = '', databaseName = '', marketplaceId = ''] = process.argv.slice(2)
const kind = KINDS.find((one) => one === kindText)
if (kind === undefined) throw new InvariantError(`${String(kindText)} is no kind of server.`)

const clock = systemClock()
const core = await openCore(kind)
const app = await createServer({
  core,
  mode: 'sandbox',
  clock,
  logger: pino(loggerOptions('error')),
  publicUrl: 'http://127.0.0.1',
  rateLimits: false,
  authenticate: () => ({ kind: 'marketplace', marketplaceId: marketplaceId satisfies Uuid }),
})
const url = await app.listen({ host: '127.0.0.1', port: 0 })
console.log(url)

process.on('SIGTERM', () => {
  void app
    .close()
    .then(() => core.close())
    .then(() => core.database.close())
    .then(() => process.exit(0))
})

async function openCore(of: Kind): Promise<Core> {
  const database = await openDatabase({ dataFolder, database: databaseName, log: silentLog })
  await setUpDatabase(database.pool, { mode: 'sandbox', clock, paymentCheck: 'approve' })
  await database.pool.query(
    `INSERT INTO app.marketplace VALUES ($1, 'bench', now()) ON CONFLICT DO NOTHING`,
    [marketplaceId],
  )
  const single = of === 'single' ? { maxBatch: 1, lanes: 16 } : {}
  const onDatabase = createCore({ database, clock, ...single })
  if (of !== 'memory') return onDatabase
  const engine = createMemoryEngine(clock, await loadSettings(database.pool))
  return { ...onDatabase, execute: (request) => engine.execute(request) }
}
