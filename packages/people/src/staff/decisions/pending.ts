import type { StaffPermission } from '@danbao/contracts'
import type { RecoveryCase } from '@danbao/contracts/console'
import { encodeId, type Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import { decidableKinds, findOpenApproval } from '../approvals/index.ts'
import type { ApprovalSubject } from '../approvals/store.ts'
import { findMember, refOf } from '../member.ts'

export interface Decider {
  readonly staffId: Uuid
  readonly permissions: ReadonlySet<StaffPermission>
}

/** The word of a second person that is waited for. */
export async function readPending(
  client: Queryable,
  who: Decider,
  subject: ApprovalSubject,
): Promise<RecoveryCase['approval']> {
  const approval = await findOpenApproval(client, subject)
  const requester = approval && (await findMember(client, approval.requestedBy))
  if (approval === undefined || requester === undefined) return null
  return {
    id: encodeId('apr', approval.id),
    requested_by: refOf(requester),
    may_decide: requester.id !== who.staffId && decidableKinds(who).includes(approval.kind),
  }
}
