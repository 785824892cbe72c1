import type { Refusal } from '@danbao/contracts'
import type { IdentityCheckView } from '@danbao/contracts/wallet'
import { accept, days, invariant, refuse, type Result } from '@danbao/kernel'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { type DocumentType, lockPerson, readPerson } from '../base/person.ts'
import { takeTry, type ThrottleRule, tryLater } from '../base/throttle.ts'
import { isOpen } from './check.ts'
import { changeCheck, findCheck, insertCheck } from './check-store.ts'
import { closeCase } from './staff-case.ts'
import { eraseDocuments } from './documents.ts'
import { noSuchCheck, wrongState } from './refusals.ts'
import { showCheck, showIdentity } from './view-check.ts'

/** Staff look at each of them. */
const STARTS: ThrottleRule = { tries: 10, within: days(1), lock: days(1) }

export type CheckReply = Promise<Result<Reply<IdentityCheckView>, Refusal>>

export function createCheckHandlers(
  deps: PeopleDeps,
): WalletPart<'getIdentity' | 'startIdentityCheck' | 'withdrawIdentityCheck'> {
  return {
    async getIdentity({ personId }) {
      const person = await readPerson(deps.pool, personId)
      invariant(person !== undefined, 'a session belongs to a person')
      return accept({ body: await showIdentity(deps, person, await deps.now()) })
    },
    startIdentityCheck: (who, { body }) => startCheck(deps, who, body.document_type),
    withdrawIdentityCheck: (who, { params }) => withdrawCheck(deps, who, params.id),
  }
}

async function startCheck(
  deps: PeopleDeps,
  who: PersonVisitor,
  documentType: DocumentType,
): CheckReply {
  const { personId } = who
  const now = await deps.now()
  const tried = await takeTry(deps.pool, `identity:${personId}`, { rule: STARTS, now })
  if (!tried.allowed) return refuse(tryLater(tried.lockedUntil))
  return attempt(deps.pool, async (client) => {
    await lockPerson(client, personId)
    const id = await insertCheck(client, { personId, documentType, now })
    if (id === undefined) {
      return refuse({ code: 'wrong_state', detail: 'Another identity check is under way.' })
    }
    const detail = { document_type: documentType }
    await recordHistory(client, { personId, kind: 'identity_started', detail, visit: who, now })
    return accept({ body: await showCheck(client, deps, id) })
  })
}

/** What was not decided is nobody's business any more: the pictures and the data go. */
async function withdrawCheck(deps: PeopleDeps, who: PersonVisitor, id: string): CheckReply {
  const { personId } = who
  const now = await deps.now()
  return attempt(deps.pool, async (client) => {
    await lockPerson(client, personId)
    const check = await findCheck(client, deps.vault, id, { lock: true, personId })
    if (check === undefined) return noSuchCheck()
    if (!isOpen(check)) return wrongState(check)
    await eraseDocuments(client, { subjectId: id, now })
    await changeCheck(client, deps.vault, id, {
      state: 'withdrawn',
      ...(check.state === 'reading' ? { reading: 'not_yet' } : {}),
      data: { mrz: null, read: null, confirmed: null },
      verdicts: [],
      decidedAt: now,
      dueAt: null,
    })
    await closeCase(client, id, now)
    await recordHistory(client, { personId, kind: 'identity_withdrawn', visit: who, now })
    return accept({ body: await showCheck(client, deps, id) })
  })
}
