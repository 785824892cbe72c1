import { setUpDatabase } from '@danbao/core'
import {
  type Database,
  type Log,
  MissingDatabaseError,
  openDatabase,
  type Pool,
  prepareDataFolder,
} from '@danbao/database'
import type { Clock } from '@danbao/kernel'
import { PEOPLE_MIGRATIONS } from '@danbao/people'
import { type Config, OperatorError } from './config.ts'

interface Which {
  /** Absent: the installation's own. */
  readonly name?: string | undefined
  /** Tools that only look do not make what they were to look at. */
  readonly mustExist?: boolean
}

/** Brings the installation's own database up to date; a new one gets the mode that was asked for. */
export function setUpInstallation(pool: Pool, config: Config, clock: Clock): Promise<void> {
  return setUpDatabase(pool, {
    mode: config.mode ?? 'sandbox',
    // Only a server knows how it is reached; the other commands leave it as it is.
    ...(config.publicUrl === '' ? {} : { publicUrl: config.publicUrl }),
    clock,
    migrations: [PEOPLE_MIGRATIONS],
  })
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
