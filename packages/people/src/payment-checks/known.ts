import type { KnownOfPayer } from '@danbao/core'
import { type Instant, milliseconds, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'

/** What the money core can not know of somebody who pays: their browser and their country. */
export async function readKnown(
  client: Queryable,
  sessionId: Uuid,
  now: Instant,
): Promise<KnownOfPayer> {
  const rows = await queryText(
    client,
    `SELECT d.created_at, p.country FROM people.session AS s
     JOIN people.person AS p ON p.id = s.person_id
     LEFT JOIN people.device AS d ON d.id = s.device_id WHERE s.id = $1`,
    [sessionId],
  )
  const [known] = rows.map((row) => {
    const r = readRow(row)
    const [since, country] = [r.maybeInstant(), r.maybeText()]
    return { deviceAge: since === null ? null : milliseconds(now - since), country }
  })
  return known ?? { deviceAge: null, country: null }
}
