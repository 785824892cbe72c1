import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError, escapeIdentifier, type ClientConfig } from 'pg'

const MIN_SERVER_VERSION = 150_000
const START_PATIENCE_MS = 15_000
const PAUSE_MS = 250

const MISSING_DATABASE = '3D000'
const STARTING_UP = '57P03'
const TOO_MANY_CONNECTIONS = '53300'
/** Both mean that another process created it at the same moment. */
const CREATED_BY_ANOTHER = ['42P04', '23505']

/**
 * Creates the database unless it is there, so that a user without the right to create databases
 * can be given a ready one. `configFor(undefined)` leads to a database that exists for certain.
 */
export async function createIfMissing(
  configFor: (database: string | undefined) => ClientConfig,
  { database, mustExist = false }: { readonly database: string; readonly mustExist?: boolean },
): Promise<void> {
  const checked = await tryUntilUp(() => checkVersion(configFor(database)))
  if (checked) return
  if (mustExist) throw new MissingDatabaseError(`There is no database "${database}".`)
  await withClient(configFor(undefined), async (client) => {
    try {
      await client.query(`CREATE DATABASE ${escapeIdentifier(database)}`)
    } catch (error) {
      if (!CREATED_BY_ANOTHER.some((code) => isRefusal(error, code))) throw error
    }
  })
  await checkVersion(configFor(database))
}

/** False when the database does not exist. */
async function checkVersion(config: ClientConfig): Promise<boolean> {
  try {
    return await withClient(config, async (client) => {
      const { rows } = await client.query<{ version: number; readable: string }>(
        `SELECT current_setting('server_version_num')::int AS version,
          current_setting('server_version') AS readable`,
      )
      const version = rows[0]
      if (version !== undefined && version.version >= MIN_SERVER_VERSION) return true
      throw new OldServerError(
        `PostgreSQL ${version?.readable ?? ''} is too old: version 15 or newer is needed.`,
      )
    })
  } catch (error) {
    if (isRefusal(error, MISSING_DATABASE)) return false
    throw error
  }
}

class OldServerError extends Error {}

export class MissingDatabaseError extends Error {}

/** A server that is started together with this process may need a moment. */
async function tryUntilUp<T>(action: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + START_PATIENCE_MS
  for (;;) {
    try {
      return await action()
    } catch (error) {
      if (isFinal(error) || performance.now() > giveUpAt) throw error
      await sleep(PAUSE_MS)
    }
  }
}

function isFinal(error: unknown): boolean {
  if (error instanceof OldServerError) return true
  if (!(error instanceof DatabaseError)) return false
  return error.code !== STARTING_UP && error.code !== TOO_MANY_CONNECTIONS
}

/** Whether the server refused with this SQLSTATE. */
export function isRefusal(error: unknown, code: string): boolean {
  return error instanceof DatabaseError && error.code === code
}

/** Runs the work on a connection of its own. */
export async function withClient<T>(
  config: ClientConfig,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(config)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
