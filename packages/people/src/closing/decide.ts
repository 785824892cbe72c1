import type { Refusal } from '@danbao/contracts'
import {
  accept,
  addDuration,
  days,
  formatInstant,
  type Instant,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { recordHistory } from '../base/history.ts'
import { lockPerson, type Person } from '../base/person.ts'
import { closeCase } from '../base/staff-case.ts'
import { notifyPerson, queueMail, queueSms, tellDay } from '../messages/index.ts'
import { OWN_BOOKS } from '../settings/index.ts'
import { erasePerson } from './erase.ts'
import { ACCOUNT_CLOSED, ACCOUNT_CLOSED_SMS, CLOSURE_REFUSED } from './mails.ts'
import { findObstacles } from './obstacles.ts'
import { changeClosure, type Closure, type ClosureChange, readClosure } from './store.ts'

/** Five years, as the rules against money laundering want it. */
const KEPT = days(5 * 365 + 2)

export interface ClosureStep {
  readonly closureId: Uuid
  readonly staffId: Uuid
  readonly now: Instant
}

type Decided = Promise<Result<Closure, Refusal>>

/**
 * Support looked: nothing is in the way; a second person is to confirm.
 * Refuses with not_found, wrong_state and closure_blocked (the member `obstacles`).
 */
export async function prepareClosure(
  client: PoolClient,
  { closureId, staffId, now }: ClosureStep,
): Decided {
  const found = await lockInState(client, closureId, 'requested')
  if (!found.ok) return found
  const blocked = await findBlock(client, found.value.person.id, now)
  if (blocked !== undefined) return refuse(blocked)
  return change(client, closureId, { state: 'prepared', preparedBy: staffId })
}

/** Support can not close it; the person is told why. */
export async function refuseClosure(
  client: PoolClient,
  deps: PeopleDeps,
  { closureId, reason, now }: ClosureStep & { readonly reason: string },
): Decided {
  const found = await lockInState(client, closureId, 'requested')
  if (!found.ok) return found
  const { person } = found.value
  await closeCase(client, closureId, now)
  await notifyPerson(client, deps, person, { mail: CLOSURE_REFUSED, values: { reason }, now })
  await recordHistory(client, { personId: person.id, kind: 'closure_refused', now })
  return change(client, closureId, { state: 'refused', reason, endedAt: now })
}

/** The second person does not confirm: support looks once more. */
export async function declineClosure(
  client: PoolClient,
  { closureId, staffId }: ClosureStep,
): Decided {
  const found = await lockInState(client, closureId, 'prepared')
  if (!found.ok) return found
  if (found.value.closure.preparedBy === staffId) return refuse(SECOND_PERSON)
  return change(client, closureId, { state: 'requested', preparedBy: null })
}

/**
 * A second person confirms: it is looked at once more, under the locks that payments take, and what
 * need not be kept is erased. Refuses with not_found, wrong_state, second_person_needed and
 * closure_blocked.
 */
export async function confirmClosure(
  client: PoolClient,
  deps: PeopleDeps,
  { closureId, staffId, now }: ClosureStep,
): Decided {
  const found = await lockInState(client, closureId, 'prepared')
  if (!found.ok) return found
  const { closure, person } = found.value
  if (closure.preparedBy === staffId) return refuse(SECOND_PERSON)
  await lockMoney(client, person.id)
  const blocked = await findBlock(client, person.id, now)
  if (blocked !== undefined) return refuse(blocked)
  const keepUntil = addDuration(now, KEPT)
  const closed = { state: 'closed', confirmedBy: staffId, endedAt: now, keepUntil } as const
  const ended = await change(client, closureId, { ...closed, wish: null })
  await closeCase(client, closureId, now)
  await erasePerson(client, person, now)
  await recordHistory(client, { personId: person.id, kind: 'account_closed', now })
  await sayGoodbye(client, deps, person, { keepUntil, now })
  return ended
}

interface Locked {
  readonly closure: Closure
  readonly person: Person
}

/** The person's lock is the closure's too: whoever changes one has it. */
async function lockInState(
  client: PoolClient,
  id: Uuid,
  state: 'requested' | 'prepared',
): Promise<Result<Locked, Refusal>> {
  const seen = await readClosure(client, id)
  const person = seen && (await lockPerson(client, seen.personId))
  const closure = await readClosure(client, id)
  if (closure === undefined || person === undefined) return refuse(NO_SUCH)
  if (closure.state === state && person.closedAt === null) return accept({ closure, person })
  const detail = 'This was decided, confirmed or withdrawn in the meantime.'
  return refuse({ code: 'wrong_state', detail, members: { state: closure.state } })
}

/** In the order of the money engine: what pays or is paid is done before this, or after. */
async function lockMoney(client: PoolClient, personId: Uuid): Promise<void> {
  await client.query('SELECT 1 FROM app.account WHERE id = $1 FOR NO KEY UPDATE', [personId])
  await client.query(`SELECT 1 FROM ledger.account ${OWN_BOOKS} ORDER BY id FOR NO KEY UPDATE`, [
    personId,
  ])
}

async function findBlock(
  client: PoolClient,
  personId: Uuid,
  now: Instant,
): Promise<Refusal | undefined> {
  const found = await findObstacles(client, personId, now)
  if (found.length === 0) return undefined
  return {
    code: 'closure_blocked',
    detail: 'Money, payments or disputes have to come to their end first.',
    members: { obstacles: [...new Set(found.map(({ kind }) => kind))] },
  }
}

interface Goodbye {
  readonly keepUntil: Instant
  readonly now: Instant
}

async function sayGoodbye(
  client: PoolClient,
  deps: PeopleDeps,
  { email, phone, language }: Person,
  { keepUntil, now }: Goodbye,
): Promise<void> {
  const values = { until: tellDay(formatInstant(keepUntil).slice(0, 10), language) }
  await queueMail(client, deps, { to: email, language, mail: ACCOUNT_CLOSED, values, now })
  if (phone === null) return
  await queueSms(client, deps, { to: phone, language, sms: ACCOUNT_CLOSED_SMS, now })
}

async function change(client: PoolClient, id: Uuid, changed: ClosureChange): Decided {
  await changeClosure(client, id, changed)
  const closure = await readClosure(client, id)
  return closure === undefined ? refuse(NO_SUCH) : accept(closure)
}

const NO_SUCH: Refusal = { code: 'not_found', detail: 'There is no such request.' }

const SECOND_PERSON: Refusal = {
  code: 'second_person_needed',
  detail: 'You prepared this yourself: somebody else has to confirm it.',
}
