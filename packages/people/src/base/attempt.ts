import type { Refusal } from '@danbao/contracts'
import { accept, refuse, type Result } from '@danbao/kernel'
import { inTransaction, type Pool, type PoolClient } from '@danbao/database'

/** Carries a refusal out of a transaction, past its rollback. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.detail)
    this.refusal = refusal
  }
}

/** One transaction: a refusal, however late it comes, takes back all that was written before it. */
export async function attempt<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  try {
    const value = await inTransaction(pool, async (client) => {
      const result = await work(client)
      if (!result.ok) throw new Refused(result.refusal)
      return result.value
    })
    return accept(value)
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}
