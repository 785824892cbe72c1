import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode, type Pool } from '@danbao/database'
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
  return secret === undefined ? ownSecret(dataFolder) : Buffer.from(secret)
}

/**
 * The secret kept in this folder, made if there is none. Of several that ask at once one makes it
 * and all get the same: the file appears under its name only when it is whole.
 */
export async function ownSecret(folder: string): Promise<Buffer> {
  // With a database elsewhere nothing has made the folder yet.
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'secret.key')
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    return await readFile(path)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
  await writeFile(draft, randomBytes(SECRET_BYTES).toString('base64url'), { mode: 0o600 })
  try {
    await link(draft, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await unlink(draft)
  }
  return readFile(path)
}
