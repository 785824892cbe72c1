import { type Pool, queryText } from '@danbao/database'
import { bytea } from './tokens.ts'
import type { Vault } from './vault.ts'

/** Whether the vault is the one this database was first used with; the first one is remembered. */
export async function knowsVault(pool: Pool, vault: Vault): Promise<boolean> {
  const fingerprint = bytea(vault.fingerprint('vault', 'this installation'))
  await queryText(
    pool,
    'INSERT INTO people.vault (fingerprint) VALUES ($1) ON CONFLICT DO NOTHING',
    [fingerprint],
  )
  const [row] = await queryText(pool, 'SELECT fingerprint FROM people.vault')
  return row?.[0] === fingerprint
}
