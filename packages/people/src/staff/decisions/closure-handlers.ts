import type { Refusal } from '@danbao/contracts'
import { accept, type Instant, type Result, type Uuid } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart, StaffVisitor } from '../../base/handling.ts'
import { recordAudit, recordVisit } from '../../base/history.ts'
import { lockPerson } from '../../base/person.ts'
import { prepareClosure, readClosure, refuseClosure } from '../../closing/index.ts'
import { insertApproval } from '../approvals/index.ts'
import { takeForDecision } from '../queue/index.ts'
import { noSuch } from '../refusals.ts'
import { readClosureCase } from './closure-case.ts'

export function createClosureDecisions(
  deps: PeopleDeps,
): ConsolePart<'getClosureCase' | 'prepareClosure'> {
  return {
    async getClosureCase(who, { params: { id } }) {
      const found = await readClosureCase(deps, who, id)
      if (!found.ok) return found
      const closure = await readClosure(deps.pool, id)
      const about = { personId: closure?.personId, subjectId: id }
      await recordVisit(deps, who, { action: 'closure.viewed', ...about })
      return accept({ body: found.value })
    },
    async prepareClosure(who, { params: { id }, body }) {
      const decided = await attempt(deps.pool, async (client) => {
        const now = await deps.now()
        return decide(client, deps, { id, who, now, ...body })
      })
      if (!decided.ok) return decided
      const found = await readClosureCase(deps, who, id)
      return found.ok ? accept({ body: found.value }) : found
    },
  }
}

interface Decision {
  readonly id: Uuid
  readonly who: StaffVisitor
  readonly decision: 'prepare' | 'refuse'
  readonly reason: string
  readonly now: Instant
}

/** The person is locked first, as everywhere; then the case, then what is decided. */
async function decide(
  client: PoolClient,
  deps: PeopleDeps,
  { id, who, decision, reason, now }: Decision,
): Promise<Result<undefined, Refusal>> {
  const seen = await readClosure(client, id)
  if (seen === undefined) return noSuch('closure')
  const { personId } = seen
  await lockPerson(client, personId)
  const { staffId } = who
  const taken = await takeForDecision(client, id, staffId)
  if (!taken.ok) return taken
  const step = { closureId: id, staffId, now }
  const decided =
    decision === 'prepare'
      ? await prepareClosure(client, step)
      : await refuseClosure(client, deps, { ...step, reason })
  if (!decided.ok) return decided
  if (decision === 'prepare') {
    const subject = { kind: 'closure', subjectId: id, personId } as const
    await insertApproval(client, { ...subject, reason, requestedBy: staffId, now })
  }
  const words = { prepare: 'closure.prepared', refuse: 'closure.refused' } as const
  const entry = { staffId, action: words[decision], personId, subjectId: id, detail: { reason } }
  await recordAudit(client, { ...entry, visit: who, now })
  return accept(undefined)
}
