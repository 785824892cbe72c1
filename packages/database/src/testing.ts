import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { openDatabase, type Database } from './connect.ts'
import { withClient } from './create-database.ts'
import { openEmbeddedPostgres } from './embedded/open.ts'
import { silentLog } from './log.ts'
import { migrate, readMigrations, type MigrationSource } from './migrate.ts'

const FOLDER_PREFIX = 'danbao-test-'
const FOLDER_LIFETIME_MS = 24 * 60 * 60_000

export interface TestServer {
  /** Give it to the test processes in the variable `DANBAO_TEST_DATABASE_URL`. */
  readonly databaseUrl: string
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL server in a temporary folder for one run of tests. Without `fsync` it is
 * faster but proves nothing about power failures; killed processes lose nothing either way.
 */
export async function startTestServer({ fsync = true } = {}): Promise<TestServer> {
  await removeOldFolders()
  const dataFolder = await createTestFolder()
  const server = await openEmbeddedPostgres({
    dataFolder,
    log: silentLog,
    // Compressing the copied pages makes a new test database six times slower.
    settings: { fsync: fsync ? 'on' : 'off', wal_compression: 'off' },
  })
  const host = encodeURIComponent(server.socketFolder)
  return {
    databaseUrl: `postgresql://${server.user}@localhost:${server.port}/postgres?host=${host}`,
    async stop() {
      await server.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A new folder that the user PostgreSQL runs as can pass through. */
export async function createTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), FOLDER_PREFIX))
  await chmod(folder, 0o711)
  return folder
}

/** Runs that were killed leave their folder. */
async function removeOldFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(FOLDER_PREFIX)) continue
    const path = join(tmpdir(), name)
    const found = await stat(path).catch(() => undefined)
    if (found === undefined || Date.now() - found.mtimeMs < FOLDER_LIFETIME_MS) continue
    await rm(path, { recursive: true, force: true })
  }
}

/**
 * A database of its own with all migrations applied, copied from a template that is built once
 * per set of migrations. Closing it drops it.
 */
export async function createTestDatabase(sources: readonly MigrationSource[]): Promise<Database> {
  const databaseUrl = process.env['DANBAO_TEST_DATABASE_URL']
  if (databaseUrl === undefined) {
    throw new Error('There is no test server: DANBAO_TEST_DATABASE_URL is not set.')
  }
  const open = (database: string): Promise<Database> =>
    openDatabase({ dataFolder: '', databaseUrl, database, log: silentLog })
  const template = await ensureTemplate({ connectionString: databaseUrl }, sources, open)
  const name = `test_${randomBytes(8).toString('hex')}`
  await execute({ connectionString: databaseUrl }, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const database = await open(name)
  return {
    ...database,
    async close() {
      await database.close()
      await execute({ connectionString: databaseUrl }, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

/** The template gets its name last: one that bears it is complete. */
async function ensureTemplate(
  server: ClientConfig,
  sources: readonly MigrationSource[],
  open: (database: string) => Promise<Database>,
): Promise<string> {
  const template = `template_${fingerprint(await readMigrations(sources))}`
  await withClient(server, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('${template}'))`)
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      template,
    ])
    if (rowCount !== 0) return
    const draft = `draft_${template}`
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
    const database = await open(draft)
    await migrate(database.pool, sources).finally(() => database.close())
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`)
  })
  return template
}

function fingerprint(
  migrations: readonly { source: string; name: string; sha256: string }[],
): string {
  const hash = createHash('sha256')
  for (const { source, name, sha256 } of migrations) hash.update(`${source}/${name}:${sha256}\n`)
  return hash.digest('hex').slice(0, 24)
}

async function execute(config: ClientConfig, sql: string): Promise<void> {
  await withClient(config, (client) => client.query(sql))
}
