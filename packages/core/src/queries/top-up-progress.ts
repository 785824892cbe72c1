import type { DepositDoubt } from '@danbao/contracts'
import { type Currency, type Instant, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import { DEPOSIT_COLUMNS, readDeposit } from '../funding/rows.ts'

/** What came of a top-up so far, oldest first. Amounts in minor units. */
export interface TopUpProgress {
  /** Credited to the wallet. */
  readonly credits: readonly { readonly amount: bigint; readonly at: Instant }[]
  /** Arrived, and waiting for staff. */
  readonly waiting: readonly {
    readonly amount: bigint
    readonly currency: Currency
    readonly doubt: DepositDoubt | null
    readonly at: Instant
  }[]
}

export async function readTopUpProgress(pool: Pool, id: Uuid): Promise<TopUpProgress> {
  const [credits, deposits] = await Promise.all([
    queryText(pool, 'SELECT amount, created_at FROM app.credit WHERE top_up_id = $1 ORDER BY id', [
      id,
    ]),
    queryText(
      pool,
      `SELECT ${DEPOSIT_COLUMNS} FROM app.deposit
       WHERE top_up_id = $1 AND kind = 'arrival' AND open > 0 ORDER BY id`,
      [id],
    ),
  ])
  return {
    credits: credits.map((row) => {
      const r = readRow(row)
      return { amount: r.bigint(), at: r.instant() }
    }),
    waiting: deposits.map(readDeposit).map(({ open, currency, doubt, createdAt }) => ({
      ...{ amount: open, currency, doubt, at: createdAt },
    })),
  }
}
