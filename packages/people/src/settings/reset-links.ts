import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'

/** Leads from a mail to the security questions and a new password; its subject is the person. */
export const RESET_PURPOSE = 'reset_password'
/** The same for the payment password. */
export const RESET_PAYMENT_PURPOSE = 'reset_payment_password'

/** The links that lie in a mailbox open nothing any more. */
export async function killResetLinks(
  client: Queryable,
  personId: Uuid,
  now: Instant,
): Promise<void> {
  await client.query(
    `UPDATE people.link SET used_at = $2
     WHERE subject_id = $1 AND purpose = ANY ($3) AND used_at IS NULL`,
    [personId, formatInstant(now), [RESET_PURPOSE, RESET_PAYMENT_PURPOSE]],
  )
}
