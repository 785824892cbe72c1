import { addDuration, days, formatInstant } from '@danbao/kernel'
import { inTransaction, type PoolClient, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'

const KEPT_DAYS = 30

/**
 * What somebody entered who never finished is not ours to keep, and holds no address, number or
 * document for ever. Returns how many registrations were erased.
 */
export async function eraseAbandoned({ pool, now }: PeopleDeps): Promise<number> {
  const at = await now()
  const before = formatInstant(addDuration(at, days(-KEPT_DAYS)))
  return inTransaction(pool, async (client) => {
    await client.query('DELETE FROM people.registration_request WHERE created_at < $1', [before])
    // Longer ago than any lock lasts.
    const idle = 'greatest(since, locked_until) < $1'
    await client.query(`DELETE FROM people.throttle WHERE ${idle}`, [before])
    return erase(client, { before, at: formatInstant(at) })
  })
}

async function erase(
  client: PoolClient,
  { before, at }: { readonly before: string; readonly at: string },
): Promise<number> {
  const erased = await queryText(
    client,
    `UPDATE people.person SET closed_at = $2, email = '', given_name = NULL,
       family_name = NULL, country = NULL, region = NULL, city = NULL, postal_code = NULL,
       street = NULL, document_type = NULL, document_number = NULL, document_fingerprint = NULL,
       phone = NULL, password_hash = NULL, payment_password_hash = NULL
     WHERE registered_at IS NULL AND closed_at IS NULL AND email_confirmed_at < $1
     RETURNING id`,
    [before, at],
  )
  const ids = erased.map((row) => readRow(row).text())
  await client.query('DELETE FROM people.security_answer WHERE person_id = ANY ($1)', [ids])
  await client.query('DELETE FROM people.code WHERE person_id = ANY ($1)', [ids])
  await client.query(
    'UPDATE people.session SET ended_at = $2 WHERE person_id = ANY ($1) AND ended_at IS NULL',
    [ids, at],
  )
  return ids.length
}
