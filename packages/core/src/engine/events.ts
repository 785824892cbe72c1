import type { EventType } from '@danbao/contracts'
import { bulkCall, type Call, columnNames, type Table } from '@danbao/database'
import { encodeId, formatInstant, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import type { Participant } from './participant.ts'
import { Slot, type WorkingSet } from './working-set.ts'

/** Something that happened, as it is told to the marketplace. */
interface Event {
  readonly id: Uuid
  readonly marketplaceId: Uuid
  readonly type: EventType
  readonly subjectId: Uuid
  readonly body: string
  readonly occurredAt: Instant
}

const events = new Slot<Event>()
const told = new WeakMap<WorkingSet, { readonly id: Uuid; readonly data: string }[]>()

/** Records an event in the transaction that makes it true. `data` is the object's JSON. */
export function emit(
  ws: WorkingSet,
  event: Omit<Event, 'id' | 'body'> & { readonly data: string },
): void {
  const id = newUuid()
  const { data, ...rest } = event
  const at = formatInstant(event.occurredAt)
  const body = `{"id":"${encodeId('evt', id)}","type":"${event.type}","timestamp":"${at}","data":${data}}`
  events.put(ws, { ...rest, id, body })
  const sofar = told.get(ws) ?? []
  sofar.push({ id, data })
  told.set(ws, sofar)
}

/** An answer's object is among the last that its command told of. */
const LOOK_BACK = 4

/** The event of the command just decided that carries exactly this object. */
export function eventWith(ws: WorkingSet, data: string): Uuid | undefined {
  const id = told
    .get(ws)
    ?.slice(-LOOK_BACK)
    .find((one) => one.data === data)?.id
  return id !== undefined && events.get(ws, id) !== undefined ? id : undefined
}

const DATA = ',"data":'

/** The object that an event's body carries, byte for byte. */
export function dataOf(body: string): string {
  return body.slice(body.indexOf(DATA) + DATA.length, -1)
}

const eventTable: Table<Event> = {
  name: 'app.event',
  columns: [
    ['id', 'uuid'],
    ['marketplace_id', 'uuid'],
    ['type', 'text'],
    ['subject_id', 'uuid'],
    ['body', 'text'],
    ['occurred_at', 'timestamptz'],
  ],
  encode: (event) => [
    event.id,
    event.marketplaceId,
    event.type,
    event.subjectId,
    event.body,
    event.occurredAt,
  ],
}

/**
 * One transaction after the other gives its events their positions and commits: so the positions
 * follow the order in which things became true, and none appears behind a reader that has passed.
 */
const TAKE_TURN = {
  statement: {
    name: 'events.take_turn',
    sql: `SELECT pg_advisory_xact_lock(hashtext('app.event'))`,
  },
  values: [],
}

/** A delivery for every endpoint that listens is made with the event: none can be forgotten. */
const INSERT_EVENTS = {
  name: 'events.insert',
  sql: `WITH made AS (
      INSERT INTO app.event (${columnNames(eventTable)})
      SELECT * FROM unnest(${eventTable.columns.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ')})
      RETURNING id, marketplace_id, type, occurred_at)
    INSERT INTO app.webhook_delivery (endpoint_id, event_id, state, attempts, next_attempt_at)
    SELECT endpoint.id, made.id, 'pending', 0, made.occurred_at
    FROM made JOIN app.webhook_endpoint AS endpoint
      ON endpoint.marketplace_id = made.marketplace_id AND endpoint.enabled
      AND (endpoint.events = '{}' OR made.type = ANY(endpoint.events))`,
}

export const eventParticipant: Participant = {
  writeLast(ws): Call[] {
    const made = events.created(ws)
    return made.length > 0 ? [TAKE_TURN, bulkCall(INSERT_EVENTS, eventTable, made)] : []
  },
}
