import type { Attention } from '@danbao/contracts/wallet'
import { days, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { IdentityCheck } from './check.ts'
import { listChecks, proofOf } from './check-store.ts'
import { lapseOf, REMINDERS } from './expiry-days.ts'

const EARLY = days(Math.max(...REMINDERS))

interface Whose {
  readonly personId: Uuid
  readonly now: Instant
}

/** What a person should do about the proof of their identity, the most pressing first. */
export async function identityAttention(
  client: Queryable,
  { vault }: Pick<PeopleDeps, 'vault'>,
  { personId, now }: Whose,
): Promise<readonly Attention[]> {
  const checks = await listChecks(client, vault, personId)
  const lapsing = documentAttention(proofOf(checks), now)
  if (checks[0]?.state !== 'more_needed') return lapsing
  const by = await paymentWaitsUntil(client, personId)
  return [{ kind: 'identity_asked', at: by === null ? null : formatInstant(by) }, ...lapsing]
}

/** That the document behind level 2 expires soon, or has. */
function documentAttention(proof: IdentityCheck | undefined, now: Instant): readonly Attention[] {
  if (proof === undefined || proof.expiresOn === null) return []
  const lapse = lapseOf(proof.expiresOn)
  const at = formatInstant(lapse)
  if (proof.endedAt !== null) return [{ kind: 'document_expired', at }]
  return lapse - EARLY <= now ? [{ kind: 'document_expiring', at }] : []
}

/** Until when the first payment waits that staff let go on with a proved identity only. */
async function paymentWaitsUntil(client: Queryable, personId: Uuid): Promise<Instant | null> {
  const rows = await queryText(
    client,
    `SELECT min(c.due_at) FROM people.payment_decision AS d
     JOIN app.payment AS p ON p.id = d.leader_id
     JOIN people.staff_case AS c ON c.subject_id = d.leader_id
     WHERE p.buyer_id = $1 AND d.state = 'open' AND d.decision = 'ask_identity'`,
    [personId],
  )
  return rows.map((row) => readRow(row).maybeInstant())[0] ?? null
}
