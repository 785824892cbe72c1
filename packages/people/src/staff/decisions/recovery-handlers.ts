import type { Refusal } from '@danbao/contracts'
import { accept, type Instant, type Result, type Uuid } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart, StaffVisitor } from '../../base/handling.ts'
import { recordAudit, recordVisit } from '../../base/history.ts'
import { lockPerson } from '../../base/person.ts'
import { listDocuments, readImage } from '../../identity/index.ts'
import { decideRecovery, readRecovery, type Recovery } from '../../recovery/index.ts'
import { insertApproval } from '../approvals/index.ts'
import { takeForDecision } from '../queue/index.ts'
import { noSuch } from '../refusals.ts'
import { readRecoveryCase } from './recovery-case.ts'

type Route = 'getRecoveryCase' | 'getRecoveryDocument' | 'decideRecovery'

export function createRecoveryDecisions(deps: PeopleDeps): ConsolePart<Route> {
  return {
    async getRecoveryCase(who, { params: { id } }) {
      const found = await readRecoveryCase(deps, who, id)
      if (!found.ok) return found
      await keepLook(deps, who, { id, action: 'recovery.viewed' })
      return accept({ body: found.value })
    },
    async getRecoveryDocument(who, { params: { id } }) {
      // Only what was sent with a recovery: the same store holds the documents of identity checks.
      const recovery = await readRecovery(deps.pool, deps, id)
      const [document] = recovery === undefined ? [] : await listDocuments(deps.pool, id)
      const bytes = document && (await readImage(deps.pool, deps, document.id, 'whole'))
      if (bytes === undefined) return noSuch('document')
      await keepLook(deps, who, { id, action: 'document.viewed' })
      return accept({ body: { mediaType: 'image/jpeg', bytes } })
    },
    async decideRecovery(who, { params: { id }, body }) {
      const decided = await attempt(deps.pool, async (client) => {
        const now = await deps.now()
        return decide(client, deps, { id, who, now, ...body })
      })
      if (!decided.ok) return decided
      const found = await readRecoveryCase(deps, who, id)
      return found.ok ? accept({ body: found.value }) : found
    },
  }
}

interface Decision {
  readonly id: Uuid
  readonly who: StaffVisitor
  readonly decision: 'approve' | 'refuse'
  readonly reason: string
  readonly now: Instant
}

/** The person is locked first, as everywhere; then the case, then what is decided. */
async function decide(
  client: PoolClient,
  deps: PeopleDeps,
  { id, who, decision, reason, now }: Decision,
): Promise<Result<undefined, Refusal>> {
  const seen = await readRecovery(client, deps, id)
  if (seen === undefined) return noSuch('recovery')
  if (seen.personId !== null) await lockPerson(client, seen.personId)
  const { staffId } = who
  const taken = await takeForDecision(client, id, staffId)
  if (!taken.ok) return taken
  const decided = await decideRecovery(client, deps, {
    recoveryId: id,
    staffId,
    decision,
    reason,
    now,
  })
  if (!decided.ok) return decided
  const { state, kind, personId } = decided.value
  if (state === 'checking') await askSecond(client, { recovery: decided.value, who, reason, now })
  const words = { approve: 'recovery.approved', refuse: 'recovery.refused' } as const
  await recordAudit(client, {
    staffId,
    action: words[decision],
    ...(personId === null ? {} : { personId }),
    subjectId: id,
    detail: { kind, reason },
    visit: who,
    now,
  })
  return accept(undefined)
}

interface Asking {
  readonly recovery: Recovery
  readonly who: StaffVisitor
  readonly reason: string
  readonly now: Instant
}

async function askSecond(
  client: PoolClient,
  { recovery: { id, personId }, who, reason, now }: Asking,
): Promise<void> {
  const subject = { kind: 'recovery_email', subjectId: id, personId } as const
  await insertApproval(client, { ...subject, reason, requestedBy: who.staffId, now })
}

async function keepLook(
  deps: PeopleDeps,
  who: StaffVisitor,
  { id, action }: { readonly id: Uuid; readonly action: string },
): Promise<void> {
  const recovery = await readRecovery(deps.pool, deps, id)
  const about = { personId: recovery?.personId, subjectId: id, detail: { kind: 'recovery' } }
  await recordVisit(deps, who, { action, ...about })
}
