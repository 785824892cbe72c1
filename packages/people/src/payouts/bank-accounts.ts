import { formatInstant, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'

/** Where a seller's proceeds may go. */
export interface BankAccount {
  readonly id: Uuid
  readonly holder: string
  readonly iban: string
  readonly bic: string | null
  readonly addedAt: Instant
}

/** A person has so many at most. */
export const MOST_BANK_ACCOUNTS = 5

/** In the order in which they were added. */
export async function listBankAccounts(
  client: Queryable,
  personId: Uuid,
): Promise<readonly BankAccount[]> {
  const sql = `SELECT id, holder, iban, bic, added_at FROM people.bank_account
    WHERE person_id = $1 AND removed_at IS NULL ORDER BY id`
  return (await queryText(client, sql, [personId])).map((row) => {
    const r = readRow(row)
    return {
      id: r.text(),
      holder: r.text(),
      iban: r.text(),
      bic: r.maybeText(),
      addedAt: r.instant(),
    }
  })
}

export async function findBankAccount(
  client: Queryable,
  personId: Uuid,
  id: Uuid,
): Promise<BankAccount | undefined> {
  return (await listBankAccounts(client, personId)).find((account) => account.id === id)
}

export async function insertBankAccount(
  client: Queryable,
  personId: Uuid,
  { holder, iban, bic, addedAt }: Omit<BankAccount, 'id'>,
): Promise<void> {
  await client.query(
    `INSERT INTO people.bank_account (id, person_id, holder, iban, bic, added_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [newUuid(), personId, holder, iban, bic, formatInstant(addedAt)],
  )
}

/** What was sent to it stays known; what was to go there by itself does not go any more. */
export async function removeBankAccount(client: Queryable, id: Uuid, now: Instant): Promise<void> {
  await client.query('UPDATE people.bank_account SET removed_at = $2 WHERE id = $1', [
    ...[id, formatInstant(now)],
  ])
  await client.query('DELETE FROM people.payout_schedule WHERE bank_account_id = $1', [id])
}
