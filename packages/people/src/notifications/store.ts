import { formatInstant, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { Told } from './told.ts'

/** How far the story was told. */
export interface Cursor {
  readonly eventPosition: string
  readonly topUpId: Uuid
  /** Null: of payouts nothing was told yet. */
  readonly payoutsTo: Instant | null
  readonly remindedTo: Instant | null
}

/** Locks it until the transaction ends; undefined: another process is telling. */
export async function takeCursor(client: Queryable): Promise<Cursor | undefined> {
  const rows = await queryText(
    client,
    `SELECT event_position, top_up_id, payouts_to, reminded_to FROM people.notification_cursor
     FOR UPDATE SKIP LOCKED`,
  )
  const [cursor] = rows.map((row) => {
    const r = readRow(row)
    const [eventPosition, topUpId] = [r.text(), r.text()]
    return { eventPosition, topUpId, payoutsTo: r.maybeInstant(), remindedTo: r.maybeInstant() }
  })
  return cursor
}

export async function moveCursor(
  client: Queryable,
  { eventPosition, topUpId, payoutsTo, remindedTo }: Cursor,
): Promise<void> {
  await client.query(
    `UPDATE people.notification_cursor
     SET event_position = $1, top_up_id = $2, payouts_to = $3, reminded_to = $4`,
    [eventPosition, topUpId, ...[payoutsTo, remindedTo].map(textOf)],
  )
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at)
}

const INSERT = `
  INSERT INTO people.notification (id, person_id, kind, cause, payment_id, currency, amount, part,
    due_at, created_at, read_at)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[],
    $7::bigint[], $8::bigint[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[])
  ON CONFLICT (person_id, cause) DO NOTHING
  RETURNING person_id, cause`

/** Writes what was not told before, and returns it. */
export async function insertTold(
  client: Queryable,
  told: readonly Told[],
): Promise<readonly Told[]> {
  if (told.length === 0) return []
  const column = <T>(read: (one: Told) => T): T[] => told.map(read)
  const { rows } = await client.query<{ person_id: string; cause: string }>(INSERT, [
    column(() => newUuid()),
    column(({ personId }) => personId),
    column(({ kind }) => kind),
    column(({ cause }) => cause),
    column(({ subject }) => subject?.paymentId ?? null),
    column(({ currency }) => currency),
    column(({ amount }) => amount.toString()),
    column(({ part }) => part?.toString() ?? null),
    column(({ dueAt }) => textOf(dueAt)),
    column(({ at }) => formatInstant(at)),
    column(({ own, at }) => (own ? formatInstant(at) : null)),
  ])
  const written = new Set(rows.map((row) => `${row.person_id} ${row.cause}`))
  return told.filter(({ personId, cause }) => written.delete(`${personId} ${cause}`))
}
