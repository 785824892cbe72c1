import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, migrate, openDatabase, silentLog } from '@danbao/database'
import { LEDGER_MIGRATIONS } from '@danbao/ledger'

/** A fresh server with durable commits, in a folder that is removed at the end. */
export interface BenchServer {
  readonly dataFolder: string
  open(name: string): Promise<Database>
  close(): Promise<void>
}

export async function startBenchServer(): Promise<BenchServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'danbao-bench-'))
  const main = await openDatabase({ dataFolder, database: 'bench', log: silentLog })
  return {
    dataFolder,
    open: (name) => openDatabase({ dataFolder, database: name, log: silentLog }),
    async close() {
      await main.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** An empty ledger in a database of its own. */
export async function openLedgerDatabase(server: BenchServer, name: string): Promise<Database> {
  const database = await server.open(name)
  await migrate(database.pool, [LEDGER_MIGRATIONS])
  return database
}
