import type { Rail } from '@danbao/contracts'
import type { Currency, Uuid } from '@danbao/kernel'
import { type Pool, queryText } from '@danbao/database'
import type { Deposit } from '../funding/deposit.ts'
import { DEPOSIT_COLUMNS, readDeposit } from '../funding/rows.ts'
import { railId } from '../funding/store.ts'

/** The deposit that a rail knows by this key. */
export async function findDepositBy(
  pool: Pool,
  { rail, key }: { readonly rail: Rail; readonly key: string },
): Promise<Deposit | undefined> {
  const sql = `SELECT ${DEPOSIT_COLUMNS} FROM app.deposit WHERE key_id = $1`
  return (await queryText(pool, sql, [railId(rail, key)])).map(readDeposit)[0]
}

export async function findDeposit(pool: Pool, id: Uuid): Promise<Deposit | undefined> {
  const sql = `SELECT ${DEPOSIT_COLUMNS} FROM app.deposit WHERE id = $1`
  return (await queryText(pool, sql, [id])).map(readDeposit)[0]
}

/** What a rail says of money that went back, as far as it names the arrival. */
export interface ReversalTrace {
  readonly rail: Rail
  readonly currency: Currency
  readonly amount: bigint
  readonly references: readonly string[]
  readonly payerAccount: string | null
}

/** Arrivals of this amount that nothing has taken back, by their reference or by who paid them. */
export async function findReversed(
  pool: Pool,
  { rail, currency, amount, references, payerAccount }: ReversalTrace,
): Promise<readonly Deposit[]> {
  const columns = DEPOSIT_COLUMNS.split(', ')
    .map((column) => `d.${column}`)
    .join(', ')
  const rows = await queryText(
    pool,
    `SELECT ${columns} FROM app.deposit AS d
     WHERE d.rail = $1 AND d.kind = 'arrival' AND d.currency = $2 AND d.amount = $3
       AND (d.reference = ANY(string_to_array($4, ' ')) OR d.payer_account = $5)
       AND NOT EXISTS (SELECT FROM app.deposit AS r WHERE r.reverses_id = d.id)
     ORDER BY d.created_at LIMIT 2`,
    [rail, currency, amount.toString(), references.join(' '), payerAccount],
  )
  return rows.map(readDeposit)
}
