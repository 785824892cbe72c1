import type { IdentityState } from '@danbao/contracts/wallet'
import type { Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { isOpen } from './check.ts'
import { listChecks, proofOf } from './check-store.ts'

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
