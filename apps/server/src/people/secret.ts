import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from '@danbao/database'
import { createVault, knowsVault, type Vault } from '@danbao/people'
import { type Config, OperatorError } from '../config.ts'

const SECRET_BYTES = 32

/**
 * The vault of this installation: its secret is DANBAO_SECRET, else a file beside the data that is
 * made once. A database that was sealed with another secret is refused: its documents could not be
 * opened, and new ones would be lost to the others.
 */
export async function openVault(config: Config, pool: Pool): Promise<Vault> {
  const vault = createVault(await readSecret(config))
  if (!(await knowsVault(pool, vault))) {
    throw new OperatorError(
      'This database was used with another secret. Give the same DANBAO_SECRET to every server, ' +
        'or bring back the file secret.key of the first DATA_DIR.',
    )
  }
  return vault
}

async function readSecret({ secret, dataFolder }: Config): Promise<Buffer> {
  if (secret !== undefined) return Buffer.from(secret)
  // With a database elsewhere nothing has made the folder yet.
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const path = join(dataFolder, 'secret.key')
  const made = randomBytes(SECRET_BYTES).toString('base64url')
  try {
    // Of two that start at once one makes it and the other reads it.
    await writeFile(path, made, { mode: 0o600, flag: 'wx' })
    return Buffer.from(made)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return readFile(path)
    throw error
  }
}
