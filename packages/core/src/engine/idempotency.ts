import { bulkCall, type Call, idArray, insertStatement, instantValue, readRow, type Table } from '@danbao/database'
import type { Instant, Uuid } from '@danbao/kernel'
import type { Participant } from './participant.ts'
import { Slot, type WorkingSet } from './working-set.ts'

/** The first answer to a key, kept byte for byte. */
interface StoredAnswer {
  readonly id: Uuid
  readonly fingerprint: Uuid
  readonly status: number
  readonly body: string
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
    ['created_at', 'timestamptz'],
  ],
  encode: (a) => [a.id, a.fingerprint, a.status, a.body, instantValue(a.createdAt)],
}

const FIND = {
  name: 'idempotency.find',
  sql: `SELECT id, fingerprint, status, body, created_at FROM app.idempotency
    WHERE id = ANY($1::uuid[])`,
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
            const r = readRow(row)
            storedAnswers.load(ws, {
              id: r.text(),
              fingerprint: r.text(),
              status: r.integer(),
              body: r.text(),
              createdAt: r.instant(),
            })
          }
        },
      },
    ]
  },
  write(ws: WorkingSet): Call[] {
    const made = storedAnswers.created(ws)
    return made.length > 0 ? [bulkCall(INSERT, answerTable, made)] : []
  },
  isConflict: (constraint) => constraint === 'idempotency_pkey',
}
