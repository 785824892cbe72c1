import type { IdentityState } from '@danbao/contracts/wallet'
import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import type { Pool } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { isOpen } from './check.ts'
import { listChecks, proofOf } from './check-store.ts'
import { eraseDocuments } from './documents.ts'

type Queryable = Pick<Pool, 'query'>

/** Where a person stands with proving who they are. */
export interface IdentityStanding {
  /** Of the newest check; null: none was begun. */
  readonly state: IdentityState | null
  readonly isOpen: boolean
  /** The last day of the document that level 2 rests on; null: none, or it never expires. */
  readonly expiresOn: string | null
}

export async function findIdentityStanding(
  client: Queryable,
  { vault }: Pick<PeopleDeps, 'vault'>,
  personId: Uuid,
): Promise<IdentityStanding> {
  const checks = await listChecks(client, vault, personId)
  const proof = proofOf(checks)
  return {
    state: checks[0]?.state ?? null,
    isOpen: checks.some(isOpen),
    expiresOn: proof?.endedAt === null ? proof.expiresOn : null,
  }
}

/** Of an account that is closed: pictures and data go, what was decided and when stays. */
export async function eraseChecks(client: Queryable, personId: Uuid, now: Instant): Promise<void> {
  await eraseDocuments(client, { personId, now })
  await client.query(
    `UPDATE people.staff_case SET closed_at = $2
     WHERE kind = 'identity' AND person_id = $1 AND closed_at IS NULL`,
    [personId, formatInstant(now)],
  )
  await client.query(
    `UPDATE people.identity_check SET version = version + 1, data = NULL, due_at = NULL,
       reason_words = NULL,
       reading = CASE reading WHEN 'under_way' THEN 'not_yet' ELSE reading END,
       state = CASE WHEN decided_at IS NULL THEN 'withdrawn' ELSE state END,
       decided_at = coalesce(decided_at, $2)
     WHERE person_id = $1`,
    [personId, formatInstant(now)],
  )
}
