import type { Refusal } from '@danbao/contracts'
import { accept, type Instant, type Result, type Uuid } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { StaffVisitor } from '../../base/handling.ts'
import { recordAudit } from '../../base/history.ts'
import { lockPerson } from '../../base/person.ts'
import { lockMember } from '../member.ts'
import { noSuch, refuseWith } from '../refusals.ts'
import { carryOut, type Effect } from './effects.ts'
import { type Approval, lockApproval, readApproval, saveDecision } from './store.ts'
import { decidableKinds } from './view.ts'

export interface Verdict {
  readonly state: 'given' | 'refused'
  /** Of a refusal. */
  readonly reason?: string
}

/**
 * The second person's word. What was asked for happens in the same transaction: it is done and
 * approved, or neither; of two that decide at once the second finds it decided.
 */
export function decideApproval(
  deps: PeopleDeps,
  who: StaffVisitor,
  id: Uuid,
  verdict: Verdict,
): Promise<Result<undefined, Refusal>> {
  return attempt(deps.pool, async (client) => {
    const now = await deps.now()
    const approval = await lockInOrder(client, id)
    if (approval === undefined) return noSuch('approval')
    const allowed = mayDecide(approval, who)
    if (!allowed.ok) return allowed
    await saveDecision(client, id, {
      state: verdict.state,
      decidedBy: who.staffId,
      now,
      ...(verdict.reason === undefined ? {} : { refusalReason: verdict.reason }),
    })
    const done = await carryOut({ client, deps, approval, who, now }, verdict.state)
    if (!done.ok) return done
    await keep(client, { approval, who, now }, verdict)
    return accept(undefined)
  })
}

/** Whom it is about first, as everywhere else; then the approval, which may have been decided. */
async function lockInOrder(client: PoolClient, id: Uuid): Promise<Approval | undefined> {
  const seen = await readApproval(client, id)
  if (seen === undefined) return undefined
  if (seen.personId !== null) await lockPerson(client, seen.personId)
  if (seen.kind === 'staff_admin') await lockMember(client, seen.subjectId)
  return lockApproval(client, id)
}

function mayDecide(approval: Approval, who: StaffVisitor): Result<undefined, Refusal> {
  const own = approval.requestedBy === who.staffId
  if (!own && !decidableKinds(who).includes(approval.kind)) return noSuch('approval')
  if (approval.state !== 'open') {
    return refuseWith('wrong_state', 'It was decided already.', { state: approval.state })
  }
  if (own) return refuseWith('second_person_needed', 'Somebody else has to decide this.')
  return accept(undefined)
}

async function keep(
  client: PoolClient,
  { approval, who, now }: Pick<Effect, 'approval' | 'who'> & { readonly now: Instant },
  { state, reason }: Verdict,
): Promise<void> {
  const { kind, personId, subjectId } = approval
  await recordAudit(client, {
    staffId: who.staffId,
    action: `approval.${state}`,
    ...(personId === null ? {} : { personId }),
    subjectId,
    detail: reason === undefined ? { kind } : { kind, reason },
    visit: who,
    now,
  })
}
