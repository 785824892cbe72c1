import { accept, type Instant, type Result, type Uuid } from '@danbao/kernel'
import type { Refusal } from '@danbao/contracts'
import { changeAccount } from '@danbao/core'
import type { PoolClient } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import { recordHistory } from '../../base/history.ts'
import type { Person } from '../../base/person.ts'
import { voidApprovals } from '../../base/staff-case.ts'
import { notifyPerson } from '../../messages/index.ts'
import { refuseWith } from '../refusals.ts'
import { UNFROZEN } from './mails.ts'
import { type Freeze, saveLift } from './store.ts'

interface Lifting {
  readonly person: Person
  readonly freeze: Freeze
  readonly staffId: Uuid
  readonly reason: string
  readonly now: Instant
}

/** Ends a freeze; by anybody but who put it there. The person's row is locked by the caller. */
export async function liftFreeze(
  client: PoolClient,
  deps: PeopleDeps,
  { person, freeze, staffId, reason, now }: Lifting,
): Promise<Result<undefined, Refusal>> {
  if (freeze.frozenBy.id === staffId) {
    return refuseWith('second_person_needed', 'Somebody else than who froze it lifts a freeze.')
  }
  await saveLift(client, freeze.id, { staffId, reason, now })
  await changeAccount(client, person.id, { frozenAt: null })
  await voidApprovals(client, freeze.id)
  await recordHistory(client, { personId: person.id, kind: 'account_unfrozen', now })
  await notifyPerson(client, deps, person, { ...UNFROZEN, now })
  return accept(undefined)
}
