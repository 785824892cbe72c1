import { readBrowser, type Refusal } from '@danbao/contracts'
import type { SessionView } from '@danbao/contracts/wallet'
import {
  accept,
  encodeId,
  formatInstant,
  type Instant,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { endSessions, listSessions, type Session } from '../base/sessions.ts'
import { readDeviceAges } from './device-store.ts'

type SessionList = { readonly object: 'list'; readonly data: SessionView[] }

const NOT_FOUND: Refusal = { code: 'not_found', detail: 'There is no such session.' }

/** Where the person is signed in, and how to end it from here. */
export function createSessionHandlers(
  deps: PeopleDeps,
): WalletPart<'listSessions' | 'endSession' | 'endOtherSessions'> {
  return {
    listSessions: (who) => replySessions(deps, who),

    async endSession(who, { params: { id } }) {
      const now = await deps.now()
      const owner = { personId: who.personId }
      // Somebody else's is not told from one that never was.
      if ((await endSessions(deps.pool, { owner, now, id })) === 0) return refuse(NOT_FOUND)
      await keep(deps, who, { now, ended: 1 })
      const reply = await replySessions(deps, who)
      return reply.ok && id === who.sessionId ? accept({ ...reply.value, session: null }) : reply
    },

    async endOtherSessions(who) {
      const now = await deps.now()
      const owner = { personId: who.personId }
      const ended = await endSessions(deps.pool, { owner, now, except: who.sessionId })
      if (ended > 0) await keep(deps, who, { now, ended })
      return replySessions(deps, who)
    },
  }
}

function keep(
  { pool }: PeopleDeps,
  who: PersonVisitor,
  { now, ended }: { readonly now: Instant; readonly ended: number },
): Promise<void> {
  const { personId } = who
  return recordHistory(pool, {
    personId,
    kind: 'sessions_ended',
    detail: { ended },
    visit: who,
    now,
  })
}

async function replySessions(
  { pool, now }: PeopleDeps,
  { personId, sessionId }: PersonVisitor,
): Promise<Result<Reply<SessionList>, Refusal>> {
  const sessions = await listSessions(pool, personId, await now())
  const ages = await readDeviceAges(pool, personId)
  const data = sessions.map((session) => viewSession(session, { sessionId, ages }))
  return accept({ body: { object: 'list', data } })
}

interface Seen {
  readonly sessionId: Uuid
  readonly ages: ReadonlyMap<Uuid, Instant>
}

function viewSession(session: Session, { sessionId, ages }: Seen): SessionView {
  const knownSince = session.deviceId === null ? undefined : ages.get(session.deviceId)
  return {
    id: encodeId('ses', session.id),
    object: 'session',
    current: session.id === sessionId,
    ...readBrowser(session.userAgent),
    ip: session.ip,
    device_known_since: knownSince === undefined ? null : formatInstant(knownSince),
    created_at: formatInstant(session.createdAt),
    last_seen_at: formatInstant(session.lastSeenAt),
  }
}
