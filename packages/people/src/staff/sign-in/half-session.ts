import type { Refusal } from '@danbao/contracts'
import { accept, type Instant, type Result, type Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import type { Visitor } from '../../base/handling.ts'
import { endSessions, findSession, openSession } from '../../base/sessions.ts'
import { recordAudit } from '../../base/history.ts'
import { findMember, type StaffMember } from '../member.ts'
import { refuseWith } from '../refusals.ts'

export interface HalfWay {
  readonly member: StaffMember
  readonly sessionId: Uuid
}

/** Whose password was right a moment ago; with it nothing goes but the second factor. */
export async function readHalfWay(
  deps: PeopleDeps,
  { sessionToken }: Visitor,
): Promise<Result<HalfWay, Refusal>> {
  const session =
    sessionToken === undefined
      ? undefined
      : await findSession(deps.pool, sessionToken, await deps.now())
  const staffId = session?.kind === 'half' ? session.staffId : null
  const member = staffId === null ? undefined : await findMember(deps.pool, staffId)
  if (session === undefined || member === undefined || member.disabledAt !== null) {
    return refuseWith('session_required', 'Sign in with your password first.')
  }
  return accept({ member, sessionId: session.id })
}

interface Opening {
  readonly staffId: Uuid
  /** The session that brought them here ends. */
  readonly halfSessionId?: Uuid
  readonly visit: Visitor
  readonly now: Instant
}

/** Opens the session that everything goes with, under a token of its own. */
export async function openFullSession(
  client: Queryable,
  { staffId, halfSessionId, visit, now }: Opening,
): Promise<string> {
  const owner = { staffId }
  if (halfSessionId !== undefined) await endSessions(client, { owner, now, id: halfSessionId })
  const { token } = await openSession(client, { owner, kind: 'full', visit, now })
  await recordAudit(client, { staffId, action: 'staff.signed_in', visit, now })
  return token
}
