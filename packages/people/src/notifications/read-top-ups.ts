import { type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { Told } from './told.ts'

/** Longer than any transaction lasts: one that began earlier may be committed later. */
const MARGIN_MS = 10_000

/** The newest top-up's id; undefined: there is none. */
export async function newestTopUp(client: Queryable): Promise<Uuid | undefined> {
  const sql = 'SELECT id FROM app.credit ORDER BY id DESC LIMIT 1'
  return (await queryText(client, sql)).map((row) => readRow(row).text())[0]
}

/** Money that came to people with a login, around this top-up and after it. */
export async function readTopUps(client: Queryable, around: Uuid): Promise<readonly Told[]> {
  const rows = await queryText(
    client,
    `SELECT t.id, t.account_id, t.currency, t.amount, t.created_at
     FROM app.credit AS t JOIN people.person AS p ON p.id = t.account_id
     WHERE t.id > $1 AND p.closed_at IS NULL AND NOT EXISTS (
       SELECT FROM people.notification WHERE person_id = p.id AND cause = 'top_up ' || t.id)
     ORDER BY t.id`,
    [floorOf(around)],
  )
  return rows.map((row) => {
    const r = readRow(row)
    const [id, personId, currency, amount] = [r.text(), r.text(), r.text(), r.bigint()]
    const at: Instant = r.instant()
    const told = { kind: 'top_up', personId, cause: `top_up ${id}`, currency, amount, at } as const
    return { ...told, subject: null, part: null, dueAt: null, own: false }
  })
}

/** Ids follow the machine's clock: the first 48 bits are its milliseconds. */
function floorOf(id: Uuid): Uuid {
  const ms = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  const hex = Math.max(0, ms - MARGIN_MS)
    .toString(16)
    .padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
