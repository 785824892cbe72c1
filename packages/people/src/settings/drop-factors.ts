import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'

/**
 * What a thief may have set up since then would let them in again, new password or not: passkeys,
 * an authenticator app, sign-in by a marketplace.
 */
export async function dropFactorsSince(
  client: Queryable,
  personId: Uuid,
  since: Instant,
): Promise<void> {
  const values = [personId, formatInstant(since)]
  await client.query('DELETE FROM people.passkey WHERE person_id = $1 AND created_at >= $2', values)
  await client.query('DELETE FROM people.totp WHERE owner_id = $1 AND created_at >= $2', values)
  await client.query(
    'DELETE FROM people.linked_identity WHERE person_id = $1 AND linked_at >= $2',
    values,
  )
}
