import type { Refusal } from '@danbao/contracts'
import type { FreezeCause, PersonPage } from '@danbao/contracts/console'
import {
  accept,
  encodeId,
  formatInstant,
  type Instant,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { changeAccount } from '@danbao/core'
import type { PoolClient, Queryable } from '@danbao/database'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart, StaffVisitor } from '../../base/handling.ts'
import { recordAudit, recordHistory } from '../../base/history.ts'
import { lockPerson, type Person } from '../../base/person.ts'
import { notifyPerson } from '../../messages/index.ts'
import { insertApproval } from '../approvals/store.ts'
import { noSuch, refuseWith } from '../refusals.ts'
import { liftFreeze } from './lift-freeze.ts'
import { FROZEN } from './mails.ts'
import { insertFreeze, readFreeze } from './store.ts'

type FreezeView = PersonPage['freeze']

export function createFreezeHandlers(
  deps: PeopleDeps,
): ConsolePart<'freezeAccount' | 'unfreezeAccount'> {
  return {
    freezeAccount: (who, { params: { id }, body: { cause, reason } }) =>
      changeFreeze(deps, id, async (client, person, now) => {
        const frozen = await freeze(client, deps, { person, cause, reason, who, now })
        if (!frozen.ok) return frozen
        await keep(client, { who, person, now, action: 'account.frozen', reason })
        return accept(undefined)
      }),
    unfreezeAccount: (who, { params: { id }, body: { reason } }) =>
      changeFreeze(deps, id, async (client, person, now) => {
        const found = await readFreeze(client, id)
        if (found === undefined) return notFrozen()
        const { staffId } = who
        if (found.frozenBy.id !== staffId) {
          const lifted = await liftFreeze(client, deps, {
            person,
            freeze: found,
            staffId,
            reason,
            now,
          })
          if (!lifted.ok) return lifted
          await keep(client, { who, person, now, action: 'account.unfrozen', reason })
          return accept(undefined)
        }
        const subject = { kind: 'unfreeze', subjectId: found.id, personId: id } as const
        const asked = { ...subject, reason, requestedBy: staffId, now }
        if ((await insertApproval(client, asked)) === undefined) return askedAlready()
        await keep(client, { who, person, now, action: 'approval.requested', reason })
        return accept(undefined)
      }),
  }
}

async function changeFreeze(
  deps: PeopleDeps,
  id: Uuid,
  change: (client: PoolClient, person: Person, now: Instant) => Promise<Result<undefined, Refusal>>,
): Promise<Result<{ readonly body: { readonly freeze: FreezeView } }, Refusal>> {
  return attempt(deps.pool, async (client) => {
    const person = await lockPerson(client, id)
    if (person === undefined) return noSuch('person')
    const changed = await change(client, person, await deps.now())
    if (!changed.ok) return changed
    return accept({ body: { freeze: await viewFreeze(client, id) } })
  })
}

interface Freezing {
  readonly person: Person
  readonly cause: FreezeCause
  readonly reason: string
  readonly who: StaffVisitor
  readonly now: Instant
}

async function freeze(
  client: PoolClient,
  deps: PeopleDeps,
  { person, cause, reason, who, now }: Freezing,
): Promise<Result<undefined, Refusal>> {
  if (person.registeredAt === null || person.closedAt !== null) {
    return refuseWith('wrong_state', 'There is no open account to freeze.')
  }
  if ((await readFreeze(client, person.id)) !== undefined) {
    return refuseWith('wrong_state', 'The account is frozen already.', { state: 'frozen' })
  }
  const personId = person.id
  await insertFreeze(client, { personId, cause, reason, staffId: who.staffId, now })
  await changeAccount(client, personId, { frozenAt: now })
  await recordHistory(client, { personId, kind: 'account_frozen', detail: { cause }, now })
  await notifyPerson(client, deps, person, { ...FROZEN, values: { cause }, now })
  return accept(undefined)
}

interface Kept {
  readonly who: StaffVisitor
  readonly person: Person
  readonly action: string
  readonly reason: string
  readonly now: Instant
}

function keep(client: PoolClient, { who, person, action, reason, now }: Kept): Promise<void> {
  const entry = { staffId: who.staffId, personId: person.id, visit: who, now }
  return recordAudit(client, { ...entry, action, detail: { reason } })
}

function notFrozen(): Result<never, Refusal> {
  return refuseWith('wrong_state', 'The account is not frozen.', { state: 'open' })
}

function askedAlready(): Result<never, Refusal> {
  return refuseWith('wrong_state', 'An approval is waited for already.', { state: 'open' })
}

export async function viewFreeze(client: Queryable, personId: Uuid): Promise<FreezeView> {
  const found = await readFreeze(client, personId)
  if (found === undefined) return null
  const { cause, reason, frozenBy, frozenAt, approvalId } = found
  return {
    cause,
    reason,
    frozen_by: { id: encodeId('stf', frozenBy.id), name: frozenBy.name },
    frozen_at: formatInstant(frozenAt),
    approval: approvalId === null ? null : encodeId('apr', approvalId),
  }
}
