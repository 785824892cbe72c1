import { setTimeout as sleep } from 'node:timers/promises'
import { Pool, TypeOverrides, type ClientConfig } from 'pg'
import { createIfMissing, withClient } from './create-database.ts'
import type { Settings } from './embedded/settings.ts'
import { supervisePostgres, type SupervisedPostgres } from './embedded/supervise.ts'
import type { Log } from './log.ts'

/** One database of a PostgreSQL server that is ours (embedded) or somebody else's. */
export interface Database {
  readonly name: string
  /** For reads. A killed connection makes its query reject and is replaced by the next. */
  readonly pool: Pool
  /** For further clients; ask anew for each, because an embedded server may move. */
  connectionConfig(): ClientConfig
  /** Resolves when a connection works, however long that takes; rejects once closed. */
  ready(): Promise<void>
  /** Waits for the queries at work, and ends the embedded server if this process launched it. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** Holds the embedded server; not touched when there is a `databaseUrl`. */
  readonly dataFolder: string
  /** `postgresql://…` of a server to use instead; the database in it need not be `database`. */
  readonly databaseUrl?: string | undefined
  readonly database: string
  /** Absent: it is created if missing. */
  readonly mustExist?: boolean
  readonly log: Log
  /** Settings of the embedded server beside or in place of the usual ones. */
  readonly settings?: Settings
}

const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 2_000
const CLOSE_PATIENCE_MS = 10_000

/** Throws with a sentence for the operator when the server can not be had or is too old. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl, database, log } = options
  if (databaseUrl !== undefined) {
    const configFor = (name: string | undefined): ClientConfig => externalConfig(databaseUrl, name)
    await createIfMissing(configFor, options)
    return createDatabase(database, () => configFor(database), undefined, log)
  }
  const server = await supervisePostgres(options)
  const configFor = (name = 'postgres'): ClientConfig => embeddedConfig(server, name)
  try {
    await createIfMissing(configFor, options)
  } catch (error) {
    await server.close()
    throw error
  }
  return createDatabase(database, () => configFor(database), server, log)
}

function createDatabase(
  name: string,
  connectionConfig: () => ClientConfig,
  server: SupervisedPostgres | undefined,
  log: Log,
): Database {
  const pool = createPool(connectionConfig(), log)
  let closed = false
  let becomingReady: Promise<void> | undefined

  const becomeReady = async (): Promise<void> => {
    for (let pause = FIRST_PAUSE_MS; !closed; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await server?.running()
      Object.assign(pool.options, connectionConfig())
      if (await works(connectionConfig())) return
      await sleep(pause)
    }
    throw new Error('The database is closed.')
  }

  return {
    name,
    pool,
    connectionConfig,
    ready: () => (becomingReady ??= becomeReady().finally(() => (becomingReady = undefined))),
    async close() {
      if (closed) return
      closed = true
      await Promise.race([pool.end(), sleep(CLOSE_PATIENCE_MS, undefined, { ref: false })])
      await server?.close()
    },
  }
}

function createPool(config: ClientConfig, log: Log): Pool {
  const pool = new Pool({
    ...config,
    max: 10,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
  })
  pool.on('error', (error) => log.warn(`A connection to PostgreSQL was lost: ${error.message}`))
  // A connection that is killed while a transaction holds it would otherwise end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

async function works(config: ClientConfig): Promise<boolean> {
  return withClient(config, (client) => client.query('SELECT 1')).then(
    () => true,
    () => false,
  )
}

const INT8 = 20

function sessionConfig(): ClientConfig {
  const types = new TypeOverrides()
  types.setTypeParser(INT8, BigInt)
  return {
    application_name: 'danbao',
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types,
  }
}

function embeddedConfig(server: SupervisedPostgres, database: string): ClientConfig {
  const { socketFolder, port, user } = server.current()
  return { ...sessionConfig(), host: socketFolder, port, user, database, ssl: false }
}

function externalConfig(databaseUrl: string, database: string | undefined): ClientConfig {
  const url = new URL(databaseUrl)
  url.pathname = `/${encodeURIComponent(database ?? 'postgres')}`
  return { ...sessionConfig(), connectionString: url.href }
}
