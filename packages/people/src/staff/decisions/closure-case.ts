import type { Refusal } from '@danbao/contracts'
import type { ClosureCase } from '@danbao/contracts/console'
import { accept, encodeId, formatInstant, type Result, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../../base/deps.ts'
import { findObstacles, readClosure } from '../../closing/index.ts'
import { countOpenPayments, findPayments, readBalances, readRef } from '../person-page/index.ts'
import { findCaseOf, viewCase } from '../queue/index.ts'
import { noSuch } from '../refusals.ts'
import { type Decider, readPending } from './pending.ts'

const MOST_PAYMENTS = 20

/** What stands between a person and the end of their account. */
export async function readClosureCase(
  deps: PeopleDeps,
  who: Decider,
  id: Uuid,
): Promise<Result<ClosureCase, Refusal>> {
  const { pool } = deps
  const closure = await readClosure(pool, id)
  if (closure === undefined) return noSuch('closure')
  const now = await deps.now()
  const { personId, state, wish, requestedAt } = closure
  const person = await readRef(pool, personId, now)
  if (person === undefined) return noSuch('closure')
  const waiting = await findCaseOf(pool, id)
  const asked = { after: undefined, limit: MOST_PAYMENTS, open: true } as const
  const payments = await findPayments(pool, personId, asked)
  return accept({
    id: encodeId('clo', id),
    state,
    case: waiting === undefined ? null : await viewCase(deps, waiting, now),
    person,
    balances: await readBalances(deps, personId, now),
    open_payments: payments.slice(0, MOST_PAYMENTS).map(({ view }) => view),
    open_payment_count: await countOpenPayments(pool, personId),
    obstacles: await findObstacles(pool, personId, now),
    message: wish,
    requested_at: formatInstant(requestedAt),
    approval: await readPending(pool, who, { kind: 'closure', subjectId: id }),
  })
}
