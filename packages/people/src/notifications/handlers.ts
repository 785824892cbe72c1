import type { Refusal } from '@danbao/contracts'
import {
  MOST_UNREAD,
  NOTIFICATION_KINDS,
  type NotificationRoutes,
  type NotificationView,
} from '@danbao/contracts/wallet'
import { accept, decodeId, encodeId, formatInstant, oneOf, refuse, type Uuid } from '@danbao/kernel'
import { type Pool, type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'

const DEFAULT_LIMIT = 30

/** What a person was told, and which of it they have read. */
export function createNotificationHandlers(deps: PeopleDeps): WalletPart<keyof NotificationRoutes> {
  const { pool } = deps
  const read = async (personId: Uuid, sql: string, id: Uuid) => {
    const { rowCount } = await pool.query(sql, [personId, id, formatInstant(await deps.now())])
    if (rowCount === 0 && !(await isOwn(pool, personId, id))) return refuse(NOT_FOUND)
    return accept({ body: await countUnread(pool, personId) })
  }
  return {
    async listNotifications({ personId }, { query: { cursor, limit = DEFAULT_LIMIT } }) {
      const before = cursor === undefined ? undefined : decodeId('ntf', cursor)
      if (before?.ok === false) {
        return refuse({ code: 'invalid_cursor', detail: 'Use a cursor as it was given.' })
      }
      const found = await readPage(pool, personId, before?.value ?? null, limit + 1)
      const data = found.slice(0, limit)
      const next = found.length > limit ? (data.at(-1)?.id ?? null) : null
      return accept({ body: { object: 'list', data, next_cursor: next } })
    },
    countUnreadNotifications: async ({ personId }) =>
      accept({ body: await countUnread(pool, personId) }),
    readNotification: ({ personId }, { params: { id } }) => read(personId, READ_ONE, id),
    readNotifications({ personId }, { body }) {
      const newest = decodeId('ntf', body.newest)
      return newest.ok
        ? read(personId, READ_UP_TO, newest.value)
        : Promise.resolve(refuse(NOT_FOUND))
    },
  }
}

const NOT_FOUND: Refusal = { code: 'not_found', detail: 'There is no such notification.' }

const READ_ONE = `UPDATE people.notification SET read_at = $3
  WHERE person_id = $1 AND id = $2 AND read_at IS NULL`
const READ_UP_TO = `UPDATE people.notification SET read_at = $3
  WHERE person_id = $1 AND read_at IS NULL AND position <= (
    SELECT position FROM people.notification WHERE id = $2 AND person_id = $1)`

async function isOwn(client: Queryable, personId: Uuid, id: Uuid): Promise<boolean> {
  const sql = 'SELECT 1 FROM people.notification WHERE id = $1 AND person_id = $2'
  return (await queryText(client, sql, [id, personId])).length > 0
}

/** As a subquery: how much the person of `$1` has not read, as far as it is counted. */
const UNREAD = `SELECT count(*) FROM (SELECT FROM people.notification
  WHERE person_id = $1 AND read_at IS NULL LIMIT ${MOST_UNREAD}) AS unread`

async function countUnread(client: Queryable, personId: Uuid) {
  const [count = 0] = (await queryText(client, UNREAD, [personId])).map((row) =>
    readRow(row).integer(),
  )
  return { object: 'unread_notifications', count } as const
}

const PAGE = `
  SELECT n.id, n.kind, n.payment_id, a.name, p.description, n.currency, n.amount, n.part, n.due_at,
    n.created_at, n.read_at IS NOT NULL
  FROM people.notification AS n
  LEFT JOIN app.payment AS p ON p.id = n.payment_id
  LEFT JOIN app.account AS a
    ON a.id = CASE WHEN p.seller_id = n.person_id THEN p.buyer_id ELSE p.seller_id END
  WHERE n.person_id = $1 AND ($2::uuid IS NULL OR n.position < (
    SELECT position FROM people.notification WHERE id = $2 AND person_id = $1))
  ORDER BY n.position DESC LIMIT $3`

async function readPage(
  pool: Pool,
  personId: Uuid,
  before: Uuid | null,
  limit: number,
): Promise<NotificationView[]> {
  return (await queryText(pool, PAGE, [personId, before, limit])).map(toView)
}

function toView(row: TextRow): NotificationView {
  const r = readRow(row)
  const [id, kind, payment] = [r.text(), oneOf(NOTIFICATION_KINDS, r.text()), r.maybeText()]
  const [counterpart, description, currency] = [r.maybeText(), r.maybeText(), r.text()]
  const [amount, part, due] = [r.text(), r.maybeText(), r.maybeInstant()]
  return {
    id: encodeId('ntf', id),
    object: 'notification',
    kind,
    payment: payment === null ? null : encodeId('pay', payment),
    counterpart,
    description,
    amount: { value: amount, currency },
    part: part === null ? null : { value: part, currency },
    due: due === null ? null : formatInstant(due),
    created_at: formatInstant(r.instant()),
    read: r.boolean(),
  }
}
