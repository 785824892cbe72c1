import {
  bulkCalls,
  type Call,
  idArray,
  insertStatement,
  type Pool,
  readRow,
  type Table,
  type TextRow,
} from '@danbao/database'
import {
  addDuration,
  days,
  formatInstant,
  type Instant,
  invariant,
  milliseconds,
  type Uuid,
} from '@danbao/kernel'
import { dataOf } from './events.ts'
import type { Participant } from './participant.ts'
import { Slot, type WorkingSet } from './working-set.ts'

/** The first answer to a key, kept byte for byte. */
interface StoredAnswer {
  readonly id: Uuid
  readonly fingerprint: Uuid
  readonly status: number
  readonly body: string
  /** The event whose object is the body: it is kept there and not a second time. */
  readonly eventId: Uuid | null
  readonly createdAt: Instant
}

export const storedAnswers = new Slot<StoredAnswer>()

const answerTable: Table<StoredAnswer> = {
  name: 'app.idempotency',
  columns: [
    ['id', 'uuid'],
    ['fingerprint', 'uuid'],
    ['status', 'integer'],
    ['body', 'text'],
    ['event_id', 'uuid'],
    ['created_at', 'timestamptz'],
  ],
  encode: (a) => [
    a.id,
    a.fingerprint,
    a.status,
    a.eventId === null ? a.body : null,
    a.eventId,
    a.createdAt,
  ],
}

function readAnswer(row: TextRow): StoredAnswer {
  const r = readRow(row)
  const [id, fingerprint, status] = [r.text(), r.text(), r.integer()]
  const [own, eventId, event] = [r.maybeText(), r.maybeText(), r.maybeText()]
  const body = own ?? (event === null ? null : dataOf(event))
  invariant(body !== null, `The answer ${id} has lost its body.`)
  return { id, fingerprint, status, body, eventId, createdAt: r.instant() }
}

const FIND = {
  name: 'idempotency.find',
  sql: `SELECT stored.id, stored.fingerprint, stored.status, stored.body, event.id, event.body,
      stored.created_at
    FROM app.idempotency AS stored LEFT JOIN app.event ON event.id = stored.event_id
    WHERE stored.id = ANY($1::uuid[])`,
}
const INSERT = insertStatement('idempotency.insert', answerTable)

export const idempotencyParticipant: Participant = {
  load(ws) {
    const ids = storedAnswers.wanted(ws)
    if (ids.size === 0) return []
    return [
      {
        call: { statement: FIND, values: [idArray(ids)] },
        absorb: (rows) => {
          for (const row of rows) {
            storedAnswers.load(ws, readAnswer(row))
          }
        },
      },
    ]
  },
  write(ws: WorkingSet): Call[] {
    const made = storedAnswers.created(ws)
    return bulkCalls(INSERT, answerTable, made)
  },
  isConflict: (constraint) => constraint === 'idempotency_pkey',
}

/** How long an answer is repeated, by the database's clock. */
const KEPT_FOR = days(30)
const AT_ONCE = 5_000

/** Forgets the answers to keys that are older, a few thousand at a time. */
export async function forgetOldAnswers(pool: Pool, now: Instant): Promise<void> {
  const before = formatInstant(addDuration(now, milliseconds(-KEPT_FOR)))
  for (;;) {
    const { rowCount } = await pool.query(
      `DELETE FROM app.idempotency WHERE id IN (
         SELECT id FROM app.idempotency WHERE created_at < $1 LIMIT ${AT_ONCE})`,
      [before],
    )
    if ((rowCount ?? 0) < AT_ONCE) return
  }
}
