import { bulkCalls, type Call, columnNames, type Table } from '@danbao/database'
import type { Instant, Uuid } from '@danbao/kernel'
import type { Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import type { Assessment } from './rules.ts'
import type { CheckVerdict } from './verdicts.ts'

interface NewCheck extends Assessment {
  /** The payment's. */
  readonly id: Uuid
  /** The first of those that are paid together. */
  readonly leaderId: Uuid
  readonly at: Instant
}

interface Ended {
  readonly id: Uuid
  readonly verdict: CheckVerdict
  readonly at: Instant
}

const made = new Slot<NewCheck>()
const ended = new Slot<Ended>()

/** Keeps with the payment why it passed, or why it waits. */
export function recordCheck(ws: WorkingSet, check: NewCheck): void {
  made.put(ws, check)
}

/** The payment waits no longer, whoever or whatever ended it. */
export function endCheck(ws: WorkingSet, check: Ended): void {
  ended.put(ws, check)
}

const checkTable: Table<NewCheck> = {
  name: 'app.payment_check',
  columns: [
    ['payment_id', 'uuid'],
    ['leader_id', 'uuid'],
    ['score', 'integer'],
    ['outcome', 'text'],
    ['verdict', 'text'],
    ['assessed_at', 'timestamptz'],
    ['decided_at', 'timestamptz'],
    ['hits', 'text'],
  ],
  encode: ({ id, leaderId, score, outcome, at, hits }) => {
    const verdict = outcome === 'clear' ? 'cleared' : null
    const decidedAt = outcome === 'clear' ? at : null
    return [id, leaderId, score, outcome, verdict, at, decidedAt, JSON.stringify(hits)]
  },
}

const endTable: Table<Ended> = {
  name: 'app.payment_check',
  columns: [
    ['payment_id', 'uuid'],
    ['verdict', 'text'],
    ['decided_at', 'timestamptz'],
  ],
  encode: ({ id, verdict, at }) => [id, verdict, at],
}

const INSERT = {
  name: 'payment_checks.insert',
  sql: `INSERT INTO app.payment_check (${columnNames(checkTable)})
    SELECT u.payment_id, u.leader_id, u.score, u.outcome, u.verdict, u.assessed_at, u.decided_at,
      u.hits::jsonb
    FROM unnest(${checkTable.columns.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ')})
      AS u (${columnNames(checkTable)})`,
}

const END = {
  name: 'payment_checks.end',
  sql: `UPDATE app.payment_check AS t SET verdict = u.verdict, decided_at = u.decided_at
    FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS u (${columnNames(endTable)})
    WHERE t.payment_id = u.payment_id AND t.decided_at IS NULL`,
}

/** Their payments are locked before, so the rows themselves need no lock. */
export const checkParticipant: Participant = {
  write(ws): Call[] {
    const byId = (a: { id: Uuid }, b: { id: Uuid }): number => (a.id < b.id ? -1 : 1)
    const checks = made.created(ws).sort(byId)
    const ends = ended.created(ws).sort(byId)
    return [...bulkCalls(INSERT, checkTable, checks), ...bulkCalls(END, endTable, ends)]
  },
}
