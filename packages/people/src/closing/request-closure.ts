import type { Refusal } from '@danbao/contracts'
import type { ClosingView } from '@danbao/contracts/wallet'
import {
  accept,
  days,
  encodeId,
  formatInstant,
  type Instant,
  newUuid,
  refuse,
  type Result,
} from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { lockPerson } from '../base/person.ts'
import { closeCase, openCase, voidApprovals } from '../base/staff-case.ts'
import { notifyPerson } from '../messages/index.ts'
import { checkPassword } from '../base/passwords.ts'
import { CLOSURE_ASKED, CLOSURE_WITHDRAWN } from './mails.ts'
import { findObstacles } from './obstacles.ts'
import { changeClosure, type Closure, findLastClosure, insertClosure } from './store.ts'

const DECIDE_WITHIN = days(7)

export function createRequestClosureHandlers(
  deps: PeopleDeps,
): WalletPart<'getClosing' | 'requestClosure' | 'withdrawClosure'> {
  return {
    getClosing: (who) => reply(deps, who),
    async requestClosure(who, { body: { password, reason } }) {
      const right = await checkPassword(deps, who.personId, password)
      if (!right.ok) return right
      const now = await deps.now()
      const asked = await attempt(deps.pool, (client) =>
        ask(client, deps, { who, wish: reason || null, now }),
      )
      return asked.ok ? reply(deps, who) : asked
    },
    async withdrawClosure(who) {
      const now = await deps.now()
      const gone = await attempt(deps.pool, (client) => withdraw(client, deps, { who, now }))
      return gone.ok ? reply(deps, who) : gone
    },
  }
}

async function reply(
  deps: PeopleDeps,
  { personId }: PersonVisitor,
): Promise<{ readonly ok: true; readonly value: Reply<ClosingView> }> {
  const closure = await findLastClosure(deps.pool, personId)
  const obstacles = await findObstacles(deps.pool, personId, await deps.now())
  const shown = closure === undefined ? null : viewClosure(closure)
  return accept({ body: { object: 'closing', closure: shown, obstacles } })
}

function viewClosure(closure: Closure): ClosingView['closure'] {
  return {
    id: encodeId('clo', closure.id),
    state: closure.state,
    requested_at: formatInstant(closure.requestedAt),
    decide_by: formatInstant(closure.decideBy),
    refusal_reason: closure.state === 'refused' ? closure.reason : null,
  }
}

const OPEN: ReadonlySet<string> = new Set(['requested', 'prepared'])

interface Asked {
  readonly who: PersonVisitor
  readonly wish: string | null
  readonly now: Instant
}

async function ask(
  client: PoolClient,
  deps: PeopleDeps,
  { who, wish, now }: Asked,
): Promise<Result<undefined, Refusal>> {
  const { personId } = who
  const person = await lockPerson(client, personId)
  const last = await findLastClosure(client, personId)
  if (person === undefined || (last !== undefined && OPEN.has(last.state))) return refuse(ASKED)
  const id = newUuid()
  const wanted = { kind: 'closure', subjectId: id, personId, now, within: DECIDE_WITHIN } as const
  const decideBy = await openCase(client, wanted)
  await insertClosure(client, { id, personId, wish, requestedAt: now, decideBy })
  await notifyPerson(client, deps, person, { ...CLOSURE_ASKED(deps), now })
  await recordHistory(client, { personId, kind: 'closure_requested', visit: who, now })
  return accept(undefined)
}

async function withdraw(
  client: PoolClient,
  deps: PeopleDeps,
  { who, now }: Omit<Asked, 'wish'>,
): Promise<Result<undefined, Refusal>> {
  const { personId } = who
  const person = await lockPerson(client, personId)
  const last = await findLastClosure(client, personId)
  if (person === undefined || last === undefined || !OPEN.has(last.state)) return refuse(NOT_ASKED)
  await changeClosure(client, last.id, { state: 'withdrawn', endedAt: now })
  await closeCase(client, last.id, now)
  await voidApprovals(client, last.id)
  await notifyPerson(client, deps, person, { mail: CLOSURE_WITHDRAWN, now })
  await recordHistory(client, { personId, kind: 'closure_withdrawn', visit: who, now })
  return accept(undefined)
}

const ASKED: Refusal = { code: 'wrong_state', detail: 'You asked for this already.' }
const NOT_ASKED: Refusal = { code: 'wrong_state', detail: 'There is no request to be withdrawn.' }
