import { createKey, listKeys, revokeKey } from '@danbao/core'
import { type Database, silentLog } from '@danbao/database'
import { decodeId, encodeId, formatInstant, systemClock } from '@danbao/kernel'
import { type Config, OperatorError } from '../config.ts'
import { openConfiguredDatabase, setUpInstallation } from '../open-database.ts'

interface KeyOptions {
  readonly operator?: boolean | undefined
  readonly marketplace?: string | undefined
}

/** API keys; works beside a running server. */
export async function keysCommand(
  config: Config,
  [action, id]: readonly string[],
  options: KeyOptions,
): Promise<number> {
  const clock = systemClock()
  const database = await openConfiguredDatabase(config, silentLog)
  try {
    await setUpInstallation(database.pool, config, clock)
    if (action === 'create') await create(database, options)
    else if (action === 'list') await list(database)
    else if (action === 'revoke' && id !== undefined) await revoke(database, id)
    else
      throw new OperatorError(
        'danbao keys create --marketplace NAME | create --operator | list | revoke KEY_ID',
      )
    return 0
  } finally {
    await database.close()
  }
}

async function create({ pool }: Database, { operator, marketplace }: KeyOptions): Promise<void> {
  if (operator === true && marketplace !== undefined) {
    throw new OperatorError("A key is the operator's or a marketplace's, not both.")
  }
  if (operator !== true && marketplace === undefined) {
    throw new OperatorError('Whose key is it? Say --marketplace NAME, or --operator for your own.')
  }
  const owner = marketplace === undefined ? {} : { marketplaceName: marketplace }
  const { key } = await createKey(pool, { ...owner, clock: systemClock() })
  console.log(key)
}

async function list({ pool }: Database): Promise<void> {
  for (const key of await listKeys(pool)) {
    const owner = key.marketplace ?? '(operator)'
    const state = key.revokedAt === null ? '' : `  revoked ${formatInstant(key.revokedAt)}`
    const made = formatInstant(key.createdAt)
    console.log(`${encodeId('key', key.id)}  …${key.hint}  ${owner}  ${made}${state}`)
  }
}

async function revoke({ pool }: Database, text: string): Promise<void> {
  const id = decodeId('key', text)
  const revoked = id.ok && (await revokeKey(pool, { id: id.value, clock: systemClock() }))
  if (!revoked) throw new OperatorError(`There is no valid key ${text}.`)
  console.log(`${text} is revoked.`)
}
