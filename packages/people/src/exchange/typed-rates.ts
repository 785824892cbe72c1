import type { ExchangeDesk } from '@danbao/contracts/console'
import { exchange } from '@danbao/core'
import {
  type Currency,
  currency,
  encodeId,
  formatInstant,
  type Instant,
  newUuid,
  type Uuid,
} from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'

/** Kept until somebody agrees; returns its id. */
export async function insertTypedRate(
  client: Queryable,
  { of, perEuro }: { readonly of: Currency; readonly perEuro: string },
): Promise<Uuid> {
  const id = newUuid()
  await client.query('INSERT INTO people.typed_rate (id, currency, per_euro) VALUES ($1, $2, $3)', [
    id,
    of,
    perEuro,
  ])
  return id
}

/** A second person agrees: it holds from now on. */
export async function applyTypedRate(client: Queryable, id: Uuid, now: Instant): Promise<void> {
  const sql = 'SELECT currency, per_euro FROM people.typed_rate WHERE id = $1'
  for (const row of await queryText(client, sql, [id])) {
    const r = readRow(row)
    const [of, text] = [currency(r.text()), r.text()]
    await exchange.recordTypedRate(client, { of, text, day: formatInstant(now).slice(0, 10) })
  }
}

/** Those that wait for a second person. */
export async function readWaitingRates(client: Queryable): Promise<ExchangeDesk['waiting']> {
  const sql = `SELECT a.id, t.currency, t.per_euro, a.reason, s.id, s.name, a.requested_at
    FROM people.approval AS a
    JOIN people.typed_rate AS t ON t.id = a.subject_id
    JOIN people.staff AS s ON s.id = a.requested_by
    WHERE a.kind = 'rate' AND a.state = 'open' ORDER BY a.requested_at`
  return (await queryText(client, sql)).map((row) => {
    const r = readRow(row)
    return {
      approval: encodeId('apr', r.text()),
      currency: r.text(),
      per_euro: r.text(),
      reason: r.text(),
      requested_by: { id: encodeId('stf', r.text()), name: r.text() },
      requested_at: formatInstant(r.instant()),
    }
  })
}
