import { formatInstant, type Instant } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import type { Visitor } from '../base/handling.ts'
import { hashToken } from '../base/tokens.ts'

/**
 * Ends the session that the browser shows, of whatever kind; false when there was none. One of the
 * console is none of the wallet's business.
 */
export async function endPresentSession(
  client: Queryable,
  { sessionToken }: Pick<Visitor, 'sessionToken'>,
  now: Instant,
): Promise<boolean> {
  if (sessionToken === undefined) return false
  const ended = await client.query(
    `UPDATE people.session SET ended_at = $2
     WHERE token_hash = $1 AND person_id IS NOT NULL AND ended_at IS NULL AND expires_at > $2`,
    [hashToken(sessionToken), formatInstant(now)],
  )
  return ended.rowCount === 1
}
