import type { Access, Refusal } from '@danbao/contracts'
import { accept, refuse, type Result } from '@danbao/kernel'
import type { PeopleDeps } from './base/deps.ts'
import type { PersonVisitor, StaffVisitor, Visitor } from './base/handling.ts'
import { readPerson } from './base/person.ts'
import { findSession, type Session } from './base/sessions.ts'
import { readStanding } from './staff/index.ts'

export type Who = Visitor | PersonVisitor | StaffVisitor

const NOBODY: Refusal = { code: 'session_required', detail: 'Sign in first.' }

/**
 * Who asks, and whether they may. A session of the wallet opens nothing in the console nor the
 * other way round, whatever cookie it is sent in.
 */
export async function identify(
  deps: PeopleDeps,
  access: Access,
  visitor: Visitor,
): Promise<Result<Who, Refusal>> {
  if (access === 'anyone') return accept(visitor)
  const { sessionToken } = visitor
  const session =
    sessionToken === undefined
      ? undefined
      : await findSession(deps.pool, sessionToken, await deps.now())
  if (session === undefined) return refuse(NOBODY)
  return access === 'registering' || access === 'person'
    ? identifyPerson(deps, access, { visitor, session })
    : identifyStaff(deps, access, { visitor, session })
}

interface Found {
  readonly visitor: Visitor
  readonly session: Session
}

async function identifyPerson(
  deps: PeopleDeps,
  access: 'registering' | 'person',
  { visitor, session }: Found,
): Promise<Result<Who, Refusal>> {
  const { personId, kind } = session
  const enough = kind === 'full' || (access === 'registering' && kind === 'registering')
  if (personId === null || !enough) return refuse(NOBODY)
  const person = await readPerson(deps.pool, personId)
  if (person === undefined || person.closedAt !== null) return refuse(NOBODY)
  return accept({ ...visitor, personId, sessionId: session.id })
}

async function identifyStaff(
  deps: PeopleDeps,
  access: Exclude<Access, 'anyone' | 'registering' | 'person'>,
  { visitor, session }: Found,
): Promise<Result<Who, Refusal>> {
  const { staffId, kind } = session
  if (staffId === null || kind !== 'full') return refuse(NOBODY)
  const standing = await readStanding(deps.pool, staffId)
  if (standing === undefined) return refuse(NOBODY)
  if (access !== 'staff' && !standing.permissions.has(access)) {
    return refuse({
      code: 'permission_missing',
      detail: 'Your role does not include this.',
      members: { permission: access },
    })
  }
  return accept({ ...visitor, staffId, sessionId: session.id, ...standing })
}
