import { addDuration, days, formatInstant, type Instant } from '@danbao/kernel'
import { inTransaction, type Pool } from '@danbao/database'

/** So long a refusal can be complained about; afterwards its pictures prove nothing to anybody. */
const KEPT_REFUSED_DAYS = 90

/**
 * Erases the pictures of checks that were refused long ago, and what was read from them; how many
 * pictures. That there was a check, when, and why it was refused stays known.
 */
export function forgetRefused(pool: Pool, now: Instant): Promise<number> {
  const before = formatInstant(addDuration(now, days(-KEPT_REFUSED_DAYS)))
  return inTransaction(pool, async (client) => {
    const old = `state = 'refused' AND decided_at <= $1`
    await client.query(
      `UPDATE people.identity_check SET data = NULL WHERE ${old} AND data IS NOT NULL`,
      [before],
    )
    const erased = await client.query(
      `UPDATE people.document SET content = NULL, preview = NULL, erased_at = $2,
         replaced_at = coalesce(replaced_at, $2)
       WHERE erased_at IS NULL
         AND subject_id IN (SELECT id FROM people.identity_check WHERE ${old})`,
      [before, formatInstant(now)],
    )
    return erased.rowCount ?? 0
  })
}
