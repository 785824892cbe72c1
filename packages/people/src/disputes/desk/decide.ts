import type { Refusal } from '@danbao/contracts'
import type { DecideDisputeRequest } from '@danbao/contracts/console'
import { commands } from '@danbao/core'
import { accept, refuse, type Result, type Uuid } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { StaffVisitor } from '../../base/handling.ts'
import { recordAudit } from '../../base/history.ts'
import { carryOut } from '../../payments/index.ts'
import { takeForDecision } from '../../staff/queue/index.ts'
import { closeDecided } from '../run-due.ts'
import { findDisputed } from '../store.ts'
import { endRuling, keepRuling } from './rulings.ts'
import { noSuchDispute, OPERATOR, readDispute, roundOf } from './show-case.ts'

export interface Deciding {
  readonly id: Uuid
  readonly who: StaffVisitor
  readonly asked: DecideDisputeRequest
}

/**
 * Decides in three steps that can each be repeated: who decides is kept, the money core carries it
 * out once for its key, the case leaves the queue with an entry in the audit log. Sent again after
 * a crash it goes on where it stopped.
 */
export async function decideDispute(
  deps: PeopleDeps,
  deciding: Deciding,
): Promise<Result<undefined, Refusal>> {
  const { id, who, asked } = deciding
  const { key, round, amount, reason } = asked
  const taken = await attempt(deps.pool, (client) => take(client, deps, deciding))
  if (!taken.ok) return taken
  const done = await carryOut(deps, `staff ${who.staffId} ${id} ${round}`, {
    command: commands.decide(OPERATOR, id, { amount, reason }),
    key,
    what: ['decide', id, amount.value, amount.currency, reason],
  })
  if (!done.ok) return done
  return attempt(deps.pool, (client) => finish(client, deps, deciding))
}

/** Nobody decides what a colleague works on, nor upon the appeal against their own decision. */
async function take(
  client: PoolClient,
  deps: PeopleDeps,
  { id, who, asked }: Deciding,
): Promise<Result<undefined, Refusal>> {
  const { staffId } = who
  const dispute = await readDispute(deps, id)
  if (dispute === undefined) return noSuchDispute()
  const taken = await takeForDecision(client, id, staffId)
  if (!taken.ok) return taken
  // A repeated request of the first round finds its own decision: the core answers it as before.
  const again = dispute.state === 'decided' && asked.round === 1
  if (!again && (dispute.state !== 'escalated' || roundOf(dispute) !== asked.round)) {
    return refuse({
      code: 'wrong_state',
      detail: 'The dispute changed since it was opened. Look at it again.',
      members: { state: dispute.state },
    })
  }
  const ruling = { disputeId: id, staffId, round: asked.round, now: await deps.now() }
  if (await keepRuling(client, ruling)) return accept(undefined)
  return refuse({
    code: 'second_person_needed',
    detail: 'You gave the first decision, so somebody else decides upon the appeal.',
  })
}

/** In the audit log once for each decision, however often it is finished. */
async function finish(
  client: PoolClient,
  deps: PeopleDeps,
  { id, who, asked }: Deciding,
): Promise<Result<undefined, Refusal>> {
  const now = await deps.now()
  await closeDecided(client, now, id)
  if (!(await endRuling(client, { disputeId: id, staffId: who.staffId, now }))) {
    return accept(undefined)
  }
  const sides = await findDisputed(client, id)
  const personId = sides?.buyerId ?? sides?.sellerId
  const { round, amount, reason } = asked
  await recordAudit(client, {
    staffId: who.staffId,
    action: 'dispute.decided',
    ...(personId === undefined ? {} : { personId }),
    subjectId: id,
    detail: { round, amount: amount.value, currency: amount.currency, reason },
    visit: who,
    now,
  })
  return accept(undefined)
}
