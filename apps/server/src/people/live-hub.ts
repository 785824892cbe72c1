import type { LiveMessage } from '@danbao/contracts/wallet'
import type { Pool } from '@danbao/database'
import { type Clock, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import {
  isTooFar,
  type LiveChange,
  type LivePlace,
  readDesk,
  readLiveChanges,
  readLivePlace,
  readLiveSessions,
} from '@danbao/people'
import type { Logger } from 'pino'
import { type Loop, startLoop } from '../background.ts'
import { type Connection, send } from './live-connection.ts'

export interface HubDeps {
  readonly pool: Pool
  readonly clock: Clock
  readonly logger: Logger
  now(): Promise<Instant>
}

export interface LiveHub {
  /** How many pages somebody has open. */
  count(ownerId: Uuid): number
  /** Where a page begins that has not been told anything. */
  place(): Promise<LivePlace>
  /** Tells it what changes from what it was told, until it goes. */
  add(connection: Connection): void
  /** Ends all; they come again, to another process. */
  close(): Promise<void>
}

const ROUND_MS = 1_000
const HEARTBEAT_ROUNDS = 15
const CLOCK_JUMP_MS = 2_000

/**
 * One look at the database each second for all open pages together, and none while there are none:
 * it costs the same few statements for one page as for thousands. Nothing depends on having been
 * notified, so nothing is lost with a connection or a process.
 */
export function createLiveHub(deps: HubDeps): LiveHub {
  const connections = new Set<Connection>()
  const watchClock = createClockWatch(deps)
  let place: LivePlace | undefined
  let loop: Loop | undefined
  let rounds = 0
  let closed = false

  const round = async (): Promise<void> => {
    rounds += 1
    // Who comes during the round is looked at in the next one.
    const present = [...connections]
    if (present.length === 0) return rest()
    const now = await deps.now()
    const seen = await lookAround(deps.pool, present, now)
    const moved = watchClock(now)
    for (const one of present) {
      tell(one, seen, { now, tellClock: moved || rounds % HEARTBEAT_ROUNDS === 0 })
    }
    place = seen.place
  }
  const rest = (): void => {
    const idle = loop
    loop = undefined
    place = undefined
    void idle?.stop()
  }
  return {
    count: (ownerId) => [...connections].filter((one) => one.ownerId === ownerId).length,
    place: async () => place ?? readLivePlace(deps.pool),
    add(connection) {
      const { stream } = connection
      connections.add(connection)
      stream.on('close', () => connections.delete(connection))
      if (closed || stream.destroyed) return void stream.end()
      loop ??= startLoop('live', ROUND_MS, round, deps.logger)
    },
    async close() {
      closed = true
      for (const { stream } of connections) stream.end()
      await loop?.stop()
    },
  }
}

interface Seen {
  readonly place: LivePlace
  /** By person, for each place that pages were told up to. */
  readonly changes: ReadonlyMap<Connection, readonly LiveMessage[]>
  readonly unread: ReadonlyMap<Uuid, number>
  readonly desk: string | undefined
}

async function lookAround(pool: Pool, present: readonly Connection[], now: Instant): Promise<Seen> {
  const place = await readLivePlace(pool)
  const staff = present.some(({ app }) => app === 'console')
  return {
    place,
    changes: await findChanges(pool, present, place),
    unread: await readLiveSessions(
      pool,
      present.map(({ sessionId }) => sessionId),
      now,
    ),
    desk: staff ? await readDesk(pool) : undefined,
  }
}

/** Pages that were told up to the same place are asked for together: mostly that is all of them. */
async function findChanges(
  pool: Pool,
  present: readonly Connection[],
  to: LivePlace,
): Promise<Seen['changes']> {
  const people = present.filter(({ app }) => app === 'wallet')
  const groups = Map.groupBy(
    people,
    ({ told: { place } }) => `${place.events} ${place.notifications}`,
  )
  const found = new Map<Connection, readonly LiveMessage[]>()
  for (const group of groups.values()) {
    const from = group[0]?.told.place ?? to
    const tooFar = isTooFar(from, to)
    const owners = [...new Set(group.map(({ ownerId }) => ownerId))]
    const changes = tooFar ? [] : await readLiveChanges(pool, { from, to }, owners)
    const byPerson = Map.groupBy(changes, ({ personId }: LiveChange) => personId)
    for (const one of group) {
      const own = byPerson.get(one.ownerId)?.map(({ message }) => message) ?? []
      found.set(one, tooFar ? [{ kind: 'all' }] : own)
    }
  }
  return found
}

interface Moment {
  readonly now: Instant
  /** When it was moved, and now and then as a sign of life. */
  readonly tellClock: boolean
}

function tell(one: Connection, seen: Seen, { now, tellClock }: Moment): void {
  const unread = seen.unread.get(one.sessionId)
  if (unread === undefined) {
    send(one, [{ kind: 'signed_out' }])
    one.stream.end()
    return
  }
  const messages = [...(seen.changes.get(one) ?? [])]
  const { told } = one
  const isTold = messages.some(({ kind }) => kind === 'notification' || kind === 'all')
  if (told.unread !== undefined && told.unread !== unread && !isTold) {
    messages.push({ kind: 'notification' })
  }
  const desk = one.app === 'console' ? seen.desk : undefined
  if (told.desk !== undefined && told.desk !== desk) messages.push({ kind: 'queue' })
  if (tellClock || !one.knowsClock) messages.push({ kind: 'clock', now: formatInstant(now) })
  one.knowsClock = true
  one.told = { place: seen.place, unread, desk }
  if (messages.length > 0) send(one, messages)
}

/** Whether the clock jumped: it stands, or runs with the real time, until it is moved. */
function createClockWatch({ clock }: Pick<HubDeps, 'clock'>): (now: Instant) => boolean {
  let last: { readonly now: Instant; readonly real: Instant } | undefined
  return (now) => {
    const real = clock.now()
    const before = last
    last = { now, real }
    if (before === undefined) return false
    const passed = now - before.now
    const isFar = (difference: number): boolean => Math.abs(difference) > CLOCK_JUMP_MS
    return isFar(passed) && isFar(passed - (real - before.real))
  }
}
