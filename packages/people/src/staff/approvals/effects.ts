import type { Refusal } from '@danbao/contracts'
import type { ApprovalKind } from '@danbao/contracts/console'
import { accept, type Instant, invariant, type Result } from '@danbao/kernel'
import { queries } from '@danbao/core'
import type { PoolClient } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import type { StaffVisitor } from '../../base/handling.ts'
import { readPerson } from '../../base/person.ts'
import { type ClosureStep, confirmClosure, declineClosure } from '../../closing/index.ts'
import { applyTypedRate } from '../../exchange/typed-rates.ts'
import { queueMail } from '../../messages/index.ts'
import { approveRecovery, declineRecovery, type SecondOpinion } from '../../recovery/index.ts'
import { settleWish } from '../../funding/desk/wishes.ts'
import { liftFreeze, readFreeze } from '../freeze/index.ts'
import { ROLES_CHANGED } from '../mails.ts'
import { findMember, setRoles } from '../member.ts'
import { refuseWith } from '../refusals.ts'
import type { Approval } from './store.ts'

/** A decision that was just made, inside its transaction. */
export interface Effect {
  readonly client: PoolClient
  readonly deps: PeopleDeps
  readonly approval: Approval
  readonly who: StaffVisitor
  readonly now: Instant
}

type CarryOut = (effect: Effect) => Promise<Result<undefined, Refusal>>

const NOTHING: CarryOut = async () => accept(undefined)

/** What happens when the second person agrees, and when not: then others decide anew. */
const EFFECTS: Readonly<Record<ApprovalKind, { given: CarryOut; refused: CarryOut }>> = {
  recovery_email: {
    given: ({ client, deps, ...rest }) => decided(approveRecovery(client, deps, ofRecovery(rest))),
    refused: ({ client, deps, ...rest }) =>
      decided(declineRecovery(client, deps, ofRecovery(rest))),
  },
  closure: {
    given: ({ client, deps, ...rest }) => decided(confirmClosure(client, deps, ofClosure(rest))),
    refused: ({ client, ...rest }) => decided(declineClosure(client, ofClosure(rest))),
  },
  staff_admin: { given: makeAdministrator, refused: NOTHING },
  unfreeze: { given: unfreeze, refused: NOTHING },
  resolution: {
    given: ({ client, approval }) => settleWish(client, approval.id, 'agreed'),
    refused: ({ client, approval }) => settleWish(client, approval.id, 'refused'),
  },
  // The payouts' own loop does what was agreed.
  payout: { given: expectPayoutIn('review'), refused: NOTHING },
  payout_failed: { given: expectPayoutIn('sent'), refused: NOTHING },
  rate: { given: useRate, refused: NOTHING },
}

export function carryOut(
  effect: Effect,
  state: 'given' | 'refused',
): Promise<Result<undefined, Refusal>> {
  return EFFECTS[effect.approval.kind][state](effect)
}

type Step = Pick<Effect, 'approval' | 'who' | 'now'>

function ofRecovery({ approval, who, now }: Step): SecondOpinion {
  return { recoveryId: approval.subjectId, staffId: who.staffId, now }
}

function ofClosure({ approval, who, now }: Step): ClosureStep {
  return { closureId: approval.subjectId, staffId: who.staffId, now }
}

async function decided(
  step: Promise<Result<unknown, Refusal>>,
): Promise<Result<undefined, Refusal>> {
  const result = await step
  return result.ok ? accept(undefined) : result
}

async function makeAdministrator({
  client,
  deps,
  approval,
  now,
}: Effect): Promise<Result<undefined, Refusal>> {
  const member = await findMember(client, approval.subjectId)
  invariant(member !== undefined, 'a member of staff is never deleted')
  if (member.disabledAt !== null) {
    return refuseWith('wrong_state', 'This member is disabled.', { state: 'disabled' })
  }
  const { id, roles, email: to, language, name } = member
  await setRoles(client, id, [...new Set([...roles, 'administrator' as const])])
  await queueMail(client, deps, { to, language, mail: ROLES_CHANGED, values: { name }, now })
  return accept(undefined)
}

/** Whether there still is something to agree on; the payouts' own loop then does it. */
function expectPayoutIn(state: 'review' | 'sent'): CarryOut {
  return async ({ client, approval }) => {
    const found = await queries.readDeskPayout(client, approval.subjectId)
    if (found?.payout.state === state) return accept(undefined)
    return refuseWith('wrong_state', 'The payout has been settled in another way.')
  }
}

async function useRate({ client, approval, now }: Effect): Promise<Result<undefined, Refusal>> {
  await applyTypedRate(client, approval.subjectId, now)
  return accept(undefined)
}

async function unfreeze({
  client,
  deps,
  approval,
  who,
  now,
}: Effect): Promise<Result<undefined, Refusal>> {
  const { personId, subjectId, reason } = approval
  const person = personId === null ? undefined : await readPerson(client, personId)
  invariant(person !== undefined, 'a freeze is about a person')
  const freeze = await readFreeze(client, person.id)
  if (freeze?.id !== subjectId) return refuseWith('wrong_state', 'This freeze is over.')
  return liftFreeze(client, deps, { person, freeze, staffId: who.staffId, reason, now })
}
