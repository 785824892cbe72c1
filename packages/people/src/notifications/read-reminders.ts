import type { DisputeState, DueKind } from '@danbao/contracts'
import {
  addDuration,
  days,
  type Duration,
  formatInstant,
  type Instant,
  milliseconds,
} from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import { address, readSubject, SUBJECT_COLUMNS, SUBJECT_JOINS } from './subject.ts'
import type { Draft, Told } from './told.ts'

interface Reminder {
  readonly kind: Draft['kind']
  readonly to: Draft['to']
  /** How long before the time is over. */
  readonly lead: Duration
  readonly of:
    { readonly payments: readonly DueKind[] } | { readonly disputes: readonly DisputeState[] }
}

/** Of two for the same time the first to come is told, once. */
const CONFIRM = { kind: 'buyer_confirm_soon', to: 'buyer' } as const
const REMINDERS: readonly Reminder[] = [
  { ...CONFIRM, lead: days(3), of: { payments: ['confirmation', 'inspection'] } },
  { ...CONFIRM, lead: days(1), of: { payments: ['confirmation', 'inspection'] } },
  { kind: 'seller_ship_soon', to: 'seller', lead: days(1), of: { payments: ['ship'] } },
  {
    kind: 'seller_answer_soon',
    to: 'seller',
    lead: days(1),
    of: { disputes: ['awaiting_seller'] },
  },
  { kind: 'buyer_return_soon', to: 'buyer', lead: days(2), of: { disputes: ['awaiting_return'] } },
]

// A reminder right after the time began would be none: it was longer than the lead by a day.
const OF_PAYMENTS = `
  SELECT p.id, p.due_at, p.amount, ${SUBJECT_COLUMNS}
  FROM app.timer AS t JOIN app.payment AS p ON p.id = t.subject_id ${SUBJECT_JOINS}
  WHERE t.kind = 'payment' AND t.due_at > $1 AND t.due_at <= $2 AND p.due_kind = ANY($3)
    AND t.due_at > $4::bigint * interval '1 millisecond' + CASE p.due_kind
      WHEN 'ship' THEN p.paid_at WHEN 'inspection' THEN p.delivered_at ELSE p.shipped_at END`

const OF_DISPUTES = `
  SELECT d.id, d.due_at,
    CASE d.state WHEN 'awaiting_return' THEN (d.document::jsonb -> 'agreed' ->> 'amount')::bigint
      ELSE d.claimed END, ${SUBJECT_COLUMNS}
  FROM app.timer AS t JOIN app.dispute AS d ON d.id = t.subject_id
    JOIN app.payment AS p ON p.id = d.payment_id ${SUBJECT_JOINS}
  WHERE t.kind = 'dispute' AND t.due_at > $1 AND t.due_at <= $2 AND d.state = ANY($3)
    AND t.due_at > $4::bigint * interval '1 millisecond' + d.opened_at`

const A_DAY = days(1)

/** Whose time comes to its end, as seen at `now` and not yet at `since`. */
export async function readReminders(
  client: Queryable,
  since: Instant,
  now: Instant,
): Promise<readonly Told[]> {
  const told: Told[] = []
  for (const reminder of REMINDERS) told.push(...(await readReminder(client, reminder, since, now)))
  return told
}

async function readReminder(
  client: Queryable,
  { kind, to, lead, of }: Reminder,
  since: Instant,
  now: Instant,
): Promise<readonly Told[]> {
  // What is over already when a clock was moved far needs no reminder any more.
  const from = Math.max(addDuration(since, lead), now)
  const [sql, wanted] =
    'payments' in of ? ([OF_PAYMENTS, of.payments] as const) : ([OF_DISPUTES, of.disputes] as const)
  const values = [
    formatInstant(addDuration(now, milliseconds(from - now))),
    formatInstant(addDuration(now, lead)),
    wanted,
    lead + A_DAY,
  ]
  return (await queryText(client, sql, values)).flatMap((row) => {
    const r = readRow(row)
    const [id, due, part] = [r.text(), r.instant(), r.bigint()]
    const cause = `${kind} ${id} ${formatInstant(due)}`
    return address([{ kind, to, due, part }], readSubject(r), { cause, at: now })
  })
}
