import {
  type Database,
  type Log,
  MissingDatabaseError,
  openDatabase,
  prepareDataFolder,
} from '@danbao/database'
import { type Config, OperatorError } from './config.ts'

interface Which {
  /** Absent: the installation's own. */
  readonly name?: string | undefined
  /** Tools that only look do not make what they were to look at. */
  readonly mustExist?: boolean
}

/** A database of this installation: embedded under the data folder, or where the URL says. */
export async function openConfiguredDatabase(
  config: Config,
  log: Log,
  which: Which = {},
): Promise<Database> {
  try {
    return await open(config, log, which)
  } catch (error) {
    throw error instanceof MissingDatabaseError ? new OperatorError(error.message) : error
  }
}

async function open(
  config: Config,
  log: Log,
  { name, mustExist = false }: Which,
): Promise<Database> {
  const { databaseUrl } = config
  if (databaseUrl !== undefined) {
    const database =
      name ?? (decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) || 'danbao')
    return openDatabase({ dataFolder: config.dataFolder, databaseUrl, database, log, mustExist })
  }
  const dataFolder = await prepareDataFolder(config.dataFolder)
  return openDatabase({ dataFolder, database: name ?? 'danbao', log, mustExist })
}
