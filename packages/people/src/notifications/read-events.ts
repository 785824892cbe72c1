import { disputeView, EVENT_TYPES, type EventType, paymentView } from '@danbao/contracts'
import { type Instant, oneOf } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { z } from 'zod'
import { address, readSubject, SUBJECT_COLUMNS, SUBJECT_JOINS } from './subject.ts'
import { tellDispute } from './tell-dispute.ts'
import { stageOf, tellPayment } from './tell-payment.ts'
import type { Subject, Told } from './told.ts'

/** An event of the money core, and the payment it is about when somebody with a login is in it. */
export interface Happened {
  readonly position: string
  readonly type: EventType
  readonly at: Instant
  readonly concerns: { readonly body: string; readonly subject: Subject } | null
}

// Most events of a large marketplace concern nobody with a login: their bodies are not even read.
const READ = `
  SELECT e.position, e.type, e.occurred_at, b.id IS NOT NULL OR s.id IS NOT NULL,
    CASE WHEN b.id IS NOT NULL OR s.id IS NOT NULL THEN e.body END, ${SUBJECT_COLUMNS}
  FROM (SELECT * FROM app.event WHERE position > $1 ORDER BY position LIMIT $2) AS e
  LEFT JOIN app.dispute AS d ON e.type LIKE 'dispute.%' AND d.id = e.subject_id
  LEFT JOIN app.payment AS p ON e.type LIKE ANY ('{payment.%,dispute.%}')
    AND p.id = coalesce(d.payment_id, e.subject_id)
  ${SUBJECT_JOINS}
  ORDER BY e.position`

/** What happened after this position, in the order in which it became true. */
export async function readEvents(
  client: Queryable,
  after: string,
  limit: number,
): Promise<readonly Happened[]> {
  return (await queryText(client, READ, [after, limit])).map(readHappened)
}

function readHappened(row: TextRow): Happened {
  const r = readRow(row)
  const [position, type, at] = [r.text(), oneOf(EVENT_TYPES, r.text()), r.instant()]
  if (!r.boolean()) return { position, type, at, concerns: null }
  return { position, type, at, concerns: { body: r.text(), subject: readSubject(r) } }
}

const event = z.object({ timestamp: z.string(), data: z.unknown() })

/** What is to be told of it, to whom. Throws when the event is not as the contract says. */
export function tellEvent({ position, type, at, concerns }: Happened): readonly Told[] {
  if (concerns === null) return []
  const { timestamp, data } = event.parse(JSON.parse(concerns.body))
  const told = { cause: `event ${position}`, at }
  const { subject } = concerns
  if (type.startsWith('dispute.')) {
    return address(tellDispute(type, disputeView.parse(data)), subject, told)
  }
  const view = paymentView.parse(data)
  const drafts = tellPayment({ type, at: timestamp }, view, subject)
  return address(drafts, { ...subject, stage: stageOf(view) }, told)
}
