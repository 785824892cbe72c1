import type { Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'

/**
 * Erases who paid in and who was paid, of an account that has been closed for so long that no law wants it
 * kept: the sums and the rail's own numbers stay, so that the books still explain themselves.
 */
export async function forgetNames(client: Queryable, accountId: Uuid): Promise<void> {
  for (const sql of [
    `UPDATE app.top_up SET details = '{}' WHERE account_id = $1`,
    `UPDATE app.deposit SET payer = NULL, payer_account = NULL, note = NULL WHERE account_id = $1`,
    `UPDATE app.payout SET holder = '', iban = '', bic = NULL, reason = NULL WHERE account_id = $1`,
  ]) {
    await client.query(sql, [accountId])
  }
}
