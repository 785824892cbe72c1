import { bulkCalls, type Call, idArray, insertStatement, type Table } from '@danbao/database'
import type { Instant, Uuid } from '@danbao/kernel'
import type { Participant } from './participant.ts'
import { Slot, type WorkingSet } from './working-set.ts'

/** What is due for a payment or dispute, or that nothing is any more. */
interface TimerChange {
  readonly id: Uuid
  readonly kind: string
  readonly dueAt: Instant | null
}

const timers = new Slot<TimerChange>()

/** Has the clock run the subject's due step at that instant; null: nothing is due any more. */
export function setTimer(ws: WorkingSet, id: Uuid, kind: string, dueAt: Instant | null): void {
  timers.put(ws, { id, kind, dueAt })
}

const timerTable: Table<TimerChange> = {
  name: 'app.timer',
  columns: [
    ['subject_id', 'uuid'],
    ['kind', 'text'],
    ['due_at', 'timestamptz'],
  ],
  encode: (timer) => [timer.id, timer.kind, timer.dueAt],
}

const SET_TIMERS = insertStatement(
  'timers.set',
  timerTable,
  'ON CONFLICT (subject_id) DO UPDATE SET kind = excluded.kind, due_at = excluded.due_at',
)
const STOP_TIMERS = {
  name: 'timers.stop',
  sql: 'DELETE FROM app.timer WHERE subject_id = ANY($1::uuid[])',
}

export const timerParticipant: Participant = {
  write(ws): Call[] {
    const changes = timers.created(ws).sort((a, b) => (a.id < b.id ? -1 : 1))
    const set = changes.filter((timer) => timer.dueAt !== null)
    const stopped = changes.filter((timer) => timer.dueAt === null).map((timer) => timer.id)
    return [
      ...bulkCalls(SET_TIMERS, timerTable, set),
      ...(stopped.length > 0 ? [{ statement: STOP_TIMERS, values: [idArray(stopped)] }] : []),
    ]
  },
}
