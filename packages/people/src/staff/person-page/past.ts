import type { PersonPage } from '@danbao/contracts/console'
import { encodeId, formatInstant, type IdPrefix, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'

type Past = Pick<PersonPage, 'identity_checks' | 'recoveries' | 'closures'>

/** What staff or the person themself brought about before, newest first. */
export async function readPast(client: Queryable, personId: Uuid): Promise<Past> {
  return {
    identity_checks: await readLines(client, 'idc', [IDENTITY, personId]),
    recoveries: await readLines(client, 'rec', [RECOVERIES, personId]),
    closures: await readLines(client, 'clo', [CLOSURES, personId]),
  }
}

const IDENTITY = `SELECT id, document_type, state, created_at, decided_at
  FROM people.identity_check WHERE person_id = $1 ORDER BY id DESC LIMIT 20`
const RECOVERIES = `SELECT id, kind, state, requested_at, ended_at
  FROM people.recovery WHERE person_id = $1 ORDER BY id DESC LIMIT 20`
const CLOSURES = `SELECT id, NULL, state, requested_at, ended_at
  FROM people.closure WHERE person_id = $1 ORDER BY id DESC LIMIT 20`

async function readLines(
  client: Queryable,
  prefix: IdPrefix,
  [sql, personId]: readonly [sql: string, personId: Uuid],
): Promise<Past['recoveries']> {
  const rows = await queryText(client, sql, [personId])
  return rows.map((row) => {
    const r = readRow(row)
    const [id, kind, state] = [encodeId(prefix, r.text()), r.maybeText(), r.text()]
    const started = formatInstant(r.instant())
    const ended = r.maybeInstant()
    const ended_at = ended === null ? null : formatInstant(ended)
    return { id, kind, state, started_at: started, ended_at }
  })
}
