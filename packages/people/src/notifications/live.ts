import { type LiveMessage, MOST_UNREAD } from '@danbao/contracts/wallet'
import { encodeId, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'

/** How far the story of the money, and what was told of it, have come. Both only grow. */
export interface LivePlace {
  readonly events: bigint
  readonly notifications: bigint
}

/** Something changed for somebody. */
export interface LiveChange {
  readonly personId: Uuid
  readonly message: LiveMessage
}

const PLACE = `SELECT
  coalesce((SELECT max(position) FROM app.event), 0),
  coalesce((SELECT max(position) FROM people.notification), 0)`

export async function readLivePlace(pool: Pool): Promise<LivePlace> {
  const [place = { events: 0n, notifications: 0n }] = (await queryText(pool, PLACE)).map((row) => {
    const r = readRow(row)
    return { events: r.bigint(), notifications: r.bigint() }
  })
  return place
}

/** More than this is not looked through: whoever asks reads everything anew. */
const MOST_EVENTS = 20_000n

export function isTooFar(from: LivePlace, to: LivePlace): boolean {
  return to.events - from.events > MOST_EVENTS || from.events > to.events
}

const EVENTS = `
  SELECT DISTINCT who.id, p.id
  FROM app.event AS e
  LEFT JOIN app.dispute AS d ON e.type LIKE 'dispute.%' AND d.id = e.subject_id
  JOIN app.payment AS p ON p.id = coalesce(d.payment_id, e.subject_id)
  JOIN unnest($3::uuid[]) AS who (id) ON who.id = p.buyer_id OR who.id = p.seller_id
  WHERE e.position > $1 AND e.position <= $2`

const TOLD = `
  SELECT DISTINCT person_id, kind = 'top_up' OR starts_with(kind, 'payout_') FROM people.notification
  WHERE position > $1 AND position <= $2 AND person_id = ANY($3)`

/** What changed for these people between two places. */
export async function readLiveChanges(
  pool: Pool,
  { from, to }: { readonly from: LivePlace; readonly to: LivePlace },
  people: readonly Uuid[],
): Promise<readonly LiveChange[]> {
  const between = (part: keyof LivePlace) => [from[part].toString(), to[part].toString(), people]
  const events = from.events < to.events ? await queryText(pool, EVENTS, between('events')) : []
  const told =
    from.notifications < to.notifications
      ? await queryText(pool, TOLD, between('notifications'))
      : []
  return [
    ...events.map((row): LiveChange => {
      const r = readRow(row)
      return { personId: r.text(), message: { kind: 'payment', id: encodeId('pay', r.text()) } }
    }),
    ...told.flatMap((row): LiveChange[] => {
      const r = readRow(row)
      const [personId, money] = [r.text(), r.boolean()]
      const news = { personId, message: { kind: 'notification' } } as const
      return money ? [news, { personId, message: { kind: 'money' } }] : [news]
    }),
  ]
}

const SESSIONS = `
  SELECT s.id, (SELECT count(*) FROM (SELECT FROM people.notification AS n
    WHERE n.person_id = s.person_id AND n.read_at IS NULL LIMIT ${MOST_UNREAD}) AS unread)
  FROM people.session AS s
  LEFT JOIN people.person AS p ON p.id = s.person_id
  LEFT JOIN people.staff AS f ON f.id = s.staff_id
  WHERE s.id = ANY($1) AND s.ended_at IS NULL AND s.expires_at > $2
    AND p.closed_at IS NULL AND f.disabled_at IS NULL`

/** Of these sessions those that are still open, and how much their person has not read. */
export async function readLiveSessions(
  pool: Pool,
  ids: readonly Uuid[],
  now: Instant,
): Promise<ReadonlyMap<Uuid, number>> {
  const rows = await queryText(pool, SESSIONS, [ids, formatInstant(now)])
  return new Map(
    rows.map((row) => {
      const r = readRow(row)
      return [r.text(), r.integer()] as const
    }),
  )
}

const DESK = `SELECT
  (SELECT coalesce(sum(hashtextextended(id || coalesce(assigned_to::text, ''), 0)), 0)
   FROM people.staff_case WHERE closed_at IS NULL)
  + (SELECT coalesce(sum(hashtextextended(id::text, 1)), 0)
     FROM people.approval WHERE state = 'open')`

/** Changes whenever the work of staff does: a case comes, goes, or has somebody else. */
export async function readDesk(pool: Pool): Promise<string> {
  const [desk = ''] = (await queryText(pool, DESK)).map((row) => readRow(row).text())
  return desk
}
