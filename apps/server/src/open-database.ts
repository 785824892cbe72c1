import { type Database, type Log, openDatabase, prepareDataFolder } from '@danbao/database'
import type { Config } from './config.ts'

/** The database of this installation: embedded under the data folder, or where the URL says. */
export async function openConfiguredDatabase(
  config: Config,
  log: Log,
  name?: string,
): Promise<Database> {
  const { databaseUrl } = config
  if (databaseUrl !== undefined) {
    const database =
      name ?? (decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) || 'danbao')
    return openDatabase({ dataFolder: config.dataFolder, databaseUrl, database, log })
  }
  const dataFolder = await prepareDataFolder(config.dataFolder)
  return openDatabase({ dataFolder, database: name ?? 'danbao', log })
}
