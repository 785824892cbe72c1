import type { Attention } from '@danbao/contracts/wallet'
import { days, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { listChecks, proofOf } from './check-store.ts'
import { lapseOf, REMINDERS } from './expiry-days.ts'

const EARLY = days(Math.max(...REMINDERS))

/** That the document behind level 2 expires soon, or has. */
export async function documentAttention(
  client: Queryable,
  { vault }: Pick<PeopleDeps, 'vault'>,
  { personId, now }: { readonly personId: Uuid; readonly now: Instant },
): Promise<readonly Attention[]> {
  const proof = proofOf(await listChecks(client, vault, personId))
  if (proof === undefined || proof.expiresOn === null) return []
  const lapse = lapseOf(proof.expiresOn)
  const at = formatInstant(lapse)
  if (proof.endedAt !== null) return [{ kind: 'document_expired', at }]
  return lapse - EARLY <= now ? [{ kind: 'document_expiring', at }] : []
}
