import { addDuration, formatInstant, type Instant, oneOf, seconds, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { Told } from './told.ts'

/** Longer than any transaction lasts: what ended earlier may be committed later. */
const MARGIN = seconds(-10)

const KINDS = {
  paid: 'payout_paid',
  returned: 'payout_returned',
  refused: 'payout_refused',
} as const

/** Payouts of people with a login that ended since then, and when the last of them did. */
export async function readEndedPayouts(
  client: Queryable,
  since: Instant | null,
): Promise<{ readonly told: readonly Told[]; readonly to: Instant | null }> {
  const rows = await queryText(
    client,
    `SELECT p.id, p.account_id, p.currency, p.amount, p.state, p.ended_at
     FROM app.payout AS p JOIN people.person AS person ON person.id = p.account_id
     WHERE p.state IN ('paid', 'returned', 'refused')
       AND p.ended_at > coalesce($1::timestamptz, '-infinity') AND person.closed_at IS NULL
       AND NOT EXISTS (SELECT FROM people.notification
         WHERE person_id = person.id AND cause = 'payout ' || p.id || ' ' || p.state)
     ORDER BY p.ended_at, p.id`,
    [since === null ? null : formatInstant(addDuration(since, MARGIN))],
  )
  const told = rows.map((row): Told => {
    const r = readRow(row)
    const id: Uuid = r.text()
    const [personId, currency, amount] = [r.text(), r.text(), r.bigint()]
    const [state, at] = [oneOf(['paid', 'returned', 'refused'] as const, r.text()), r.instant()]
    return {
      ...{ kind: KINDS[state], personId, cause: `payout ${id} ${state}`, currency, amount, at },
      ...{ subject: null, part: null, dueAt: null, own: false },
    }
  })
  const sql = 'SELECT max(ended_at) FROM app.payout'
  const [to] = (await queryText(client, sql)).map((row) => readRow(row).maybeInstant())
  return { told, to: to ?? since }
}
