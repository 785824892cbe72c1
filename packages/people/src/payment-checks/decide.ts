import type { DecideCheckRequest } from '@danbao/contracts/console'
import type { Refusal } from '@danbao/contracts'
import {
  accept,
  encodeId,
  type Instant,
  invariant,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { type PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { StaffVisitor } from '../base/handling.ts'
import { recordAudit } from '../base/history.ts'
import { readPerson } from '../base/person.ts'
import { queueMail, tellAmount, tellMoment } from '../messages/index.ts'
import { takeForDecision } from '../staff/queue/index.ts'
import { carryOutDecision } from './carry-out.ts'
import { IDENTITY_ASKED } from './mails.ts'
import { type Checked, type Decision, endDecision, insertDecision } from './store.ts'
import { listDecisions, readChecked } from './store.ts'

export interface Deciding {
  /** The first of the payments. */
  readonly id: Uuid
  readonly who: StaffVisitor
  readonly asked: DecideCheckRequest
}

/**
 * What is decided is kept with its entry in the audit log; then the money core carries it out. A
 * stop between the two loses nothing: the clock goes on where it was.
 */
export async function decideCheck(
  deps: PeopleDeps,
  deciding: Deciding,
): Promise<Result<undefined, Refusal>> {
  const kept = await attempt(deps.pool, (client) => keep(client, deps, deciding))
  if (!kept.ok) return kept
  if (kept.value.decision !== 'ask_identity') await carryOutDecision(deps, kept.value)
  return accept(undefined)
}

async function keep(
  client: PoolClient,
  deps: PeopleDeps,
  { id, who, asked }: Deciding,
): Promise<Result<Decision, Refusal>> {
  const { staffId } = who
  const taken = await takeForDecision(client, id, staffId)
  if (!taken.ok) return taken
  const waiting = (await readChecked(client, id)).filter(({ ended }) => ended === null)
  const seen = waiting.map(({ paymentId }) => encodeId('pay', paymentId))
  if (seen.join() !== asked.payments.toSorted().join()) return changedMeanwhile()
  const now = await deps.now()
  const free = await endAsking(client, { id, asked, now })
  if (!free.ok) return free
  const { decision, reason } = asked
  const made = { leaderId: id, decision, reason, staffId, at: now }
  if (decision === 'ask_identity') {
    const dueAt = taken.value.dueAt
    const told = await tellAsked(client, deps, { waiting, reason, dueAt, now })
    if (!told.ok) return told
  }
  await audit(client, { who, id, asked, waiting, now })
  return accept(await insertDecision(client, made))
}

function changedMeanwhile(): Result<never, Refusal> {
  const detail = 'The payments changed since they were looked at. Look at them again.'
  return refuse({ code: 'wrong_state', detail })
}

interface Asked {
  readonly id: Uuid
  readonly asked: DecideCheckRequest
  readonly now: Instant
}

/** An identity that was asked for makes way for a decision; nobody is asked twice. */
async function endAsking(
  client: PoolClient,
  { id, asked, now }: Asked,
): Promise<Result<undefined, Refusal>> {
  const [last] = await listDecisions(client, id)
  if (last?.state !== 'open') return accept(undefined)
  if (last.decision !== 'ask_identity' || asked.decision === 'ask_identity') {
    return changedMeanwhile()
  }
  await endDecision(client, last.id, { state: 'overtaken', now })
  return accept(undefined)
}

interface Telling {
  readonly waiting: readonly Checked[]
  readonly reason: string
  readonly dueAt: Instant
  readonly now: Instant
}

async function tellAsked(
  client: PoolClient,
  deps: PeopleDeps,
  { waiting, reason, dueAt, now }: Telling,
): Promise<Result<undefined, Refusal>> {
  const [first] = waiting
  invariant(first !== undefined, 'What is decided waits.')
  const person = await readPerson(client, first.buyerId)
  if (person === undefined) {
    const detail = 'This buyer has no wallet here: nobody could be asked.'
    return refuse({ code: 'not_allowed', detail })
  }
  const { email: to, language } = person
  const total = waiting.reduce((sum, { amount, coupon }) => sum + amount - coupon, 0n)
  const values = {
    amount: tellAmount(first.currency, total, language),
    reason,
    due: tellMoment(dueAt, language),
    link: walletUrl(deps, 'identity'),
  }
  await queueMail(client, deps, { to, language, mail: IDENTITY_ASKED, values, now })
  return accept(undefined)
}

const ACTIONS = {
  approve: 'payment_check.approved',
  refuse: 'payment_check.refused',
  ask_identity: 'payment_check.identity_asked',
} as const

interface Entry extends Asked {
  readonly who: StaffVisitor
  readonly waiting: readonly Checked[]
}

async function audit(client: PoolClient, { who, id, asked, waiting, now }: Entry): Promise<void> {
  const [first] = waiting
  const person = first && (await readPerson(client, first.buyerId))
  const total = waiting.reduce((sum, { amount }) => sum + amount, 0n)
  await recordAudit(client, {
    staffId: who.staffId,
    action: ACTIONS[asked.decision],
    ...(person === undefined ? {} : { personId: person.id }),
    subjectId: id,
    detail: {
      reason: asked.reason,
      amount: total.toString(),
      currency: first?.currency ?? '',
      score: first?.score ?? 0,
    },
    visit: who,
    now,
  })
}
