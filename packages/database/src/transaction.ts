import type { Pool, PoolClient } from 'pg'

/**
 * Runs `work` in one transaction on one connection: all of it is committed, or, when it throws,
 * none. A connection whose rollback fails is thrown away, never given to somebody else.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    const rolledBack = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    )
    client.release(!rolledBack)
    throw error
  }
}
